using System.Net;
using System.Net.Sockets;
using Directives.Access;
using Directives.Web;
using Directives.Web.Demo;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Directives.Local.Bench;

/// <summary>The two servers that are compared: the real site, and an empty endpoint that inserts one row.</summary>
internal static class BenchServers
{
    /// <summary>The site over an installation, with its whole pipeline.</summary>
    /// <param name="more">Endpoints beside the site's own.</param>
    /// <param name="sample">Whether it lets persons in as a sample does.</param>
    public static async Task<(WebApplication App, Uri Address)> SiteAsync(Installation installation, CancellationToken cancel, bool sample = false, Action<IEndpointRouteBuilder>? more = null)
    {
        var (builder, address) = Builder();
        builder.Services.AddDirectiveEngine(installation);
        if (sample) builder.Services.AddSingleton<IDemoPages>(_ => throw new InvalidOperationException("Nobody looks at the demonstration here."));
        builder.Services.AddDirectiveWeb(new SiteOptions { PublicAddress = address, IsSample = sample });
        var app = builder.Build();
        more?.Invoke(app);
        app.UseDirective();
        await app.StartAsync(cancel);
        return (app, address);
    }

    /// <summary>An endpoint that does nothing but insert what it gets, in a transaction of its own.</summary>
    public static async Task<(WebApplication App, Uri Address)> RawAsync(RawTable table, CancellationToken cancel)
    {
        var (builder, address) = Builder();
        var app = builder.Build();
        app.MapPost("/raw/{key}", async (string key, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            table.Insert([("raw", key, body.ToArray())]);
            return Results.StatusCode(StatusCodes.Status201Created);
        });
        await app.StartAsync(cancel);
        return (app, address);
    }

    /// <summary>The cookie of a session as the site itself writes it.</summary>
    public static string CookieOf(WebApplication site, Session session)
    {
        var cookie = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var times = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) };
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(new AuthenticationTicket(session.Principal(), times, CookieAuthenticationDefaults.AuthenticationScheme))}";
    }

    private static (WebApplicationBuilder Builder, Uri Address) Builder()
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(address.Port));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return (builder, address);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
