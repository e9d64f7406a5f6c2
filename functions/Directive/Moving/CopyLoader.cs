using System.Runtime.CompilerServices;
using Directives.Attachments;
using Directives.Tables;

namespace Directives.Moving;

/// <summary>
/// Puts a copy into empty tables. Killed anywhere, nothing can be served from them (<see cref="MoveMark"/>), and the same copy read in again goes on; the
/// installation's own mark comes last.
/// </summary>
public sealed class CopyLoader(ITables tables, IFiles files, TimeProvider machine)
{
    private const int AtOnce = 8;

    /// <summary>Reads all of it in. The caller holds the tables, and lets them be served when it has done the rest (<see cref="MoveMark.RemoveAsync"/>).</summary>
    /// <exception cref="CannotStartException">Something else is in the tables; nothing was changed.</exception>
    public async Task LoadAsync(CopyFile copy, CancellationToken cancel = default)
    {
        if (await BeginAsync(copy, cancel)) return;
        foreach (var hash in copy.Hashes())
        {
            // Spooled by whoever keeps it; what is in a ZIP file cannot be read twice.
            await using var content = copy.OpenFile(hash);
            await files.PutAsync(content, cancel);
        }

        foreach (var table in Enum.GetValues<Table>().Where(t => t != Table.Installation)) await LoadAsync(copy, table, cancel);
        await LoadAsync(copy, Table.Installation, cancel);
        await copy.Manifest.Mark.MakeAsync(tables, cancel);
    }

    /// <summary>Returns whether all of it was read in before.</summary>
    private async Task<bool> BeginAsync(CopyFile copy, CancellationToken cancel)
    {
        switch (await MoveMark.ReadAsync(tables, cancel))
        {
            case { State: MoveState.Arriving or MoveState.CatchingUp } begun when begun.Copy == copy.Print:
                return begun.State == MoveState.CatchingUp;
            case { State: MoveState.Arriving or MoveState.CatchingUp }:
                throw new CannotStartException("Another copy was being read into these tables and was cut short: run that import again, or name an empty place.");
            case { State: MoveState.Gone }:
                throw new CannotStartException("These tables hold an installation that was exported to go on elsewhere: name an empty place, or take the export back with 'export --undo'.");
        }

        foreach (var table in Enum.GetValues<Table>())
        {
            await foreach (var (partition, _) in tables.ScanAsync(table, cancel))
            {
                if (!CopyNames.Stays(table, partition))
                    throw new CannotStartException("There is an installation in these tables already: name an empty place (another --data, or another --prefix). Nothing was changed.");
            }
        }

        await new MoveMark(MoveState.Arriving, copy.Print, machine.GetUtcNow()).WriteAsync(tables, cancel);
        return false;
    }

    private Task LoadAsync(CopyFile copy, Table table, CancellationToken cancel) => Parallel.ForEachAsync(
        BatchesAsync(copy, table, cancel), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
        async (batch, stop) => await tables.CommitAsync(table, batch.Partition, batch.Rows, stop));

    private static async IAsyncEnumerable<(string Partition, List<RowChange> Rows)> BatchesAsync(
        CopyFile copy, Table table, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (partition, rows, bytes) = ("", new List<RowChange>(), 0L);
        await foreach (var (of, row) in copy.RowsAsync(table, cancel))
        {
            // Written last, as the sign that all is there.
            if (table == Table.Installation && InstallationMark.IsRow(of, row.Key)) continue;
            var size = TableLimits.Size(row.Body.Span);
            if (rows.Count > 0 && (of != partition || rows.Count == TableLimits.RowsInBatch || bytes + size > TableLimits.BytesInBatch))
            {
                yield return (partition, rows);
                (rows, bytes) = ([], 0);
            }

            partition = of;
            bytes += size;
            rows.Add(new Put(row.Key, row.Body));
        }

        if (rows.Count > 0) yield return (partition, rows);
    }
}
