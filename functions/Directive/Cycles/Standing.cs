using System.Collections.Concurrent;
using Directives.Dossiers;

namespace Directives.Cycles;

/// <summary>
/// How cycles stand, for those who look all day: a page costs what has changed since the last look, not what exists. A memory only:
/// the tables are the truth, an act of this process is seen at once, one of another process within <see cref="Fresh"/>.
/// </summary>
public sealed class Standing
{
    /// <summary>Milliseconds (real time) after which heads are compared again, for another process may have acted.</summary>
    public const int Fresh = 30_000;

    private readonly DossierStore _dossiers;
    private readonly Dictionary<string, Known> _cycles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    public Standing(DossierStore dossiers)
    {
        _dossiers = dossiers;
        dossiers.Committed += Heard;
    }

    /// <summary>How a cycle stands now.</summary>
    public async ValueTask<CycleStanding> OfAsync(Cycle cycle, CancellationToken cancel = default)
    {
        Known? known;
        lock (_cycles)
        {
            // Seats may have joined since: then it has more sheets.
            if (!_cycles.TryGetValue(cycle.Id, out known) || known.Sheets < cycle.Sheets.Count) _cycles[cycle.Id] = known = new Known(this, cycle);
        }

        await known.Guard.WaitAsync(cancel);
        try
        {
            return await known.LookAsync(_dossiers, cancel);
        }
        finally
        {
            known.Guard.Release();
        }
    }

    private void Heard(DossierId id, long act)
    {
        if (id.Table == Tables.Table.Sheets && _slots.TryGetValue(id.Partition, out var slot)) slot.Heard(act);
    }

    private sealed class Known
    {
        private readonly Slot[] _sheets;
        private readonly ConcurrentQueue<int> _changed = new();
        private readonly Calendars.Zone _zone;
        private CycleStanding _last;
        private long? _comparedAt;

        public Known(Standing all, Cycle cycle)
        {
            var refs = cycle.SheetRefs().ToArray();
            _sheets = [.. refs.Select((r, i) => all._slots.GetOrAdd(r.Partition, _ => new Slot(r, () => _changed.Enqueue(i))))];
            _zone = cycle.Zone();
            _last = CycleStanding.Of(refs);
        }

        public int Sheets => _sheets.Length;

        public SemaphoreSlim Guard { get; } = new(1);

        public async ValueTask<CycleStanding> LookAsync(DossierStore dossiers, CancellationToken cancel)
        {
            var compare = _comparedAt is not { } at || Environment.TickCount64 - at >= Fresh;
            var moved = new List<(int, SheetStanding)>();
            var looking = -1;
            try
            {
                if (compare) _changed.Clear();
                for (var next = 0; compare ? next < _sheets.Length : _changed.TryDequeue(out next); next++)
                {
                    looking = next;
                    if (await _sheets[next].LookAsync(dossiers, _zone, compare, cancel) is { } stands) moved.Add((next, stands));
                }

                if (compare) _comparedAt = Environment.TickCount64;
            }
            catch when (looking >= 0)
            {
                // It is looked at again the next time.
                _changed.Enqueue(looking);
                if (compare) _comparedAt = null;
                throw;
            }
            finally
            {
                // What was read before a fault stands too: its slot will not read it again.
                if (moved.Count > 0) _last = _last.With(moved);
            }

            return _last;
        }
    }

    private sealed class Slot(SheetRef id, Action changed)
    {
        private long _newest;

        private long _read = -1;

        public void Heard(long act)
        {
            for (var known = Volatile.Read(ref _newest); known < act; known = Volatile.Read(ref _newest))
            {
                if (Interlocked.CompareExchange(ref _newest, act, known) == known) break;
            }

            changed();
        }

        /// <summary>The sheet, read again if it was changed; null where it stands as before, or is not written yet.</summary>
        public async ValueTask<SheetStanding?> LookAsync(DossierStore dossiers, Calendars.Zone zone, bool compare, CancellationToken cancel)
        {
            if (!compare && _read >= Volatile.Read(ref _newest)) return null;
            if (await dossiers.HeadAsync<SheetHead>(id.Dossier, cancel) is not { } held || held.Head.Tip.Number == _read) return null;
            var stands = SheetStanding.Of(await Sheet.ReadAsync(dossiers, id, held, cancel), zone);
            _read = stands.Act;
            return stands;
        }
    }
}
