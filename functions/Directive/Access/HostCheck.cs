using Directives.Web;
using Microsoft.AspNetCore.Http;

namespace Directives.Access;

/// <summary>The site answers only under its own address, so that no forged host ends up in a page or a cache.</summary>
public sealed class HostCheck(RequestDelegate next, SiteOptions site)
{
    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host;
        if (IsOurs(host)) return next(context);
        ErrorPages.Refuse(context, StatusCodes.Status400BadRequest, "host", site.PublicAddress.ToString());
        return Task.CompletedTask;
    }

    private bool IsOurs(HostString host) =>
        host.HasValue
        && ((site.IsSample && DemoGate.IsThisMachine(host.Host))
            || Same(host.Value, site.PublicAddress.Authority)
            || site.OtherHosts.Any(other => Same(host.Value, other)));

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
