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
    private readonly ConcurrentDictionary<string, DateTimeOffset> _looked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DossierId, DateTimeOffset> _announced = new();
    private readonly ConcurrentDictionary<DossierId, bool> _changed = new();

    private readonly DossierStore _dossiers;
    private readonly DueIndex _due;
    private readonly Waker _waker;
    private readonly PostRoom _room;
    private readonly Bell _bell;
    private readonly WatchOptions _options;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyList<IChore> _chores;
    private readonly ConcurrentDictionary<IChore, DateTimeOffset> _failed = new();

    public Watch(
        DossierStore dossiers, DueIndex due, Waker waker, PostRoom room, Bell bell, WatchOptions options, TimeProvider clock, IReadOnlyList<IChore>? chores = null)
    {
        _chores = chores ?? [];
        (_dossiers, _due, _waker, _room) = (dossiers, due, waker, room);
        (_bell, _options, _clock) = (bell, options, clock);
        bell.Rang += Changed;
    }

    /// <summary>When there is something to do for a chore (UTC); null for nothing. Whoever looks every minute need not ask.</summary>
    public DateTimeOffset? NextChore => _chores.Select(c => c.Next).Min();

    /// <inheritdoc/>
    public void Dispose() => _bell.Rang -= Changed;

    /// <summary>Wakes everything that is due. Returns when something next is (UTC), as far as the index knows; null for never.</summary>
    /// <param name="sweep">Look at every entry that is due, whatever is remembered of it.</param>
    /// <param name="cancel">Stops between acts.</param>
    public async Task<DateTimeOffset?> TickAsync(bool sweep = false, CancellationToken cancel = default)
    {
        var now = _clock.GetUtcNow();
        var entries = (await DueAsync(now, sweep, cancel)).ToLookup(e => e.Id);
        var ids = entries.Select(g => g.Key).Concat(_changed.Keys.Where(id => _changed.TryRemove(id, out _))).Distinct().ToList();

        // The forecast counts what has opened, and the letters are compared with the forecast.
        foreach (var some in ids.Where(id => id.Table != Table.Mailboxes).GroupBy(id => id.Table == Table.Installation).OrderBy(g => g.Key))
            await EachAsync([.. some], (id, stop) => LookAsync(id, entries[id], false, stop), cancel);
        var mailboxes = ids.Where(id => id.Table == Table.Mailboxes).ToList();
        var held = await HoldsAsync(mailboxes, now, cancel);
        if (mailboxes.Count > 1 && !held) await _dossiers.MarkAsync(mailboxes, cancel);
        await EachAsync(mailboxes, (id, stop) => LookAsync(id, entries[id], held, stop), cancel);
        await _due.StrikeAsync(all: false, cancel);

        foreach (var chore in _chores) await LookAsync(chore, cancel);

        // An opening may have listed sheets for now: those are not after now.
        return _changed.IsEmpty && !ids.Any(id => id.Table == Table.Cycles) ? await FirstAfterAsync(now, cancel) : now;
    }

    /// <summary>Several at once; a single one needs no other thread.</summary>
    private async Task EachAsync(List<DossierId> ids, Func<DossierId, CancellationToken, ValueTask> look, CancellationToken cancel)
    {
        if (ids.Count > 1 && _options.AtOnce > 1)
        {
            await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = _options.AtOnce, CancellationToken = cancel }, look);
            return;
        }

        foreach (var id in ids) await look(id, cancel);
    }

    private void Changed(DossierId id)
    {
        // The office may have released the post: then what was held is to be looked at again.
        if (id.Table == Table.Installation) _looked.Clear();
        if (_options.Patience(id) > TimeSpan.Zero) return;
        _changed[id] = true;
    }

    private async ValueTask LookAsync(DossierId id, IEnumerable<DueEntry> entries, bool held, CancellationToken cancel)
    {
        DateTimeOffset? wanted;
        var last = _dossiers.Last(id)?.Number;
        try
        {
            wanted = await _waker.WakeAsync(id, held, cancel);
        }
        catch (VersionRaceException)
        {
            // Somebody else acted on it: this alarm is dropped, the entry stays for the next look.
            Changed(id);
            return;
        }
        catch (Exception e) when (_options.OnError is not null && e is not OperationCanceledException)
        {
            _options.OnError(id, e);
            foreach (var entry in entries) _looked[entry.Key] = _clock.GetUtcNow() + AfterError;
            return;
        }

        // At once, though the entries may stay a while: the loop learns from the index when to look next.
        if (wanted is { } at && !(held && at <= _clock.GetUtcNow()) && (at <= _clock.GetUtcNow() || !_announced.TryGetValue(id, out var known) || known != at))
        {
            await _due.AnnounceAsync(id, at, cancel);
            _announced[id] = at;
        }

        if (held && wanted <= _clock.GetUtcNow())
        {
            foreach (var entry in entries) _looked[entry.Key] = _clock.GetUtcNow() + DueIndex.Grace;
            return;
        }

        var acted = _dossiers.Last(id)?.Number is { } number && number != last;
        foreach (var entry in entries)
        {
            if (acted || _due.IsOld(entry))
            {
                _due.Strike(entry);
                _looked.TryRemove(entry.Key, out _);
            }
            else
            {
                _looked[entry.Key] = Sooner(entry.At + DueIndex.Grace + TimeSpan.FromMilliseconds(1), wanted);
            }
        }
    }

    private async Task LookAsync(IChore chore, CancellationToken cancel)
    {
        if (_failed.TryGetValue(chore, out var again) && again > _clock.GetUtcNow()) return;
        try
        {
            await chore.LookAsync(cancel);
        }
        catch (BatchRefusedException race) when (race is VersionRaceException or RowExistsException)
        {
            // Another engine did it: the next look sees what is left.
        }
        catch (Exception e) when (_options.OnError is not null && e is not OperationCanceledException)
        {
            _options.OnError(chore.Id, e);
            _failed[chore] = _clock.GetUtcNow() + AfterError;
        }
    }

    /// <summary>An entry's time is cut to the millisecond: woken a moment early, its dossier is looked at again at its own time.</summary>
    private static DateTimeOffset Sooner(DateTimeOffset grace, DateTimeOffset? wanted) => wanted is { } at && at < grace ? at : grace;

    private async Task<List<DueEntry>> DueAsync(DateTimeOffset now, bool sweep, CancellationToken cancel)
    {
        var entries = new List<DueEntry>();
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            foreach (var entry in await _due.UpToAsync(shard, now, _options.MostPerShard, cancel))
            {
                if (_due.IsStruck(entry) || entry.At + _options.Patience(entry.Id) > now) continue;
                if (sweep || !_looked.TryGetValue(entry.Key, out var again) || again <= now) entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>Whether a run over these mailboxes has to wait for the office. Nobody need be asked for what goes at once anyway.</summary>
    private async Task<bool> HoldsAsync(List<DossierId> mailboxes, DateTimeOffset now, CancellationToken cancel) =>
        mailboxes.Exists(id => Known(id) is not { Bell: true, Rungs: false }) && !await _room.AllowsAsync(await LettersAsync(mailboxes, now, cancel), cancel);

    /// <summary>How many letters with rungs a run over these mailboxes would send.</summary>
    private async Task<int> LettersAsync(List<DossierId> mailboxes, DateTimeOffset now, CancellationToken cancel)
    {
        if (mailboxes.Count <= PostRun.Floor) return mailboxes.Count;
        var letters = 0;
        foreach (var id in mailboxes)
        {
            var head = Known(id) ?? (await _dossiers.HeadAsync<MailboxHead>(id, cancel))?.Head;
            if (head is { Rungs: true, Window: { } window } && window <= now) letters++;
        }

        return letters;
    }

    private MailboxHead? Known(DossierId id) => _dossiers.Last(id)?.HeldAs<MailboxHead>()?.Head;

    private async Task<DateTimeOffset?> FirstAfterAsync(DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset? first = null;
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            if (await _due.FirstAfterAsync(shard, now, cancel) is { } entry && (first is null || entry.At < first)) first = entry.At;
        }

        return first;
    }
}
