using System.Collections.Concurrent;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Tables;

namespace Directives.Chasing;

/// <summary>
/// The local engine's alarm clock (design, idea 3): looks at the due index and wakes what wants attention. It keeps nothing
/// that matters; what it remembers only saves reads and writes.
/// </summary>
public sealed class Watch : IDisposable
{
    private static readonly TimeSpan AfterError = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> looked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DossierId, DateTimeOffset> announced = new();
    private readonly ConcurrentDictionary<DossierId, bool> changed = new();

    private readonly DossierStore dossiers;
    private readonly DueIndex due;
    private readonly Waker waker;
    private readonly PostRoom room;
    private readonly Bell bell;
    private readonly WatchOptions options;
    private readonly TimeProvider clock;

    public Watch(DossierStore dossiers, DueIndex due, Waker waker, PostRoom room, Bell bell, WatchOptions options, TimeProvider clock)
    {
        (this.dossiers, this.due, this.waker, this.room) = (dossiers, due, waker, room);
        (this.bell, this.options, this.clock) = (bell, options, clock);
        bell.Rang += Changed;
    }

    /// <inheritdoc/>
    public void Dispose() => bell.Rang -= Changed;

    /// <summary>Wakes everything that is due. Returns when something next is (UTC), as far as the index knows; null for never.</summary>
    /// <param name="sweep">Look at every entry that is due, whatever is remembered of it.</param>
    /// <param name="cancel">Stops between acts.</param>
    public async Task<DateTimeOffset?> TickAsync(bool sweep = false, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var entries = (await DueAsync(now, sweep, cancel)).ToLookup(e => e.Id);
        var ids = entries.Select(g => g.Key).Concat(changed.Keys.Where(id => changed.TryRemove(id, out _))).Distinct().ToList();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = cancel };

        await Parallel.ForEachAsync(ids.Where(id => id.Table != Table.Mailboxes), parallel, (id, stop) => LookAsync(id, entries[id], stop));
        var mailboxes = ids.Where(id => id.Table == Table.Mailboxes).ToList();
        if (await room.AllowsAsync(await LettersAsync(mailboxes, now, cancel), cancel))
        {
            await Parallel.ForEachAsync(mailboxes, parallel, (id, stop) => LookAsync(id, entries[id], stop));
        }
        else
        {
            foreach (var entry in mailboxes.SelectMany(id => entries[id])) looked[entry.Key] = now + DueIndex.Grace;
        }

        return changed.IsEmpty ? await FirstAfterAsync(now, cancel) : now;
    }

    private void Changed(DossierId id)
    {
        // The office may have released the post: then what was held is to be looked at again.
        if (id.Table == Table.Installation) looked.Clear();
        changed[id] = true;
    }

    private async ValueTask LookAsync(DossierId id, IEnumerable<DueEntry> entries, CancellationToken cancel)
    {
        DateTimeOffset? wanted;
        try
        {
            wanted = await waker.WakeAsync(id, cancel);
        }
        catch (VersionRaceException)
        {
            // Somebody else acted on it: this alarm is dropped, the entry stays for the next look.
            Changed(id);
            return;
        }
        catch (Exception e) when (options.OnError is not null && e is not OperationCanceledException)
        {
            options.OnError(id, e);
            foreach (var entry in entries) looked[entry.Key] = clock.GetUtcNow() + AfterError;
            return;
        }

        if (wanted is { } at && (!announced.TryGetValue(id, out var known) || known != at))
        {
            await due.AnnounceAsync(id, at, cancel);
            announced[id] = at;
        }

        foreach (var entry in entries)
        {
            if (await due.StrikeAsync(entry, cancel)) looked.TryRemove(entry.Key, out _);
            else looked[entry.Key] = entry.At + DueIndex.Grace + TimeSpan.FromMilliseconds(1);
        }
    }

    private async Task<List<DueEntry>> DueAsync(DateTimeOffset now, bool sweep, CancellationToken cancel)
    {
        var entries = new List<DueEntry>();
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            foreach (var entry in await due.UpToAsync(shard, now, options.MostPerShard, cancel))
            {
                if (sweep || !looked.TryGetValue(entry.Key, out var again) || again <= now) entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>How many letters with rungs a run over these mailboxes would send.</summary>
    private async Task<int> LettersAsync(List<DossierId> mailboxes, DateTimeOffset now, CancellationToken cancel)
    {
        if (mailboxes.Count <= PostRun.Floor) return mailboxes.Count;
        var letters = 0;
        foreach (var id in mailboxes)
        {
            if ((await dossiers.HeadAsync<MailboxHead>(id, cancel))?.Head is { Rungs: true, Window: { } window } && window <= now) letters++;
        }

        return letters;
    }

    private async Task<DateTimeOffset?> FirstAfterAsync(DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset? first = null;
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            if (await due.FirstAfterAsync(shard, now, cancel) is { } entry && (first is null || entry.At < first)) first = entry.At;
        }

        return first;
    }
}
