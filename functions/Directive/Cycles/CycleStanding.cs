using Directives.Chasing;

namespace Directives.Cycles;

/// <summary>One obligation with the sheet it stands on.</summary>
public readonly record struct Placed(SheetRef Sheet, Obligation Owed);

/// <summary>How a cycle stands: the sums of its sheets, made once for each change.</summary>
/// <param name="Areas">By code of the area, in the order of the cycle's sheets.</param>
/// <param name="Unread">How many reports the office has not marked as read.</param>
/// <param name="Asked">Requests for more time that wait for the office, the earliest first.</param>
/// <param name="Filed">When reports came (UTC), in order.</param>
public sealed record CycleStanding(
    IReadOnlyList<SheetStanding> Sheets, IReadOnlyList<AreaStanding> Areas, AreaStanding All, int Unread, IReadOnlyList<Placed> Asked,
    IReadOnlyList<DateTimeOffset> Filed)
{
    /// <summary>Sums up sheets.</summary>
    public static CycleStanding Of(IReadOnlyList<SheetStanding> sheets) => new(
        sheets,
        [.. sheets.GroupBy(s => s.Ref.Area, StringComparer.Ordinal).Select(g => AreaStanding.Of(g.Key, [.. g]))],
        AreaStanding.Of("", sheets),
        sheets.Sum(s => s.Unread.Count),
        [.. sheets.SelectMany(s => s.Asked.Select(o => new Placed(s.Ref, o))).OrderBy(p => p.Owed.Asked!.At).ThenBy(p => p.Owed.Seat, StringComparer.Ordinal)],
        [.. sheets.SelectMany(s => s.Filed).Order()]);

    /// <summary>Who is overdue on a local day, the longest first; at most so many.</summary>
    public IReadOnlyList<Placed> Overdue(DateOnly today, int most) =>
        First(s => s.Open.TakeWhile(o => o.Due < today), o => o.Due.DayNumber, most);

    /// <summary>Reports to read, the earliest first; at most so many.</summary>
    public IReadOnlyList<Placed> ToRead(int most) => First(s => s.Unread, o => o.FiledAt?.Ticks ?? 0, most);

    // Each sheet is in order, so no more of it is looked at than may be among the first.
    private IReadOnlyList<Placed> First(Func<SheetStanding, IEnumerable<Obligation>> of, Func<Obligation, long> key, int most)
    {
        var first = new PriorityQueue<Placed, (long, string)>(Comparer<(long Key, string Seat)>.Create(static (a, b) =>
            a.Key != b.Key ? b.Key.CompareTo(a.Key) : string.CompareOrdinal(b.Seat, a.Seat)));
        foreach (var sheet in Sheets)
        {
            foreach (var owed in of(sheet).Take(most))
            {
                if (first.Count < most) first.Enqueue(new(sheet.Ref, owed), (key(owed), owed.Seat));
                else if (first.TryPeek(out _, out var last) && key(owed) > last.Item1) break;
                else first.EnqueueDequeue(new(sheet.Ref, owed), (key(owed), owed.Seat));
            }
        }

        var found = new Placed[first.Count];
        for (var i = found.Length - 1; i >= 0; i--) found[i] = first.Dequeue();
        return found;
    }
}

/// <summary>Seats of an area by state; what is owed, by its due date, so that each day can say what is overdue.</summary>
/// <param name="Code">Code of the area; empty for all together.</param>
/// <param name="Owed">How many are owed by each due date (local day).</param>
public sealed record AreaStanding(string Code, int OnTime, int Late, int Missed, IReadOnlyDictionary<DateOnly, int> Owed)
{
    /// <summary>How many are owed whose due date is over.</summary>
    public int Overdue(DateOnly today) => Owed.Where(d => d.Key < today).Sum(d => d.Value);

    /// <summary>How many are owed in all.</summary>
    public int Open => Owed.Values.Sum();

    /// <summary>Sums up the sheets of an area.</summary>
    public static AreaStanding Of(string code, IReadOnlyList<SheetStanding> sheets) => new(
        code, sheets.Sum(s => s.OnTime), sheets.Sum(s => s.Late), sheets.Sum(s => s.Missed),
        sheets.SelectMany(s => s.Open).CountBy(o => o.Due).ToDictionary());
}
