using Directives.Dossiers;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;

namespace Directives.Tests.Chasing;

/// <summary>A clock that is wrong by a constant.</summary>
internal sealed class SkewedClock(TimeProvider right, TimeSpan by) : TimeProvider
{
    public TimeSpan By => by;

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + by;
}

/// <summary>Two installations over the same rows, one slow by three minutes and one fast; people talk to the one or the other.</summary>
internal sealed class TwoEngines : IDisposable
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(3);
    private readonly MemoryTables _rows = new();
    private readonly MovableClock _clock = new(SmallProvince.Begin);
    private readonly RememberingTransport _mail = new();
    private readonly (Installation Engine, SkewedClock Clock)[] _engines;
    private readonly bool _parallel;

    public TwoEngines(bool parallel)
    {
        _parallel = parallel;
        ITables tables = parallel ? new YieldingTables(_rows) : _rows;
        _engines = [.. new[] { -Skew, Skew }.Select(by => new SkewedClock(_clock, by)).Select(c => (SmallProvince.Install(tables, c, _mail), c))];
    }

    public void Dispose()
    {
        foreach (var (engine, _) in _engines) engine.Dispose();
    }

    public async Task<CrashedMonth.Outcome> PlayAsync()
    {
        await _engines[0].Engine.Registers.ReplaceAsync(SmallProvince.Content(), Actor.System, "test");
        var turn = 0;
        foreach (var step in MonthScript.Steps)
        {
            if (step.Outage) _clock.MoveTo(step.At);
            await RunAsync(step.At);
            var acting = step.Act(_engines[turn++ % 2].Engine);
            if (_parallel) await Task.WhenAll(acting, TickAsync(0), TickAsync(1));
            await acting;
        }

        await RunAsync(_clock.GetUtcNow() + (2 * Skew));
        var faults = new List<string>(_mail.Twice());
        faults.AddRange(await TrailWalk.FaultsAsync(_rows, _engines[0].Engine.Seal));
        faults.AddRange(await DueWalk.ForgottenAsync(_rows, _engines[0].Engine.Due, _clock.GetUtcNow()));
        return new CrashedMonth.Outcome(await EndState.OfAsync(_rows, _mail), 0, 0, faults);
    }

    private async Task RunAsync(DateTimeOffset until)
    {
        while (true)
        {
            var next = _parallel
                ? Min(await Task.WhenAll(Task.Run(() => TickAsync(0)), Task.Run(() => TickAsync(1))))
                : Min([await TickAsync(0), await TickAsync(1)]);
            if (next is not { } at || at > until) break;
            _clock.MoveTo(at);
        }

        _clock.MoveTo(until);
        await TickAsync(0);
        await TickAsync(1);
    }

    // When, by the right clock, the engine next has something to do.
    private async Task<DateTimeOffset?> TickAsync(int engine) =>
        await _engines[engine].Engine.Watch.TickAsync() - _engines[engine].Clock.By;

    private static DateTimeOffset? Min(DateTimeOffset?[] times) => times.Min();
}
