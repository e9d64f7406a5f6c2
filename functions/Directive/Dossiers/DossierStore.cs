using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>A head as it was read, with the version under which it may be replaced.</summary>
public readonly record struct Held<THead>(THead Head, string Version)
    where THead : Head;

/// <summary>
/// Reads dossiers and commits acts: head under its version, changed rows and trail entry in one batch (design, idea 1),
/// with the due index written before the batch that needs it (idea 2).
/// </summary>
/// <param name="grown">Where it is marked, also before the batch, that a dossier's chain grows; null where nobody seals them.</param>
public sealed class DossierStore(ITables tables, DueIndex due, TrailSeal seal, TimeProvider clock, GrownIndex? grown = null)
{
    private readonly LastActs _last = new();

    /// <summary>UTC.</summary>
    internal DateTimeOffset Now => clock.GetUtcNow();

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
        var next = Wants(before, after);
        if (grown?.Needed(id) is { } mark) await AnnounceAsync(DueIndex.ShardOf(id), [(id, next, mark)], cancel);
        else if (next is { } at) await due.AnnounceAsync(id, at, cancel);
        return await WriteAsync(id, before, after, act, cancel);
    }

    /// <summary>Announces what acts on many dossiers need that are about to be committed by <see cref="CommitAnnouncedAsync"/>: in one batch instead of one each.</summary>
    /// <param name="from">The dossier that owes them, on whose shard they are listed.</param>
    public Task AnnounceAsync<THead>(DossierId from, IEnumerable<(DossierId Id, Held<THead>? Before, THead After)> acts, CancellationToken cancel)
        where THead : Head =>
        AnnounceAsync(DueIndex.ShardOf(from), [.. acts.Select(a => (a.Id, Wants(a.Before, a.After), grown?.Needed(a.Id)))], cancel);

    /// <summary>As <see cref="CommitAsync"/>, for an act that was announced already, together with others.</summary>
    public ValueTask<Held<THead>> CommitAnnouncedAsync<THead>(DossierId id, Held<THead>? before, THead after, Act act, CancellationToken cancel)
        where THead : Head => WriteAsync(id, before, after, act, cancel);

    /// <summary>Marks that chains of these dossiers are about to grow, in a few batches, so that no act of this hour needs to.</summary>
    public async Task MarkAsync(IEnumerable<DossierId> ids, CancellationToken cancel)
    {
        if (grown is not null) await grown.MarkAsync(ids.Where(id => grown.Needed(id) is not null), cancel);
    }

    /// <summary>What this process last did on a dossier; null where it has forgotten, or lost a race since.</summary>
    public LastAct? Last(DossierId id) => _last.Find(id);

    /// <summary>
    /// The head of a dossier to act on now: as this process left it, if that says already that attention is due; else as it is read. Nothing may rest on it but an
    /// act on the same dossier: that loses the race if somebody else acted since.
    /// </summary>
    public async ValueTask<Held<THead>?> DueHeadAsync<THead>(DossierId id, CancellationToken cancel)
        where THead : Head =>
        Last(id)?.HeldAs<THead>() is { Head.Next: { } next } held && next <= clock.GetUtcNow() ? held : await HeadAsync<THead>(id, cancel);

    /// <summary>A row of a dossier under a head that was got by <see cref="DueHeadAsync"/>: as this process left it, if it wrote it together with that head; else as it is read.</summary>
    public async ValueTask<T?> RowAsync<THead, T>(DossierId id, Held<THead> held, string key, CancellationToken cancel)
        where THead : Head =>
        Last(id) is { } last && last.HeldAs<THead>()?.Version == held.Version && last.Find(key) is { } body ? Stored.Read<T>(body) : await RowAsync<T>(id, key, cancel);

    /// <summary>Announces many dossiers that are about to begin.</summary>
    public async Task AnnounceAsync(IReadOnlyCollection<(DossierId Id, DateTimeOffset At)> entries, CancellationToken cancel)
    {
        foreach (var shard in entries.GroupBy(e => DueIndex.ShardOf(e.Id)))
            await AnnounceAsync(shard.Key, [.. shard.Select(e => (e.Id, (DateTimeOffset?)e.At, grown?.Needed(e.Id)))], cancel);
    }

    /// <summary>As <see cref="BeginAsync"/>, for one that the caller has announced already, together with others.</summary>
    public ValueTask<Held<THead>> BeginAnnouncedAsync<THead>(DossierId id, THead head, Act act, CancellationToken cancel)
        where THead : Head => WriteAsync(id, (Held<THead>?)null, head, act, cancel);

    private static DateTimeOffset? Wants<THead>(Held<THead>? before, THead after)
        where THead : Head => after.Next is { } wanted && (before?.Head.Next is not { } covered || wanted < covered) ? wanted : null;

    private async Task AnnounceAsync(int shard, IReadOnlyList<(DossierId Id, DateTimeOffset? At, string? Mark)> entries, CancellationToken cancel)
    {
        await due.AnnounceAsync(shard, entries, cancel);
        foreach (var (id, _, mark) in entries.Where(e => e.Mark is not null)) grown!.Remember(id, mark!);
    }

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
        // Until it is known how this ended, nothing is known.
        _last.Forget(id);
        var versions = await tables.CommitAsync(id.Table, id.Partition, batch, cancel);
        var written = new Held<THead>(after, versions[0]);
        _last.Remember(id, new LastAct(before?.Head, after, versions[0], LastActs.Small(act.Changes)));
        // It took so long that the sealer may have been there in between.
        if (grown?.Covers(id) == false) await grown.MarkAsync([id], CancellationToken.None);
        Committed?.Invoke(id, entry.Number);
        return written;
    }
}
