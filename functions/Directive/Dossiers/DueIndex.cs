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
    /// A woken entry younger than this stays: the batch it was written for may still be under way.
    /// Clocks of two engines must differ by less.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private const string Format = "yyyyMMddHHmmssfff";

    // Marks of the sealer stand behind all entries.
    private const string End = GrownIndex.Prefix;

    /// <summary>Puts a dossier on the list. Never before now, so that an entry's time tells its age.</summary>
    public async ValueTask AnnounceAsync(DossierId id, DateTimeOffset at, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Due, Partition(authority, ShardOf(id)), [new Insert(KeyOf(id, at), ReadOnlyMemory<byte>.Empty)], cancel);
        }
        catch (RowExistsException)
        {
            // Already announced: that is all we wanted.
        }
    }

    /// <summary>Puts a dossier on the list, where there is a time, together with the mark that its chain grows; one batch.</summary>
    public async ValueTask AnnounceAsync(DossierId id, DateTimeOffset? at, string mark, CancellationToken cancel)
    {
        RowChange[] rows = at is { } time
            ? [new Put(KeyOf(id, time), ReadOnlyMemory<byte>.Empty), new Put(mark, ReadOnlyMemory<byte>.Empty)]
            : [new Put(mark, ReadOnlyMemory<byte>.Empty)];
        await tables.CommitAsync(Table.Due, Partition(authority, ShardOf(id)), rows, cancel);
    }

    /// <summary>Puts many dossiers on the list, a batch per shard and hundred.</summary>
    public async Task AnnounceAsync(IEnumerable<(DossierId Id, DateTimeOffset At)> entries, CancellationToken cancel)
    {
        var byShard = entries.GroupBy(e => ShardOf(e.Id), e => KeyOf(e.Id, e.At));
        foreach (var shard in byShard)
        {
            foreach (var keys in shard.Distinct(StringComparer.Ordinal).Chunk(TableLimits.RowsInBatch))
            {
                await tables.CommitAsync(
                    Table.Due, Partition(authority, shard.Key), [.. keys.Select(k => new Put(k, ReadOnlyMemory<byte>.Empty))], cancel);
            }
        }
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

    /// <summary>Strikes an entry off, after its dossier's head was read again and the entry that its next time needs was announced. A young entry stays.</summary>
    /// <returns>Whether the entry is gone.</returns>
    public async ValueTask<bool> StrikeAsync(DueEntry entry, CancellationToken cancel)
    {
        if (clock.GetUtcNow() - entry.At <= Grace) return false;
        try
        {
            await tables.CommitAsync(Table.Due, Partition(authority, entry.Shard), [new Delete(entry.Key)], cancel);
        }
        catch (VersionRaceException)
        {
            // Another engine struck it off.
        }

        return true;
    }

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
            entries[i] = new DueEntry(shard, key, at, DossierId.Parse(key[(Format.Length + 1)..]));
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
public sealed record DueEntry(int Shard, string Key, DateTimeOffset At, DossierId Id);
