namespace Directives.Web.Office;

/// <summary>How many reports had come by each day, counted from the due date, in a cycle and in the one before (R13).</summary>
/// <param name="Due">The due date that day 0 stands for (local day).</param>
/// <param name="Seats">How many owe.</param>
/// <param name="Days">By day, in order, without gaps.</param>
public sealed record ReportDays(DateOnly Due, int Seats, IReadOnlyList<ReportDay> Days)
{
    /// <summary>Days before the due date on which the count begins.</summary>
    public const int Before = 14;

    /// <summary>Days after it on which it ends.</summary>
    public const int After = 28;

    /// <summary>Counts; days of this cycle that have not come hold no number.</summary>
    /// <param name="filed">How many reports came on each local day.</param>
    /// <param name="due">Its due date (local day).</param>
    /// <param name="earlier">The same of the cycle before; null where there was none.</param>
    public static ReportDays Of(
        IReadOnlyDictionary<DateOnly, int> filed, DateOnly due, int seats, IReadOnlyDictionary<DateOnly, int>? earlier, DateOnly earlierDue, DateOnly today)
    {
        var days = new List<ReportDay>(Before + After + 1);
        for (var day = -Before; day <= After; day++)
        {
            days.Add(new ReportDay(
                day, due.AddDays(day), due.AddDays(day) > today ? null : Until(filed, due.AddDays(day)),
                earlier is null ? null : Until(earlier, earlierDue.AddDays(day))));
        }

        return new ReportDays(due, seats, days);
    }

    /// <summary>Days on which a number differs from the day before, for a table.</summary>
    public IEnumerable<ReportDay> Changes() =>
        Days.Where((d, i) => d.Day == 0 || i == 0 || d.Now is not null && d.Now != Days[i - 1].Now || d.Earlier != Days[i - 1].Earlier);

    private static int Until(IReadOnlyDictionary<DateOnly, int> filed, DateOnly day)
    {
        var sum = 0;
        foreach (var (date, count) in filed) sum += date <= day ? count : 0;
        return sum;
    }
}

/// <summary>Reports until the end of a day.</summary>
/// <param name="Day">0 is the due date, −1 the day before.</param>
/// <param name="Now">How many in this cycle; null for a day that has not come.</param>
/// <param name="Earlier">How many in the cycle before; null where there was none.</param>
public sealed record ReportDay(int Day, DateOnly Date, int? Now, int? Earlier);
