using Directives;
using Directives.Chasing;
using Directives.Cloud;
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
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (e is CannotStartException or TablesUnusableException or NotSupportedException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
