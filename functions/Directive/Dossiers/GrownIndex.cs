using System.Collections.Concurrent;
using System.Globalization;
using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>
/// Says which dossiers' chains have grown and are not sealed yet: a small row a dossier and hour, beside the entries of the due index.
/// It stands before the batch that needs it, so none is ever missing; one too many costs a read.
/// </summary>
public sealed class GrownIndex(ITables tables, string authority, DueIndex due, TimeProvider clock)
{
    /// <summary>Prefix of the rows; behind every entry of the due index.</summary>
    public const string Prefix = "t|";

    /// <summary>So long after its hour a mark is taken: a batch that it was written for may still be under way.</summary>
    public static readonly TimeSpan Grace = DueIndex.Grace;

    private const string Format = "yyyyMMddHH";
    private volatile Generation _now = new(DateTimeOffset.MinValue, null);
    private long _oldest = long.MaxValue;

    /// <summary>When the oldest mark that this process has written can be taken (UTC); null where none is left.</summary>
    public DateTimeOffset? Next => Interlocked.Read(ref _oldest) is var ticks && ticks == long.MaxValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero).AddHours(1) + Grace;

    /// <summary>The key of the mark that an act on this dossier needs now; null where it stands already.</summary>
    public string? Needed(DossierId id) => Current().Marked.ContainsKey(id) ? null : KeyOf(HourOf(clock.GetUtcNow()), id);

    /// <summary>A mark with this key was written: for the rest of its hour it need not be written again.</summary>
    public void Remember(DossierId id, string key)
    {
        var hour = HourIn(key);
        if (hour.UtcTicks < Interlocked.Read(ref _oldest)) Interlocked.Exchange(ref _oldest, hour.UtcTicks);
        for (var generation = Current(); generation is not null; generation = generation.Before)
        {
            if (generation.Hour == hour) generation.Marked[id] = true;
        }
    }

    /// <summary>Whether an act that stands since just now will be sealed: marked in this hour, or in the last and not taken yet.</summary>
    public bool Covers(DossierId id)
    {
        var now = clock.GetUtcNow();
        var current = Current();
        return current.Marked.ContainsKey(id)
            || (current.Before is { } before && before.Hour.AddHours(1) + Grace > now && before.Marked.ContainsKey(id));
    }

    /// <summary>Marks dossiers as grown in this hour.</summary>
    public Task MarkAsync(IEnumerable<DossierId> ids, CancellationToken cancel) => MarkAsync(ids, HourOf(clock.GetUtcNow()), cancel);

    /// <summary>Marks dossiers as grown long ago, so that the next look takes them.</summary>
    public Task MarkOldAsync(IEnumerable<DossierId> ids, CancellationToken cancel) => MarkAsync(ids, DateTimeOffset.UnixEpoch, cancel);

    /// <summary>Marks of hours that are over and whose batches have come, oldest first in each shard.</summary>
    public async ValueTask<IReadOnlyList<GrownMark>> DueAsync(int limit, CancellationToken cancel)
    {
        var range = new KeyRange(Prefix, Prefix + Stamp(HourOf(clock.GetUtcNow() - Grace)));
        return await ReadAsync(range, limit, cancel);
    }

    /// <summary>The hour (UTC) of the oldest mark that can be taken; null where nothing waits. What was there before the first seal has no hour.</summary>
    public async ValueTask<DateTimeOffset?> OldestDueAsync(CancellationToken cancel)
    {
        var range = new KeyRange(Prefix + Stamp(DateTimeOffset.UnixEpoch.AddHours(1)), Prefix + Stamp(HourOf(clock.GetUtcNow() - Grace)));
        DateTimeOffset? oldest = null;
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            if (await tables.QueryAsync(Table.Due, DueIndex.Partition(authority, shard), range, 1, cancel) is [var row, ..] && !(oldest <= HourIn(row.Key))) oldest = HourIn(row.Key);
        }

        return oldest;
    }

    /// <summary>Every mark; for <c>verify</c> and the auditors' page.</summary>
    public ValueTask<IReadOnlyList<GrownMark>> AllAsync(CancellationToken cancel) => ReadAsync(KeyRange.Prefix(Prefix), int.MaxValue, cancel);

    /// <summary>Strikes marks off at once, after the seal that binds their dossiers was written: whoever audits must not take them for what is still to be sealed.</summary>
    public Task StrikeAsync(IEnumerable<GrownMark> marks, CancellationToken cancel)
    {
        // Those of the hour that runs are written anew, or looked at with the next.
        Interlocked.Exchange(ref _oldest, Current().Marked.IsEmpty ? long.MaxValue : Current().Hour.UtcTicks);
        foreach (var mark in marks) due.Lists.Strike(mark.Shard, mark.Key, mark.Version);
        return due.Lists.StrikeAsync(all: true, cancel);
    }

    private async Task MarkAsync(IEnumerable<DossierId> ids, DateTimeOffset hour, CancellationToken cancel)
    {
        foreach (var shard in ids.GroupBy(DueIndex.ShardOf))
        {
            foreach (var some in shard.Distinct().Chunk(TableLimits.RowsInBatch))
            {
                await due.Lists.PutAsync(shard.Key, [.. some.Select(id => KeyOf(hour, id))], cancel);
                foreach (var id in some) Remember(id, KeyOf(hour, id));
            }
        }
    }

    private async ValueTask<IReadOnlyList<GrownMark>> ReadAsync(KeyRange range, int limit, CancellationToken cancel)
    {
        var marks = new List<GrownMark>();
        for (var shard = 0; shard < DueIndex.Shards && marks.Count < limit; shard++)
        {
            foreach (var row in await tables.QueryAsync(Table.Due, DueIndex.Partition(authority, shard), range, limit - marks.Count, cancel))
                marks.Add(new GrownMark(shard, row.Key, HourIn(row.Key), DossierId.Parse(row.Key[(Prefix.Length + Format.Length + 1)..]), row.Version));
        }

        return marks;
    }

    private Generation Current()
    {
        var (hour, now) = (HourOf(clock.GetUtcNow()), _now);
        // Two that find a new hour at once may each begin it: then a mark is written twice.
        return now.Hour == hour ? now : _now = new Generation(hour, now with { Before = null });
    }

    private static DateTimeOffset HourOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    private static DateTimeOffset HourIn(string key) => DateTimeOffset.ParseExact(
        key.AsSpan(Prefix.Length, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Stamp(DateTimeOffset hour) => hour.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    private static string KeyOf(DateTimeOffset hour, DossierId id) => $"{Prefix}{Stamp(hour)}|{id}";

    private sealed record Generation(DateTimeOffset Hour, Generation? Before)
    {
        public ConcurrentDictionary<DossierId, bool> Marked { get; } = new();
    }
}

/// <summary>A dossier's chain grew in this hour (UTC).</summary>
/// <param name="Version">As it was found.</param>
public sealed record GrownMark(int Shard, string Key, DateTimeOffset Hour, DossierId Id, string Version);
