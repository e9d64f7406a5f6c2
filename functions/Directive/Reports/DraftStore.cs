using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Reports;

/// <summary>
/// Keeps drafts, one for each report that is owed. Of two writers the later is refused, unless they have seen what the other wrote.
/// A draft that filing left behind (a crash came between) is over by its number of versions and is never shown.
/// </summary>
public sealed class DraftStore(ITables tables, string authority)
{
    /// <summary>Row key of a draft.</summary>
    public const string Row = "draft";

    /// <summary>The draft of a report, or null. One read.</summary>
    /// <param name="sheet">Partition of the sheet.</param>
    /// <param name="versions">Versions that are filed.</param>
    public async ValueTask<Draft?> FindAsync(string sheet, string seat, int versions, CancellationToken cancel = default) =>
        await tables.ReadAsync(Table.Drafts, Partition(sheet, seat), Row, cancel) is { } row && Stored.Read<Draft>(row) is var draft
            && draft.Versions == versions ? draft : null;

    /// <summary>The draft that is kept, also one that filing left behind; or null.</summary>
    public async ValueTask<Draft?> AnyAsync(string sheet, string seat, CancellationToken cancel = default) =>
        await tables.ReadAsync(Table.Drafts, Partition(sheet, seat), Row, cancel) is { } row ? Stored.Read<Draft>(row) : null;

    /// <summary>Keeps a draft.</summary>
    /// <param name="next">Its number is given here.</param>
    /// <param name="seen">Number of the draft that its writer had before them; 0 for none.</param>
    /// <param name="keepFiles">The files stay those of the draft that is there, if there is one.</param>
    public async ValueTask<DraftSaving> SaveAsync(
        string sheet, string seat, Draft next, int seen, bool keepFiles = false, CancellationToken cancel = default) =>
        await Races.AgainAsync<DraftSaving>(async () =>
        {
            var row = await tables.ReadAsync(Table.Drafts, Partition(sheet, seat), Row, cancel);
            var known = row is null ? null : Stored.Read<Draft>(row);
            if (known is not null && known.Versions == next.Versions && known.Number != seen && known.Writer != next.Writer)
                return new DraftSaving.Conflict(known);
            var files = keepFiles && known?.Versions == next.Versions ? known : next;
            var draft = next with { Number = (known?.Number ?? 0) + 1, Attachments = files.Attachments, CaseFiles = files.CaseFiles };
            var bytes = Stored.Bytes(draft);
            if (TableLimits.Size(bytes) > TableLimits.BytesInRow) return new DraftSaving.TooLarge();
            RowChange change = row is null ? new Insert(Row, bytes) : new Replace(Row, bytes, row.Version);
            await tables.CommitAsync(Table.Drafts, Partition(sheet, seat), [change], cancel);
            return new DraftSaving.Kept(draft);
        });

    /// <summary>Removes the draft; where there is none, it costs one read.</summary>
    public async ValueTask DeleteAsync(string sheet, string seat, CancellationToken cancel = default)
    {
        if (await tables.ReadAsync(Table.Drafts, Partition(sheet, seat), Row, cancel) is null) return;
        try
        {
            await tables.CommitAsync(Table.Drafts, Partition(sheet, seat), [new Delete(Row)], cancel);
        }
        catch (VersionRaceException)
        {
            // Removed by another in between.
        }
    }

    private string Partition(string sheet, string seat) => Keys.Join(authority, sheet, seat);
}
