using System.Diagnostics;
using System.Globalization;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Simulation;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>Finding 1,000 due dossiers among 1,000,000, against finding 1,000 among 10,000.</summary>
internal static class DueBench
{
    private const int Due = 1_000;
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const int Repetitions = 60;
    private static readonly DateTimeOffset Start = new(2023, 4, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        using var folder = new BenchFolder();
        var clock = new MovableClock(Start);
        await using var few = SqliteTables.Open(folder.File("few.db"));
        await using var many = SqliteTables.Open(folder.File("many.db"));
        var (ofFew, ofMany) = (new DueIndex(few, "bench", clock), new DueIndex(many, "bench", clock));
        await FillAsync(ofFew, Few, cancel);
        await FillAsync(ofMany, Many, cancel);

        var (among, baseline) = (new List<double>(), new List<double>());
        for (var i = -5; i < Repetitions; i++)
        {
            // In turns, so that whatever else the machine does troubles both.
            var (one, other) = (await FindAsync(ofFew, cancel), await FindAsync(ofMany, cancel));
            if (i < 0) continue;
            baseline.Add(one);
            among.Add(other);
        }

        return [BenchLine.Ratio("due", "find 1,000 due among 1,000,000 / among 10,000", "ms", Spread.Of(among), Spread.Of(baseline), 1.5, true)];
    }

    // Entries of one shard fill batches that wait for the disk together with those of the others.
    private static Task FillAsync(DueIndex index, int dossiers, CancellationToken cancel)
    {
        var entries = Enumerable.Range(0, dossiers).Select(i => (
            Id: new SheetRef("bench", "02-QD-TU.2023-04", i.ToString("D7", CultureInfo.InvariantCulture), 0).Dossier,
            At: i % (dossiers / Due) == 0 ? Start.AddMinutes(1 + (i % 60)) : Start.AddDays(2 + (i % 300)).AddSeconds(i % 86_400)));
        return Task.WhenAll(entries.GroupBy(e => DueIndex.ShardOf(e.Id)).Select(shard => index.AnnounceAsync(shard, cancel)));
    }

    private static async Task<double> FindAsync(DueIndex index, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var found = 0;
        for (var shard = 0; shard < DueIndex.Shards; shard++) found += (await index.UpToAsync(shard, Start.AddDays(1), 5_000, cancel)).Count;
        var spent = watch.Elapsed.TotalMilliseconds;
        return found == Due ? spent : throw new InvalidOperationException($"{found} dossiers are due, not {Due}.");
    }
}
