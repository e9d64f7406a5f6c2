using Directives.Access;
using Directives.Chasing;
using Directives.Local.Data;
using Directives.Local.Demo;
using Directives.Reports;
using Directives.Web;
using Directives.Web.Demo;
using Directives.Web.Office;

namespace Directives.Local;

/// <summary>The local head: Kestrel on loopback, the site, and the watch.</summary>
public sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LocalInstallation _local;

    private Server(WebApplication app, LocalInstallation local, string address) => (_app, _local, Address) = (app, local, address);

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>The web application, for tests that list its endpoints.</summary>
    public WebApplication App => _app;

    /// <summary>Starts to serve a data folder.</summary>
    /// <exception cref="CannotStartException">The folder or the port cannot be used.</exception>
    public static async Task<Server> StartAsync(DataFolder folder, int port, CancellationToken cancel)
    {
        if (port == 0) port = FreePort();
        var address = new Uri($"http://localhost:{port}");
        LogWatch? log = null;
        var options = new WatchOptions { OnError = (id, e) => log?.Failed(id, e) };
        var local = await LocalInstallation.OpenAsync(folder, path => new Uri(address, path), options, cancel);
        WebApplication? app = null;
        try
        {
            app = Build(local, folder, address);
            log = new LogWatch(app.Logger);
            await app.StartAsync(cancel);
            return new Server(app, local, address.ToString().TrimEnd('/'));
        }
        catch (Exception e)
        {
            // The watch may run already: it ends before its tables close.
            if (app is not null)
            {
                await app.StopAsync(CancellationToken.None);
                await app.DisposeAsync();
            }

            await local.DisposeAsync();
            if (e is IOException) throw new CannotStartException($"Port {port} cannot be used: {e.Message} Name another with --port.");
            throw;
        }
    }

    /// <summary>Until it is told to end.</summary>
    public Task WaitAsync(CancellationToken cancel) => _app.WaitForShutdownAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _local.DisposeAsync();
    }

    private static WebApplication Build(LocalInstallation local, DataFolder folder, Uri address)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(address.Port);
            kestrel.AddServerHeader = false;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // The folder's rights protect the keys here; a stranger would only wonder about the warning.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        var services = builder.Services;
        services.AddSingleton(local.Installation).AddSingleton(local.Clock).AddSingleton(local.Outbox);
        services.AddSingleton<IRoles, RegisterRoles>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<ILinkPages>(s => s.GetRequiredService<LinkDesk>());
        services.AddSingleton<IReportPages>(s => s.GetRequiredService<LinkDesk>());
        services.AddSingleton<IOfficePages, OfficeDesk>();
        services.AddSingleton<IDemoPages, DemoDesk>();
        services.AddSingleton(s => new WatchLoop(local.Installation, local.Clock.SaveNowAndThenAsync, s.GetRequiredService<ILogger<WatchLoop>>()));
        services.AddHostedService(s => s.GetRequiredService<WatchLoop>());
        services.AddDirectiveWeb(new SiteOptions { PublicAddress = address, IsSample = local.Mark.Sample }, folder.FormKeys);

        var app = builder.Build();
        app.UseDirective();
        return app;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
