using System.Diagnostics;
using System.Text;
using Directives.Dossiers;
using Directives.Register;
using Directives.Register.Import;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>A nation's places of which half are renamed: compared with the register and carried out, against raw batched inserts of as many rows with the same bytes.</summary>
internal static class ImportBench
{
    private const int Repetitions = 3;
    private const int RowsAtOnce = 100;

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        var file = Encoding.UTF8.GetBytes(SyntheticNation.Csv().Replace("Xã ", "Phường ", StringComparison.Ordinal));
        var (looked, done, raw) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i <= Repetitions; i++)
        {
            using var folder = new BenchFolder();
            await using var made = await BenchInstallation.MakeAsync(folder.File("ours.db"), cancel);
            var imports = made.Installation.Imports;
            var watch = Stopwatch.StartNew();
            var plan = await imports.PlanAsync(ImportFile.Read(file, null), trusted: true, cancel);
            var compared = watch.Elapsed.TotalSeconds;
            watch.Restart();
            if (await imports.ApplyAsync(plan, Actor.System, "benchmark", cancel) is { } refusal) throw new InvalidDataException($"The import was refused: {refusal}.");
            var applied = watch.Elapsed.TotalSeconds;

            var rows = await RowsAsync(made.Installation, cancel);
            using var table = new RawTable(folder.File("raw.db"));
            watch.Restart();
            foreach (var batch in rows.Chunk(RowsAtOnce)) table.Insert(batch);
            var inserted = watch.Elapsed.TotalSeconds;

            // The first one is for the compiler.
            if (i == 0) continue;
            looked.Add(compared);
            done.Add(applied);
            raw.Add(inserted);
        }

        return
        [
            BenchLine.Absolute("import", "say what a file of 11,366 places would change in a nation's register", "s", Spread.Of(looked), 10),
            BenchLine.Absolute("import", "carry it out", "s", Spread.Of(done), 10),
            BenchLine.Ratio("import", "carry it out / insert the register's rows, 100 a transaction", "s", Spread.Of(done), Spread.Of(raw), 2, true),
        ];
    }

    // Of the generation in force; the one before lies beside it.
    private static async Task<List<(string, string, byte[])>> RowsAsync(Installation installation, CancellationToken cancel)
    {
        var partition = Keys.Join(installation.Parts.Authority, (await installation.Registers.StandsAsync(cancel))!.Value.Digest);
        var rows = new List<(string, string, byte[])>();
        await foreach (var (of, row) in installation.Parts.Tables.ScanAsync(Table.Register, cancel))
        {
            if (of == partition) rows.Add((of, row.Key, row.Body.ToArray()));
        }

        return rows;
    }
}
