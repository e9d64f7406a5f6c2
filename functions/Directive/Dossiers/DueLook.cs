using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>How late the engine is: the oldest dossier that wants attention and has not had it.</summary>
public sealed class DueLook(DossierStore dossiers, DueIndex due, TimeProvider clock)
{
    // Entries stay a while after their dossier was woken; more of them than this is lateness enough.
    private const int Most = 100;

    /// <summary>How long it has waited; zero where nothing waits.</summary>
    public async Task<TimeSpan> LatenessAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var latest = TimeSpan.Zero;
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            foreach (var entry in await due.UpToAsync(shard, now, Most, cancel))
            {
                if (now - entry.At <= latest) break;
                // Not even by this is anything confidential seen (R6).
                if (entry.Id.Table == Table.Desk || due.IsStruck(entry)) continue;
                if (await dossiers.HeadAsync<AnyHead>(entry.Id, cancel) is { Head.Next: { } next } && next <= now && now - next > latest) latest = now - next;
            }
        }

        return latest;
    }

    /// <summary>What all heads have.</summary>
    private sealed record AnyHead : Head;
}
