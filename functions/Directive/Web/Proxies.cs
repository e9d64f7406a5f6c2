using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Directives.Web;

/// <summary>Whose word on a visitor's address is believed: only that of the proxies that the installation names, for the one step before them.</summary>
internal static class Proxies
{
    public static void Use(IApplicationBuilder app, SiteOptions site)
    {
        if (site.Proxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in site.Proxies) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
