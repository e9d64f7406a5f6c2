using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>A head as it was read, with the version under which it may be replaced.</summary>
public readonly record struct Held<THead>(THead Head, string Version)
    where THead : Head;

/// <summary>
/// Reads dossiers and commits acts: head under its version, changed rows and trail entry in one batch (design, idea 1),
/// with the due index written before the batch that needs it (idea 2).
/// </summary>
public sealed class DossierStore(ITables tables, DueIndex due, TrailSeal seal, TimeProvider clock)
{
    /// <summary>The port beneath, for reads of single rows.</summary>
    public ITables Tables => tables;

    /// <summary>An act of this process stands on the dossier; its number in the trail.</summary>
    public event Action<DossierId, long>? Committed;

    /// <summary>The head, or null where the dossier does not exist.</summary>
    public async ValueTask<Held<THead>?> HeadAsync<THead>(DossierId id, CancellationToken cancel)
        where THead : Head
    {
        var row = await tables.ReadAsync(id.Table, id.Partition, Keys.Head, cancel);
        return row is null ? null : new Held<THead>(Stored.Read<THead>(row), row.Version);
    }

    /// <summary>Rows of the dossier whose key starts with <paramref name="prefix"/>, as records.</summary>
    public async ValueTask<IReadOnlyList<T>> RowsAsync<T>(DossierId id, string prefix, CancellationToken cancel, int? limit = null)
    {
        var rows = await tables.QueryAsync(id.Table, id.Partition, KeyRange.Prefix(prefix), limit, cancel);
        var records = new T[rows.Count];
        for (var i = 0; i < records.Length; i++) records[i] = Stored.Read<T>(rows[i]);
        return records;
    }

    /// <summary>One row as a record, or default.</summary>
    public async ValueTask<T?> RowAsync<T>(DossierId id, string key, CancellationToken cancel)
    {
        var row = await tables.ReadAsync(id.Table, id.Partition, key, cancel);
        return row is null ? default : Stored.Read<T>(row);
    }

    /// <summary>Begins a dossier with its first act.</summary>
    /// <exception cref="RowExistsException">The dossier is there already; for whoever opens it, that is the same as done.</exception>
    public ValueTask<Held<THead>> BeginAsync<THead>(DossierId id, THead head, Act act, CancellationToken cancel)
        where THead : Head => CommitAsync(id, null, head, act, cancel);

    /// <summary>Commits an act on a dossier that was read as <paramref name="before"/>; null begins it.</summary>
    /// <exception cref="VersionRaceException">Another act came first; judge again.</exception>
    /// <exception cref="RowExistsException">Another act began it; judge again.</exception>
    public async ValueTask<Held<THead>> CommitAsync<THead>(
        DossierId id, Held<THead>? before, THead after, Act act, CancellationToken cancel)
        where THead : Head
    {
        if (after.Next is { } next && (before?.Head.Next is not { } covered || next < covered))
            await due.AnnounceAsync(id, next, cancel);
        return await WriteAsync(id, before, after, act, cancel);
    }

    /// <summary>As <see cref="BeginAsync"/>, for one whose due entry the caller has announced already, together with others.</summary>
    public ValueTask<Held<THead>> BeginAnnouncedAsync<THead>(DossierId id, THead head, Act act, CancellationToken cancel)
        where THead : Head => WriteAsync(id, (Held<THead>?)null, head, act, cancel);

    private async ValueTask<Held<THead>> WriteAsync<THead>(
        DossierId id, Held<THead>? before, THead after, Act act, CancellationToken cancel)
        where THead : Head
    {
        var tip = before?.Head.Tip ?? TrailTip.None;
        var digests = new RowDigest[act.Changes.Count + 1];
        var head = TrailSeal.WithoutTip(after);
        digests[^1] = new RowDigest(Keys.Head, TrailSeal.Digest(head));
        for (var i = 0; i < act.Changes.Count; i++)
        {
            var change = act.Changes[i];
            digests[i] = new RowDigest(change.Key, change is Delete ? "" : TrailSeal.Digest(change.Body.Span));
        }

        var (entry, trail) = seal.SealedBytes(new TrailEntry(
            tip.Number + 1, clock.GetUtcNow(), act.Name, act.By.Id, act.By.For, act.Why,
            act.Facts.Count == 0 ? null : act.Facts, digests, tip.Hash, ""));
        after = after with { Tip = new TrailTip(entry.Number, entry.At, entry.Hash) };

        var batch = new RowChange[act.Changes.Count + 2];
        batch[0] = before is { } held
            ? new Replace(Keys.Head, TrailSeal.WithTip(head, after.Tip), held.Version)
            : new Insert(Keys.Head, TrailSeal.WithTip(head, after.Tip));
        for (var i = 0; i < act.Changes.Count; i++) batch[i + 1] = act.Changes[i];
        batch[^1] = new Insert(Keys.Trail(entry.Number), trail);
        var versions = await tables.CommitAsync(id.Table, id.Partition, batch, cancel);
        Committed?.Invoke(id, entry.Number);
        return new Held<THead>(after, versions[0]);
    }
}
