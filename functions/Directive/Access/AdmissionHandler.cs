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
        if (await IsAdmittedAsync(http, admits.Who)) context.Succeed(requirement);
    }

    private async ValueTask<bool> IsAdmittedAsync(HttpContext http, Who who)
    {
        if ((who & (Who.Anyone | Who.KeyHolder | Who.MailProvider)) != 0) return true;
        if (who.HasFlag(Who.DemoVisitor) && site.IsSample && DemoGate.LetsIn(http.Request)) return true;
        return Session.Of(http.User) switch
        {
            LinkSession => who.HasFlag(Who.LinkHolder),
            PersonSession person => (who & Who.Office & await roles.OfAsync(person.Official, http.RequestAborted)) != 0,
            _ => false,
        };
    }
}
