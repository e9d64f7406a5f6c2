using System.Collections.Concurrent;
using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>
/// Writes the lists of the due index. What is over costs nothing but its place: it waits, in this process, for the next batch on its shard or until
/// enough has come together. Lost with the process, it is found again by its age.
/// </summary>
internal sealed class DueShards(ITables tables, string authority, TimeProvider clock)
{
    private const int Batch = 32;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, Struck>[] _struck =
        [.. Enumerable.Range(0, DueIndex.Shards).Select(_ => new ConcurrentDictionary<string, Struck>(StringComparer.Ordinal))];

    /// <summary>Writes rows, whatever is there; with them goes what waits to be struck off.</summary>
    public async ValueTask PutAsync(int shard, IReadOnlyList<string> keys, CancellationToken cancel)
    {
        var puts = PutsOf(shard, keys);
        var over = Take(shard, TableLimits.RowsInBatch - puts.Count);
        if (over.Count > 0)
        {
            try
            {
                await CommitAsync(shard, [.. puts, .. over], cancel);
                return;
            }
            catch (VersionRaceException)
            {
                // Another engine struck one of them off, or wrote it again.
            }
        }

        await CommitAsync(shard, puts, cancel);
        foreach (var one in over) await DeleteAsync(shard, [one], cancel);
    }

    /// <summary>Writes rows, whatever is there, and nothing else.</summary>
    public ValueTask PutAloneAsync(int shard, IReadOnlyList<string> keys, CancellationToken cancel) => CommitAsync(shard, PutsOf(shard, keys), cancel);

    /// <summary>Has a row struck off if it is still as it was found.</summary>
    public void Strike(int shard, string key, string version) => _struck[shard][key] = new Struck(version, clock.GetUtcNow());

    /// <summary>Whether a row, as it was found, only waits to be struck off.</summary>
    public bool IsStruck(int shard, string key, string version) => _struck[shard].TryGetValue(key, out var struck) && struck.Version == version;

    /// <summary>Strikes off what has waited long enough, or is enough for a batch of its own; or all of it.</summary>
    public async Task StrikeAsync(bool all, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            var waits = _struck[shard];
            while (!waits.IsEmpty && (all || waits.Count >= Batch || waits.Values.Any(s => now - s.Since > Longest)))
                await DeleteAsync(shard, Take(shard, TableLimits.RowsInBatch), cancel);
        }
    }

    private List<Put> PutsOf(int shard, IReadOnlyList<string> keys)
    {
        // What is written again is not over.
        foreach (var key in keys) _struck[shard].TryRemove(key, out _);
        return [.. keys.Select(k => new Put(k, ReadOnlyMemory<byte>.Empty))];
    }

    private List<Delete> Take(int shard, int most)
    {
        var taken = new List<Delete>();
        foreach (var (key, _) in _struck[shard])
        {
            if (taken.Count == most) break;
            if (_struck[shard].TryRemove(key, out var struck)) taken.Add(new Delete(key, struck.Version));
        }

        return taken;
    }

    private async Task DeleteAsync(int shard, List<Delete> some, CancellationToken cancel)
    {
        try
        {
            if (some.Count > 0) await CommitAsync(shard, some, cancel);
        }
        catch (VersionRaceException)
        {
            // Then each for itself; one alone is gone, or counted on again.
            if (some.Count == 1) return;
            foreach (var one in some) await DeleteAsync(shard, [one], cancel);
        }
    }

    private async ValueTask CommitAsync(int shard, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        await tables.CommitAsync(Table.Due, DueIndex.Partition(authority, shard), changes, cancel);

    private readonly record struct Struck(string Version, DateTimeOffset Since);
}
