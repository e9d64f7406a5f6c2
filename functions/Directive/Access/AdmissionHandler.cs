using Directives.Access.Accounts;
using Directives.Recommendations.Links;
using Directives.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Directives.Access;

/// <summary>The one place that decides whether a request is admitted to its endpoint.</summary>
public sealed class AdmissionHandler(SiteOptions site, IRoles roles) : AuthorizationHandler<AdmissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AdmissionRequirement requirement)
    {
        if (context.Resource is not HttpContext http) return;
        if (http.GetEndpoint()?.Metadata.GetMetadata<Admits>() is not { } admits) return;
        var may = Who.Nobody;
        if (Session.Of(http.User) is PersonSession person)
        {
            (may, var withFactor) = await HeldRoles.CountingAsync(http, roles, person);
            (http.Items[typeof(Who)], http.Items[typeof(Roles)]) = (may, withFactor & ~may);
            if ((admits.Who & withFactor & ~may) != 0) http.Items[typeof(SessionRules)] = true;
        }

        if (IsAdmitted(http, admits.Who, may)) context.Succeed(requirement);
    }

    /// <summary>What the person of the request may, for menus; <see cref="Who.Nobody"/> without one.</summary>
    public static Who RolesOf(HttpContext context) => context.Items.TryGetValue(typeof(Who), out var who) && who is Who known ? known : Who.Nobody;

    /// <summary>What the person of the request would have besides, if they showed a second factor.</summary>
    public static Who LackingOf(HttpContext context) => context.Items.TryGetValue(typeof(Roles), out var who) && who is Who known ? known : Who.Nobody;

    /// <summary>Whether only a second factor is missing.</summary>
    public static bool WantsSecondFactor(HttpContext context) => context.Items.ContainsKey(typeof(SessionRules));

    private bool IsAdmitted(HttpContext http, Who who, Who may)
    {
        if ((who & (Who.Anyone | Who.KeyHolder | Who.MailProvider)) != 0) return true;
        if (who.HasFlag(Who.DemoVisitor) && site.IsSample && DemoGate.LetsIn(http.Request)) return true;
        return Session.Of(http.User) switch
        {
            LinkSession => who.HasFlag(Who.LinkHolder),
            CaseSession => who.HasFlag(Who.CaseHolder),
            // The report that somebody opened is theirs only while they are anybody at all.
            PersonSession when who.HasFlag(Who.LinkHolder) && may != Who.Nobody => OpenedReport.HolderOf(http.User) is not null,
            PersonSession => (who & (may | Who.Person)) != 0,
            _ => false,
        };
    }
}
