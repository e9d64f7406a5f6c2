using Directives.Chasing;

namespace Directives.Cycles;

/// <summary>One obligation with the sheet it stands on.</summary>
public readonly record struct Placed(SheetRef Sheet, Obligation Owed);

/// <summary>How a cycle stands: the sums of its sheets. A sheet that changed costs that sheet and its area, not the cycle.</summary>
public sealed class CycleStanding
{
    private readonly SheetStanding?[] _sheets;
    private readonly AreaStanding[] _areas;

    private CycleStanding(SheetStanding?[] sheets, AreaStanding[] areas, AreaStanding all, int unread, IReadOnlyList<Placed> asked) =>
        (_sheets, _areas, All, Unread, Asked) = (sheets, areas, all, unread, asked);

    /// <summary>By code of the area, in the order of the cycle's sheets.</summary>
    public IReadOnlyList<AreaStanding> Areas => _areas;

    /// <summary>All together.</summary>
    public AreaStanding All { get; }

    /// <summary>How many reports the office has not marked as read.</summary>
    public int Unread { get; }

    /// <summary>Requests for more time that wait for the office, the earliest first.</summary>
    public IReadOnlyList<Placed> Asked { get; }

    /// <summary>All that is owed, by sheet, the earliest due first in each.</summary>
    public IEnumerable<Placed> Owed => _sheets.OfType<SheetStanding>().SelectMany(s => s.Open.Select(o => new Placed(s.Ref, o)));

    /// <summary>Of sheets that were not read yet.</summary>
    public static CycleStanding Of(IReadOnlyList<SheetRef> sheets) => new(
        new SheetStanding?[sheets.Count],
        [.. sheets.Select(s => s.Area).Distinct(StringComparer.Ordinal).Select(AreaStanding.None)], AreaStanding.None(""), 0, []);

    /// <summary>The same after some sheets, by their index, were read again.</summary>
    public CycleStanding With(IReadOnlyList<(int Index, SheetStanding Sheet)> changed)
    {
        var (sheets, areas, all, unread, asks) = (_sheets.ToArray(), _areas.ToArray(), All.Open(), Unread, false);
        var at = areas.Select((a, i) => (a.Code, i)).Where(a => changed.Any(c => c.Sheet.Ref.Area == a.Code)).ToDictionary(a => a.Code, a => a.i, StringComparer.Ordinal);
        foreach (var (index, sheet) in changed)
        {
            var area = areas[at[sheet.Ref.Area]].Open();
            if (sheets[index] is { } before)
            {
                area.Add(before.Counts, -1);
                all.Add(before.Counts, -1);
                unread -= before.Unread.Count;
                asks |= before.Asked.Count > 0;
            }

            area.Add(sheet.Counts, 1);
            all.Add(sheet.Counts, 1);
            unread += sheet.Unread.Count;
            asks |= sheet.Asked.Count > 0;
            areas[at[sheet.Ref.Area]] = area.Close();
            sheets[index] = sheet;
        }

        return new CycleStanding(sheets, areas, all.Close(), unread, asks ? AsksOf(sheets) : Asked);
    }

    /// <summary>Who is overdue on a local day, the longest first; at most so many.</summary>
    public IReadOnlyList<Placed> Overdue(DateOnly today, int most) =>
        First(s => s.Open, o => o.Due < today ? o.Due.DayNumber : long.MaxValue, most);

    /// <summary>Reports to read, the earliest first; at most so many.</summary>
    public IReadOnlyList<Placed> ToRead(int most) => First(s => s.Unread, o => o.FiledAt?.UtcTicks ?? 0, most);

    private static Placed[] AsksOf(SheetStanding?[] sheets) =>
    [
        .. sheets.OfType<SheetStanding>().SelectMany(s => s.Asked.Select(o => new Placed(s.Ref, o)))
            .OrderBy(p => p.Owed.Asked!.At).ThenBy(p => p.Owed.Seat, StringComparer.Ordinal),
    ];

    // Each sheet is in order, so no more of it is looked at than is among the first.
    private Placed[] First(Func<SheetStanding, IReadOnlyList<Obligation>> of, Func<Obligation, long> key, int most)
    {
        var lastFirst = Comparer<(long Key, string Seat)>.Create(static (a, b) =>
            a.Key != b.Key ? b.Key.CompareTo(a.Key) : string.CompareOrdinal(b.Seat, a.Seat));
        var first = new PriorityQueue<Placed, (long, string)>(lastFirst);
        foreach (var sheet in _sheets)
        {
            if (sheet is null) continue;
            var list = of(sheet);
            for (var i = 0; i < list.Count; i++)
            {
                var owed = list[i];
                var rank = (key(owed), owed.Seat);
                if (rank.Item1 == long.MaxValue) break;
                if (first.Count < most) first.Enqueue(new(sheet.Ref, owed), rank);
                else if (!first.TryPeek(out _, out var last) || lastFirst.Compare(rank, last) <= 0) break;
                else first.EnqueueDequeue(new(sheet.Ref, owed), rank);
            }
        }

        var found = new Placed[first.Count];
        for (var i = found.Length; i-- > 0;) found[i] = first.Dequeue();
        return found;
    }
}
