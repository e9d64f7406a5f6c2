using System.Globalization;
using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>
/// Says which dossiers want attention (design, idea 2). An entry stands before the batch that needs it; it may be early
/// and it may be stale, but it may never be missing: for every head with a <see cref="Head.Next"/> there is an entry no later than that.
/// </summary>
public sealed class DueIndex(ITables tables, string authority, TimeProvider clock)
{
    /// <summary>Partitions of the index.</summary>
    public const int Shards = 8;

    /// <summary>
    /// A woken entry younger than this stays, unless an act was committed: the batch it was written for may still be under way.
    /// Clocks of two engines must differ by less.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private const string Format = "yyyyMMddHHmmssfff";

    // Marks of the sealer stand behind all entries.
    private const string End = GrownIndex.Prefix;

    /// <summary>The lists themselves, which the marks of the sealer share.</summary>
    internal DueShards Lists { get; } = new(tables, authority, clock);

    /// <summary>Puts a dossier on the list. Never before now, so that an entry's time tells its age.</summary>
    /// <remarks>One that is there is written all the same: so its version tells whoever strikes it off that somebody counts on it anew.</remarks>
    public ValueTask AnnounceAsync(DossierId id, DateTimeOffset at, CancellationToken cancel) => Lists.PutAsync(ShardOf(id), [KeyOf(id, at)], cancel);

    /// <summary>The same, with nothing struck off beside it: what it asks of the tables tells nothing of what happened before.</summary>
    public ValueTask AnnounceAloneAsync(DossierId id, DateTimeOffset at, CancellationToken cancel) => Lists.PutAloneAsync(ShardOf(id), [KeyOf(id, at)], cancel);

    /// <summary>Puts many dossiers on the list, a batch per shard and hundred.</summary>
    public async Task AnnounceAsync(IEnumerable<(DossierId Id, DateTimeOffset At)> entries, CancellationToken cancel)
    {
        foreach (var shard in entries.GroupBy(e => ShardOf(e.Id))) await AnnounceAsync(shard.Key, shard.Select(e => (e.Id, (DateTimeOffset?)e.At, (string?)null)), cancel);
    }

    /// <summary>Puts dossiers on the list, where there is a time, each with the mark that its chain grows, where it needs one; a batch per hundred.</summary>
    /// <param name="shard">Where they are listed: any will do, and what is done together is listed and struck off in one batch if it stands in one shard.</param>
    public async Task AnnounceAsync(int shard, IEnumerable<(DossierId Id, DateTimeOffset? At, string? Mark)> entries, CancellationToken cancel)
    {
        var keys = entries.SelectMany(e => new[] { e.At is { } at ? KeyOf(e.Id, at) : null, e.Mark }).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var some in keys.Chunk(TableLimits.RowsInBatch)) await Lists.PutAsync(shard, some, cancel);
    }

    /// <summary>Entries of one shard up to a time (UTC), oldest first.</summary>
    public async ValueTask<IReadOnlyList<DueEntry>> UpToAsync(int shard, DateTimeOffset until, int limit, CancellationToken cancel)
    {
        var range = new KeyRange("", Stamp(until) + "~");
        return Parse(shard, await tables.QueryAsync(Table.Due, Partition(authority, shard), range, limit, cancel));
    }

    /// <summary>The first entry of a shard after a time (UTC), or null.</summary>
    public async ValueTask<DueEntry?> FirstAfterAsync(int shard, DateTimeOffset after, CancellationToken cancel)
    {
        var range = new KeyRange(Stamp(after) + "~", End);
        return Parse(shard, await tables.QueryAsync(Table.Due, Partition(authority, shard), range, 1, cancel)) is [var first, ..] ? first : null;
    }

    /// <summary>Every entry of a shard; for <c>verify</c>.</summary>
    public async ValueTask<IReadOnlyList<DueEntry>> AllAsync(int shard, CancellationToken cancel) =>
        Parse(shard, await tables.QueryAsync(Table.Due, Partition(authority, shard), new KeyRange("", End), null, cancel));

    /// <summary>Whether no batch can be under way any more for which a woken entry was written.</summary>
    public bool IsOld(DueEntry entry) => clock.GetUtcNow() - entry.At > Grace;

    /// <summary>
    /// Has an entry struck off, with the next batch on its shard or when enough have come together, after what its dossier next wants was announced. It must be
    /// old, the dossier's head read again since it was found; or an act committed on the dossier since then: whoever counted on the entry
    /// loses the race against that act, and whoever counts on it afterwards has written it again. One that was written again stays.
    /// </summary>
    public void Strike(DueEntry entry) => Lists.Strike(entry.Shard, entry.Key, entry.Version);

    /// <summary>Whether an entry, as it was found, only waits to be struck off.</summary>
    public bool IsStruck(DueEntry entry) => Lists.IsStruck(entry.Shard, entry.Key, entry.Version);

    /// <summary>Strikes off what has waited long enough, or is enough for a batch of its own.</summary>
    /// <param name="all">All of it.</param>
    /// <param name="cancel">Stops between batches.</param>
    public Task StrikeAsync(bool all, CancellationToken cancel) => Lists.StrikeAsync(all, cancel);

    /// <summary>The shard on whose list a dossier stands.</summary>
    public static int ShardOf(DossierId id)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 2166136261u;
        foreach (var c in id.Partition) hash = (hash ^ c) * 16777619u;
        return (int)(hash % Shards);
    }

    private static DueEntry[] Parse(int shard, IReadOnlyList<Row> rows)
    {
        var entries = new DueEntry[rows.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var key = rows[i].Key;
            var at = DateTimeOffset.ParseExact(key.AsSpan(0, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            entries[i] = new DueEntry(shard, key, at, DossierId.Parse(key[(Format.Length + 1)..]), rows[i].Version);
        }

        return entries;
    }

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    private string KeyOf(DossierId id, DateTimeOffset at)
    {
        var now = clock.GetUtcNow();
        return $"{Stamp(at > now ? at : now)}|{id}";
    }

    internal static string Partition(string authority, int shard) => Keys.Join(authority, shard.ToString(CultureInfo.InvariantCulture));
}

/// <summary>One entry of the due index: at this time (UTC) the dossier wanted attention.</summary>
/// <param name="Version">As it was found; another once it is announced again.</param>
public sealed record DueEntry(int Shard, string Key, DateTimeOffset At, DossierId Id, string Version);
