using Directives.Chasing;

namespace Directives.Local;

/// <summary>
/// Runs <see cref="Watch"/> while the program serves: naps until something is due or changed, sweeps every fifteen minutes.
/// Whoever moves the clock takes the loop's place meanwhile.
/// </summary>
public sealed partial class WatchLoop(Installation installation, Func<CancellationToken, Task>? afterLook, ILogger<WatchLoop> log) : BackgroundService
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ShortestNap = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(15);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _stirred = new(0, 1);

    /// <summary>Runs work while the loop waits.</summary>
    public async Task InsteadAsync(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await work(cancel);
        }
        finally
        {
            _turn.Release();
            Stir();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        installation.Bell.Rang += _ => Stir();
        var clock = installation.Parts.Clock;
        var swept = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var sweep = now - swept >= SweepEvery;
            if (sweep) swept = now;
            var next = await LookAsync(sweep, stoppingToken);
            var nap = next is { } at ? at - clock.GetUtcNow() : LongestNap;
            await _stirred.WaitAsync(nap < ShortestNap ? ShortestNap : nap > LongestNap ? LongestNap : nap, stoppingToken);
        }
    }

    private async Task<DateTimeOffset?> LookAsync(bool sweep, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var next = await installation.Watch.TickAsync(sweep, cancel);
            if (afterLook is not null) await afterLook(cancel);
            return next;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e);
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Stir()
    {
        try
        {
            if (_stirred.CurrentCount == 0) _stirred.Release();
        }
        catch (SemaphoreFullException)
        {
            // Stirred already.
        }
    }

    [LoggerMessage(LogLevel.Error, "The watch could not look; it tries again.")]
    private static partial void Failed(ILogger log, Exception e);
}
