using Directives.Dossiers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Directives.Cloud;

/// <summary>Holds the tables for the app's engine as long as it runs; ends the app when another engine has them.</summary>
public sealed partial class LeaseLoop(EngineLease lease, TimeProvider clock, IHostApplicationLifetime app, ILogger<LeaseLoop> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(EngineRule.RenewEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await lease.RenewAsync(stoppingToken) is not { } other) continue;
                Lost(log, other.Engine, other.Until);
                app.StopApplication();
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The tables do not answer: then nobody else can take them either.
                Failed(log, e);
            }
        }
    }

    [LoggerMessage(LogLevel.Critical, "The tables are served by the engine '{Engine}' until {Until:u}: this app ends.")]
    private static partial void Lost(ILogger log, string engine, DateTimeOffset until);

    [LoggerMessage(LogLevel.Warning, "The lease of the tables could not be renewed; it is tried again.")]
    private static partial void Failed(ILogger log, Exception e);
}
