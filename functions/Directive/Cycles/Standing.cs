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
            if (!_cycles.TryGetValue(cycle.Id, out known)) _cycles[cycle.Id] = known = new Known(this, cycle);
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
        private CycleStanding? _last;
        private long _comparedAt = long.MinValue;
        private int _changed = 1;

        public Known(Standing all, Cycle cycle) =>
            _sheets = [.. cycle.SheetRefs().Select(r => all._slots.GetOrAdd(r.Partition, _ => new Slot(r, () => Volatile.Write(ref _changed, 1))))];

        public SemaphoreSlim Guard { get; } = new(1);

        public async ValueTask<CycleStanding> LookAsync(DossierStore dossiers, CancellationToken cancel)
        {
            var compare = _comparedAt == long.MinValue || Environment.TickCount64 - _comparedAt >= Fresh;
            if (!compare && Interlocked.Exchange(ref _changed, 0) == 0 && _last is { } last) return last;
            Volatile.Write(ref _changed, 0);
            try
            {
                var moved = false;
                foreach (var sheet in _sheets) moved |= await sheet.LookAsync(dossiers, compare, cancel);
                if (compare) _comparedAt = Environment.TickCount64;
                return moved || _last is null ? _last = CycleStanding.Of([.. _sheets.Select(s => s.Stands).OfType<SheetStanding>()]) : _last;
            }
            catch
            {
                Volatile.Write(ref _changed, 1);
                throw;
            }
        }
    }

    private sealed class Slot(SheetRef id, Action changed)
    {
        private long _newest;

        public SheetStanding? Stands { get; private set; }

        public void Heard(long act)
        {
            for (var known = Volatile.Read(ref _newest); known < act; known = Volatile.Read(ref _newest))
            {
                if (Interlocked.CompareExchange(ref _newest, act, known) == known) break;
            }

            changed();
        }

        /// <summary>Reads the sheet again if it was changed; whether it was.</summary>
        public async ValueTask<bool> LookAsync(DossierStore dossiers, bool compare, CancellationToken cancel)
        {
            if (!compare && Stands is { } known && known.Act >= Volatile.Read(ref _newest)) return false;
            if (await dossiers.HeadAsync<SheetHead>(id.Dossier, cancel) is not { } held) return false;
            if (Stands is { } same && same.Act == held.Head.Tip.Number) return false;
            Stands = SheetStanding.Of(await Sheet.ReadAsync(dossiers, id, held, cancel));
            return true;
        }
    }
}
