using System.Diagnostics;

namespace Directives.Local.Bench;

/// <summary>Milliseconds on the clock, and of processor time: what one core needs, whoever else wants it meanwhile.</summary>
internal static class CoreTime
{
    private const int WarmUps = 5;

    public static (Spread Clock, Spread Core) Measure<T>(int repetitions, Func<T> ask) => MeasureAsync(repetitions, () => Task.FromResult(ask())).GetAwaiter().GetResult();

    public static async Task<(Spread Clock, Spread Core)> MeasureAsync(int repetitions, Func<Task> ask)
    {
        var (clock, core) = (new List<double>(), new List<double>());
        for (var i = -WarmUps; i < repetitions; i++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            await ask();
            if (i < 0) continue;
            clock.Add(watch.Elapsed.TotalMilliseconds);
            core.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return (Spread.Of(clock), Spread.Of(core));
    }
}
