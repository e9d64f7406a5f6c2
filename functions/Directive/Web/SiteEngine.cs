using Directives.Access;
using Directives.Access.Accounts;
using Directives.Access.FormKeys;
using Directives.Access.SignIn;
using Directives.Assistants;
using Directives.Extensions;
using Directives.Forecasts;
using Directives.Mail.Deliveries;
using Directives.Mail.Faults;
using Directives.Posts;
using Directives.Recommendations.Links;
using Directives.Recovery;
using Directives.Reports;
using Directives.Web.Admin;
using Directives.Web.Audit;
using Directives.Web.Below;
using Directives.Web.Cases;
using Directives.Web.Health;
using Directives.Web.Mine;
using Directives.Web.Office;
using Directives.Web.OwnData;
using Directives.Web.Persons;
using Directives.Web.Registers;
using Directives.Web.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Web;

/// <summary>What the pages ask, answered by an installation; every head registers it, and the demonstration's own where there is one.</summary>
public static class SiteEngine
{
    /// <summary>Registers the installation and everything that the site asks of it.</summary>
    /// <param name="eventKey">Public key of the mail provider's events; without it nobody's word on letters is heard.</param>
    public static IServiceCollection AddDirectiveEngine(this IServiceCollection services, Installation installation, string eventKey = "")
    {
        // By the machine's own clock: the provider knows no other.
        if (eventKey.Length > 0) services.AddSingleton(new EventGate(installation.Parts.Tables, installation.Parts.Authority, eventKey, TimeProvider.System));
        services.AddSingleton(installation).AddKeyRows(installation);
        services.AddSingleton<IRoles, RegisterRoles>();
        services.AddDirectiveSignIn();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<CaseLinkDesk>();
        services.AddSingleton<ILinkPages>(s => s.GetRequiredService<LinkDesk>());
        services.AddSingleton<IReportPages>(s => s.GetRequiredService<LinkDesk>());
        services.AddSingleton<IDraftPages, DraftDesk>();
        services.AddSingleton<IReportReading, VersionsDesk>();
        services.AddSingleton<IAssistantPages, AssistantPages>();
        services.AddSingleton<IExtensionPages, ExtensionDesk>();
        services.AddSingleton<IOfficePages, OfficeDesk>();
        services.AddSingleton<IFileForPages, FileForDesk>();
        services.AddSingleton<IPostPages, PostFaults>();
        services.AddSingleton<IRestorePages, RestorePages>();
        services.AddSingleton<IAreaExtensionPages, AreaExtensionPages>();
        services.AddSingleton<IPersonPages, UnreachedDesk>();
        services.AddSingleton(installation.Deliveries);
        services.AddSingleton<IBelowPages, BelowDesk>();
        services.AddSingleton<IAuditPages, AuditDesk>();
        services.AddSingleton<IOwnDataPages, OwnDataDesk>();
        services.AddSingleton<SeatPostPages>();
        services.AddSingleton<AbsencePages>();
        services.AddSingleton<HandOverPages>();
        services.AddSingleton<IMinePages, MineDesk>();
        services.AddSingleton<ICasePages, CasePages>();
        services.AddSingleton<IRaisePages, RaisePages>();
        services.AddSingleton<IOwedPages, OwedPages>();
        services.AddSingleton<IAdminPages, AdminDesk>();
        services.AddSingleton<RulesDesk>();
        services.AddSingleton<AgendaDesk>();
        services.AddSingleton<LookDesk>();
        services.AddRegisterPages();
        services.AddSingleton<ForecastDesk>();
        services.AddSingleton<WhatIfDesk>();
        services.AddSingleton<Readiness>();
        return services;
    }

    /// <summary>Registers what signing in takes, beside an installation and the roles.</summary>
    public static IServiceCollection AddDirectiveSignIn(this IServiceCollection services)
    {
        services.AddSingleton(s => new SessionGate(Of(s).Sessions, Of(s).Registers, Of(s).Assistants, s.GetRequiredService<IRoles>()));
        return services.AddSingleton<SignInDoor>();

        static Installation Of(IServiceProvider all) => all.GetRequiredService<Installation>();
    }
}
