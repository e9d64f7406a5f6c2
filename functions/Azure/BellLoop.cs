using System.Threading.Channels;
using Directives.Alarms;
using Directives.Dossiers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Directives.Cloud;

/// <summary>
/// After a change: rings its alarm, or wakes what has none. All of it is a hint; what is lost here, timers and the sweep find.
/// </summary>
public sealed partial class BellLoop(Installation installation, AlarmLine line, ILogger<BellLoop> log) : BackgroundService
{
    private readonly Channel<DossierId> _rung = Channel.CreateBounded<DossierId>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        installation.Bell.Rang += Rang;
        try
        {
            while (await _rung.Reader.WaitToReadAsync(stoppingToken)) await AnswerAsync(stoppingToken);
        }
        finally
        {
            installation.Bell.Rang -= Rang;
        }
    }

    private void Rang(DossierId id) => _rung.Writer.TryWrite(id);

    /// <summary>Everything that rang meanwhile, each once.</summary>
    private async Task AnswerAsync(CancellationToken cancel)
    {
        var rung = new HashSet<DossierId>();
        while (_rung.Reader.TryRead(out var id)) rung.Add(id);
        try
        {
            if (line.Latest is { } clock)
            {
                var setter = new AlarmSetter(clock);
                foreach (var name in rung.Select(AlarmName.For).OfType<AlarmName>()) await setter.EnsureAsync(name, true, cancel);
            }

            // The watch has heard of the others itself.
            if (rung.Any(id => AlarmName.For(id) is null)) await installation.Watch.TickAsync(cancel: cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "After a change its alarm could not be rung; the next timer looks.")]
    private static partial void Failed(ILogger log, Exception e);
}
