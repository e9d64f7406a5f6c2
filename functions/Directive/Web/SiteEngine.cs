using Directives.Access;
using Directives.Assistants;
using Directives.Extensions;
using Directives.Mail.Faults;
using Directives.Reports;
using Directives.Web.Admin;
using Directives.Web.Below;
using Directives.Web.Mine;
using Directives.Web.Office;
using Directives.Web.Persons;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Web;

/// <summary>What the pages ask, answered by an installation; every head registers it, and the demonstration's own where there is one.</summary>
public static class SiteEngine
{
    /// <summary>Registers the installation and everything that the site asks of it.</summary>
    public static IServiceCollection AddDirectiveEngine(this IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation);
        services.AddSingleton<IRoles, RegisterRoles>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<ILinkPages>(s => s.GetRequiredService<LinkDesk>());
        services.AddSingleton<IReportPages>(s => s.GetRequiredService<LinkDesk>());
        services.AddSingleton<IDraftPages, DraftDesk>();
        services.AddSingleton<IReportReading, VersionsDesk>();
        services.AddSingleton<IAssistantPages, AssistantPages>();
        services.AddSingleton<IExtensionPages, ExtensionDesk>();
        services.AddSingleton<IOfficePages, OfficeDesk>();
        services.AddSingleton<IFileForPages, FileForDesk>();
        services.AddSingleton<IPostPages, PostFaults>();
        services.AddSingleton<IAreaExtensionPages, AreaExtensionPages>();
        services.AddSingleton<IPersonPages, UnreachedDesk>();
        services.AddSingleton(installation.Deliveries);
        services.AddSingleton<IBelowPages, BelowDesk>();
        services.AddSingleton<IMinePages, MineDesk>();
        services.AddSingleton<IAdminPages, AdminDesk>();
        return services;
    }
}
