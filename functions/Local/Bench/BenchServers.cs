using System.Net;
using System.Net.Sockets;
using Directives.Access;
using Directives.Assistants;
using Directives.Extensions;
using Directives.Reports;
using Directives.Web;
using Directives.Web.Office;

namespace Directives.Local.Bench;

/// <summary>The two servers that are compared: the real site, and an empty endpoint that inserts one row.</summary>
internal static class BenchServers
{
    /// <summary>The site over an installation, with its whole pipeline.</summary>
    public static async Task<(WebApplication App, Uri Address)> SiteAsync(Installation installation, DirectoryInfo keys, CancellationToken cancel)
    {
        var (builder, address) = Builder();
        builder.Services.AddSingleton(installation);
        builder.Services.AddSingleton<IRoles, RegisterRoles>();
        builder.Services.AddSingleton<LinkDesk>();
        builder.Services.AddSingleton<ILinkPages>(s => s.GetRequiredService<LinkDesk>());
        builder.Services.AddSingleton<IReportPages>(s => s.GetRequiredService<LinkDesk>());
        builder.Services.AddSingleton<IDraftPages, DraftDesk>().AddSingleton<IReportReading, ReadingDesk>();
        builder.Services.AddSingleton<IAssistantPages, AssistantPages>().AddSingleton<IExtensionPages, ExtensionPages>();
        builder.Services.AddSingleton<IOfficePages, OfficeDesk>();
        builder.Services.AddDirectiveWeb(new SiteOptions { PublicAddress = address, IsSample = false }, keys);
        var app = builder.Build();
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
