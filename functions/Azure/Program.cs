using Directives;
using Directives.Chasing;
using Directives.Cloud;
using Directives.Dossiers;
using Directives.Tables;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.Services.AddTelemetry(builder.Configuration);
    LogWatch? log = null;
    await using var cloud = await CloudInstallation.OpenAsync(CloudSettings.Read(builder.Configuration), () => log, TimeProvider.System, CancellationToken.None);
    builder.Services.AddDirectiveCloud(cloud);
    using var app = builder.Build();
    log = new LogWatch(app.Services.GetRequiredService<ILogger<LogWatch>>());
    // Another engine has the tables.
    cloud.Keeper.Lost.Register(app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication);
    await app.RunAsync();
    return cloud.Keeper.LostTo is { } other ? throw new CannotStartException(new EngineHeldException(other).Message) : 0;
}
catch (Exception e) when (e is CannotStartException or TablesUnusableException or NotSupportedException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
