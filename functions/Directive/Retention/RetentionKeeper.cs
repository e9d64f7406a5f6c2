using Directives.Attachments;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Reports;
using Directives.Tables;

namespace Directives.Retention;

/// <summary>
/// Removes personal content of closed cycles when its term is over, once a local day at most, each removal an act on its dossier. It takes a
/// limited piece at a time; killed anywhere, it goes on, since what is gone already is passed over.
/// </summary>
/// <param name="machine">The clock by which files age; a sample's own clock knows nothing of the disk.</param>
public sealed class RetentionKeeper(
    Installation installation, RetentionRules terms, IFiles files, TimeProvider machine) : IChore
{
    /// <summary>Acts of one look.</summary>
    public const int MostActs = 200;

    // Between a file and the report that names it there is an upload's time.
    private static readonly TimeSpan Untouched = TimeSpan.FromDays(1);

    private readonly RetentionBook _book = new(installation.Parts.Tables, installation.Parts.Authority);
    private DateOnly? _finished;

    /// <inheritdoc/>
    public DossierId Id => new(Table.Installation, Keys.Join(installation.Parts.Authority, "retention"));

    /// <summary>Removes the next piece of what is due; nothing once the day is finished.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var now = installation.Parts.Clock.GetUtcNow();
        var today = installation.Parts.Rules.DayAt(now);
        if (_finished == today || (_finished = await _book.FinishedAsync(cancel)) == today) return;
        var sweep = new RetentionSweep(installation, _book, today, MostActs);
        foreach (var cycle in (await installation.Cycles.ListAsync(cancel)).Where(c => c.State == CycleState.Closed && c.Pending is null))
        {
            if (!await RemoveAsync(cycle, today, sweep, cancel)) return;
        }

        await RemoveFilesAsync(cancel);
        await installation.SignIns.SweepAsync(cancel);
        await _book.FinishAsync(today, cancel);
        _finished = today;
    }

    /// <summary>Returns whether nothing is left of it to be done today.</summary>
    private async Task<bool> RemoveAsync(Cycle listed, DateOnly today, RetentionSweep sweep, CancellationToken cancel)
    {
        var over = terms.Over(listed.Zone().DateAt(listed.ClosedAt ?? listed.OpenedAt), today).ToList();
        if (over.Count == 0) return true;
        var done = (await _book.DoneAsync(listed.Id, cancel)).ToList();
        foreach (var kind in over.Except(done).ToList())
        {
            // Letters and links are found by who was told: the kinds go in the order of the enumeration, which keeps that.
            if (!await sweep.RemoveAsync(kind, await installation.Cycles.FrozenAsync(listed.Id, cancel), cancel)) return false;
            done.Add(kind);
            await _book.DoneAsync(listed.Id, done, cancel);
        }

        return true;
    }

    private async Task RemoveFilesAsync(CancellationToken cancel)
    {
        var suspects = await _book.SuspectsAsync(cancel);
        if (suspects.Count == 0) return;
        // The same bytes may be in another report, or in a case, which is kept: only a look at all of them tells, and it is rare.
        var named = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in installation.Parts.Tables.ScanAsync(Table.Sheets, cancel))
        {
            if (row.Row.Key.StartsWith("r|", StringComparison.Ordinal)) named.UnionWith(RetentionSweep.FilesOf(Stored.Read<FiledReport>(row.Row).Content));
        }

        await foreach (var row in installation.Parts.Tables.ScanAsync(Table.Drafts, cancel))
        {
            if (row.Row.Key == DraftStore.Row) named.UnionWith(Stored.Read<Draft>(row.Row).AllFiles().Select(a => a.Hash));
        }

        await foreach (var row in installation.Parts.Tables.ScanAsync(Table.Cases, cancel))
        {
            if (row.Row.Key == CaseRef.EventKey(1) && Stored.Read<CaseEvent>(row.Row) is Raised raised) named.UnionWith((raised.Attachments ?? []).Select(a => a.Hash));
        }

        foreach (var hash in suspects)
        {
            // One that was touched lately may be about to be named again: another day.
            if (named.Contains(hash) || await files.RemoveAsync(hash, machine.GetUtcNow() - Untouched, cancel)) await _book.ClearAsync(hash, cancel);
        }
    }
}
