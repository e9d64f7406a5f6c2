using Directives.Access;
using Directives.Access.Accounts;
using Directives.Access.Entra;
using Directives.Access.SignIn;
using Directives.Assistants;
using Directives.Extensions;
using Directives.Forecasts;
using Directives.Mail.Deliveries;
using Directives.Mail.Faults;
using Directives.Posts;
using Directives.Recommendations.Confidential;
using Directives.Recommendations.Links;
using Directives.Recovery;
using Directives.Register.Import;
using Directives.Reports;
using Directives.Web.Admin;
using Directives.Web.Api;
using Directives.Web.Audit;
using Directives.Web.Below;
using Directives.Web.Cases;
using Directives.Web.Demo;
using Directives.Web.Health;
using Directives.Web.Mine;
using Directives.Web.Office;
using Directives.Web.OwnData;
using Directives.Web.Persons;
using Directives.Web.Registers;
using Directives.Web.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Web;

/// <summary>
/// All endpoints, by where they live. They ask the engine through <see cref="ILinkPages"/>, <see cref="IReportPages"/>,
/// <see cref="IExtensionPages"/>, <see cref="IOfficePages"/>, <see cref="IPostPages"/>,
/// <see cref="IBelowPages"/>, <see cref="IDemoPages"/> and <see cref="IRoles"/>.
/// </summary>
public static class SiteEndpoints
{
    /// <summary>Maps the site; the demonstration only where the installation is a sample.</summary>
    public static IEndpointRouteBuilder MapDirective(this IEndpointRouteBuilder site)
    {
        site.MapGet("/", Home).Allow(Who.Anyone);
        site.MapGet(Asset.StyleSheet.Path, Asset.StyleSheet.Get).Allow(Who.Anyone);
        site.MapGet(Icon.Address, Icon.Get).Allow(Who.Anyone);
        site.MapPost("/leave", (Delegate)LeaveAsync).Allow(Who.Anyone);
        HealthEndpoints.Map(site);
        SignInEndpoints.Map(site);
        SecondFactorEndpoints.Map(site);
        MySignInEndpoints.Map(site);
        LinkEndpoints.Map(site);
        CaseLinkEndpoints.Map(site);
        ReportEndpoints.Map(site);
        ReportApi.Map(site);
        ExtensionEndpoints.Map(site);
        AssistantEndpoints.Map(site);
        OfficeEndpoints.Map(site);
        FileForEndpoints.Map(site);
        PostEndpoints.Map(site);
        RestoreEndpoints.Map(site);
        PersonEndpoints.Map(site);
        EventEndpoints.Map(site);
        AreaExtensionEndpoints.Map(site);
        BelowEndpoints.Map(site);
        SeatPostEndpoints.Map(site);
        AbsenceEndpoints.Map(site);
        HandOverEndpoints.Map(site);
        MineEndpoints.Map(site);
        CaseEndpoints.Map(site);
        RaiseEndpoints.Map(site);
        OwedEndpoints.Map(site);
        ImportEndpoints.Map(site);
        AdminEndpoints.Map(site);
        RulesEndpoints.Map(site);
        ConfidentialEndpoints.Map(site);
        AuditEndpoints.Map(site);
        OwnDataEndpoints.Map(site);
        AgendaEndpoints.Map(site);
        LookEndpoints.Map(site);
        RegisterEndpoints.Map(site);
        ApiDocument.Map(site);
        ForecastEndpoints.Map(site);
        WhatIfEndpoints.Map(site);
        var options = site.ServiceProvider.GetRequiredService<SiteOptions>();
        if (options.Entra is { } entra) EntraEndpoints.Map(site, entra);
        if (options.IsSample) DemoEndpoints.Map(site);
        return site;
    }

    private static IResult Home(HttpContext context) =>
        Pages.Show<HomePage, HomeView>(context, new HomeView(context.Request.Query.ContainsKey("left")));

    private static async Task<IResult> LeaveAsync(HttpContext context, Installation installation, CancellationToken cancel)
    {
        if (Session.Of(context.User) is PersonSession { Id.Length: > 0 } session)
            await installation.Sessions.EndAsync(session.Official, SessionBook.HandleOf(session.Id), session.Actor, cancel);
        await SessionCookie.EndAsync(context);
        // Pages are not kept; the style sheet and whatever a browser keeps all the same go too.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Pages.SeeOther(context, "/?left");
    }
}
