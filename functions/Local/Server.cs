using Directives.Access.Entra;
using Directives.Access.FormKeys;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Local.Data;
using Directives.Local.Demo;
using Directives.Mail;
using Directives.Web;
using Directives.Web.Demo;

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
        // Before anything is made or begun; whoever takes the port meanwhile is found out below.
        port = ProbePort(port);
        var address = new Uri($"http://localhost:{port}");
        LogWatch? log = null;
        var options = new WatchOptions { OnError = (id, e) => log?.Failed(id, e), OnMailFault = e => log?.Failed(e) };
        var local = await LocalInstallation.OpenAsync(folder, path => new Uri(address, path), options, cancel);
        if (!local.Mark.Sample && local.Installation.Parts.Transport is Outbox)
        {
            await local.DisposeAsync();
            throw new CannotStartException("This installation is no sample, and its letters would go nowhere: set Mail:Transport in mail.json (README, Mail), or serve it where that is set.");
        }

        WebApplication? app = null;
        try
        {
            app = Build(local, folder, address);
            log = new LogWatch(app.Logger);
            await app.StartAsync(cancel);
            var lifetime = app.Lifetime;
            local.Lost.Register(lifetime.StopApplication);
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
            if (e is IOException) throw CannotUse(port, e);
            throw;
        }
    }

    /// <summary>Until it is told to end.</summary>
    /// <exception cref="CannotStartException">It ended because another engine has the tables.</exception>
    public async Task WaitAsync(CancellationToken cancel)
    {
        await _app.WaitForShutdownAsync(cancel);
        if (_local.LostTo is { } held) throw new CannotStartException(new EngineHeldException(held).Message);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _local.DisposeAsync();
    }

    private static WebApplication Build(LocalInstallation local, DataFolder folder, Uri address)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(address.Port));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var services = builder.Services;
        services.AddDirectiveEngine(local.Installation, local.EventKey).AddSingleton(local.Clock).AddSingleton(local.Outbox);
        services.AddSingleton<IDemoPages, DemoDesk>();
        services.AddSingleton(s => new WatchLoop(local.Installation, local.Mark.Sample ? local.Clock.SaveNowAndThenAsync : _ => Task.CompletedTask, s.GetRequiredService<ILogger<WatchLoop>>()));
        services.AddHostedService(s => s.GetRequiredService<WatchLoop>());
        services.AddDirectiveWeb(new SiteOptions { PublicAddress = address, IsSample = local.Mark.Sample, Entra = EntraOptions.OfProcess() });
        var app = builder.Build();
        FolderKeys.Move(folder.FormKeys, app.Services.GetRequiredService<KeyRows>(), new KeyEncryptor(app.Services.GetRequiredService<IKeyWrap>()));
        app.UseDirective();
        return app;
    }

    /// <summary>The port if it is free, any free one for 0.</summary>
    private static int ProbePort(int port)
    {
        try
        {
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
            listener.Start();
            return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw CannotUse(port, e);
        }
    }

    private static CannotStartException CannotUse(int port, Exception why) =>
        new($"Port {port} cannot be used: {why.Message.TrimEnd('.')}. Name another with --port.");
}
