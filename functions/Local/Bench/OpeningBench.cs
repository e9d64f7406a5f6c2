using System.Diagnostics;
using Directives.Cycles;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>Opening cycles of 11,303 posts, against raw batched inserts of as many rows with the same bytes.</summary>
internal static class OpeningBench
{
    private const int Repetitions = 5;
    private const int RowsAtOnce = 100;

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        var (ours, raw) = (new List<double>(), new List<double>());
        for (var i = 0; i <= Repetitions; i++)
        {
            using var folder = new BenchFolder();
            await using var made = await BenchInstallation.MakeAsync(folder.File("ours.db"), cancel);
            var watch = Stopwatch.StartNew();
            await made.Installation.Keeper.WakeAsync(cancel);
            var opened = watch.Elapsed.TotalSeconds;

            var rows = await ObligationsAsync(made.Installation, cancel);
            using var table = new RawTable(folder.File("raw.db"));
            watch.Restart();
            foreach (var batch in rows.Chunk(RowsAtOnce)) table.Insert(batch);
            var inserted = watch.Elapsed.TotalSeconds;

            // The first one is for the compiler.
            if (i == 0) continue;
            ours.Add(opened);
            raw.Add(inserted);
        }

        return
        [
            BenchLine.Ratio("opening", "open cycles of 11,303 posts / insert as many rows, 100 a transaction", "s", Spread.Of(ours), Spread.Of(raw), 4, true),
            BenchLine.Absolute("opening", "open cycles of 11,303 posts", "s", Spread.Of(ours), 1),
        ];
    }

    private static async Task<List<(string, string, byte[])>> ObligationsAsync(Installation installation, CancellationToken cancel)
    {
        var rows = new List<(string, string, byte[])>();
        await foreach (var (partition, row) in installation.Parts.Tables.ScanAsync(Table.Sheets, cancel))
        {
            if (row.Key.StartsWith(SheetRef.Obligations, StringComparison.Ordinal)) rows.Add((partition, row.Key, row.Body.ToArray()));
        }

        return rows;
    }
}
