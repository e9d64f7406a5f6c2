using Directives.Access;
using Directives.Access.Entra;
using Directives.Assistants;
using Directives.Extensions;
using Directives.Forecasts;
using Directives.Mail.Faults;
using Directives.Posts;
using Directives.Recommendations.Links;
using Directives.Recovery;
using Directives.Reports;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Mail;
using Directives.Web;
using Directives.Web.Admin;
using Directives.Web.Audit;
using Directives.Web.Below;
using Directives.Web.Cases;
using Directives.Web.Demo;
using Directives.Web.Mine;
using Directives.Web.Office;
using Directives.Web.OwnData;
using Directives.Web.Persons;
using Directives.Web.Registers;
using Directives.Web.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directives.Tests.Web;

/// <summary>The real site on Kestrel and a free port, with sample answers in the engine's place.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly DirectoryInfo _keys;
    private readonly WebApplication _app;

    private TestSite(WebApplication app, DirectoryInfo keys)
    {
        _app = app;
        _keys = keys;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
    }

    public Uri Address { get; }

    public SampleWorld World => _app.Services.GetRequiredService<SampleWorld>();

    public SampleOffice Office => _app.Services.GetRequiredService<SampleOffice>();

    public SamplePersons Persons => _app.Services.GetRequiredService<SamplePersons>();
    public SampleBelow Below => _app.Services.GetRequiredService<SampleBelow>();

    public SampleDemo Demo => _app.Services.GetRequiredService<SampleDemo>();

    public IReadOnlyList<Endpoint> Endpoints { get; }

    /// <summary>Everything that was logged, scopes included.</summary>
    public ListLogger Log => _app.Services.GetRequiredService<ListLogger>();

    public static async Task<TestSite> StartAsync(
        bool sample = true, string publicAddress = "http://localhost:7071", Action<IEndpointRouteBuilder>? more = null, DirectoryInfo? keys = null, int port = 0,
        Action<IServiceCollection>? engine = null,
        Action<IServiceCollection>? services = null, EntraOptions? entra = null, IReadOnlyList<System.Net.IPNetwork>? proxies = null)
    {
        keys ??= Directory.CreateTempSubdirectory("directive-keys-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port));
        var log = new ListLogger();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton(log).AddRoutingCore();
        builder.Services.AddDirectiveWeb(new SiteOptions { PublicAddress = new Uri(publicAddress), IsSample = sample, Entra = entra, Proxies = proxies ?? [] }, keys);
        (engine ?? AddSample)(builder.Services);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        more?.Invoke(app);
        app.UseDirective();
        await app.StartAsync();
        return new TestSite(app, keys);
    }

    /// <summary>Registers the sample answers.</summary>
    public static void AddSample(IServiceCollection services)
    {
        services.AddSingleton<SampleWorld>().AddSingleton<SampleOffice>().AddSingleton<SampleDemo>().AddSingleton<SamplePersons>();
        services.AddSingleton<ILinkPages>(s => s.GetRequiredService<SampleWorld>());
        services.AddSingleton<IReportPages>(s => s.GetRequiredService<SampleWorld>());
        services.AddSingleton<IDraftPages>(s => s.GetRequiredService<SampleWorld>());
        services.AddSingleton<IReportReading>(s => s.GetRequiredService<SampleWorld>());
        services.AddSingleton<IRoles>(s => s.GetRequiredService<SampleWorld>());
        services.AddSingleton<IAssistantPages>(s => s.GetRequiredService<SampleWorld>());
        services.AddSingleton<IAreaExtensionPages>(s => s.GetRequiredService<SampleOffice>());
        services.AddSingleton<SampleBelow>();
        services.AddSingleton<IBelowPages>(s => s.GetRequiredService<SampleBelow>());
        services.AddSingleton<IExtensionPages>(s => s.GetRequiredService<SampleBelow>());
        services.AddSingleton<IOfficePages>(s => s.GetRequiredService<SampleOffice>());
        services.AddSingleton<IPostPages, SamplePost>();
        services.AddSingleton<IRestorePages, SampleRestores>();
        services.AddSingleton<IPersonPages>(s => s.GetRequiredService<SamplePersons>());
        services.AddSingleton<IDemoPages>(s => s.GetRequiredService<SampleDemo>());
        // Asked only by whoever signs in, which nobody does here.
        services.AddSingleton(_ => SmallProvince.BegunAsync(new MemoryTables(), TimeProvider.System, new RememberingTransport()).GetAwaiter().GetResult()).AddDirectiveSignIn();
        services.AddSingleton<LinkDesk>().AddSingleton<IFileForPages, FileForDesk>().AddSingleton<IMinePages, MineDesk>().AddSingleton<IAdminPages, AdminDesk>().AddSingleton<RulesDesk>();
        services.AddSingleton<ICasePages, CasePages>().AddSingleton<IRaisePages, RaisePages>().AddSingleton<IOwedPages, OwedPages>().AddSingleton<CaseLinkDesk>();
        services.AddSingleton<SeatPostPages>().AddSingleton<AbsencePages>().AddSingleton<HandOverPages>();
        services.AddSingleton<AgendaDesk>().AddSingleton<LookDesk>();
        services.AddSingleton<AgendaDesk>().AddSingleton<LookDesk>().AddRegisterPages();
        services.AddSingleton<AgendaDesk>().AddSingleton<LookDesk>().AddSingleton<ForecastDesk>().AddSingleton<WhatIfDesk>();
        services.AddSingleton<IAuditPages, SampleTrail>().AddSingleton<IOwnDataPages, SampleTrail>();
    }

    /// <summary>Registers the sample answers of the demonstration only.</summary>
    public static void AddDemo(IServiceCollection services) => services.AddSingleton<SampleDemo>().AddSingleton<IDemoPages>(s => s.GetRequiredService<SampleDemo>());

    /// <summary>Registers the engine itself, as the heads do; there is a session of the office only for a sample's visitor.</summary>
    public static Action<IServiceCollection> Engine(Installation installation) => services =>
    {
        services.AddDirectiveEngine(installation).AddSingleton<SampleDemo>();
        services.AddSingleton<IDemoPages>(s => s.GetRequiredService<SampleDemo>());
    };

    /// <summary>A browser of its own, without cookies.</summary>
    public TestBrowser Browser() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_keys.Exists) _keys.Delete(recursive: true);
    }
}
