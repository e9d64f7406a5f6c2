namespace Directives.Calendars;

/// <summary>Days off that follow on each other, weekends between them included, as people speak of them: "29 April to 3 May".</summary>
/// <param name="From">First day; it may lie before what was counted.</param>
/// <param name="To">Last day.</param>
/// <param name="Days">The named days among them, by date.</param>
/// <param name="Sources">What decrees them, each once.</param>
public sealed record DaysOffRow(DateOnly From, DateOnly To, IReadOnlyList<DayOff> Days, IReadOnlyList<LegalSource> Sources)
{
    /// <summary>What they are off for, each once: the holidays, or where there is none the days as they are called.</summary>
    public IReadOnlyList<DayOff> Names =>
        [.. (Days.Any(d => d.Kind == DayOffKind.Holiday) ? Days.Where(d => d.Kind == DayOffKind.Holiday) : Days).DistinctBy(d => d.Vi)];
}

/// <summary>A weekend day that counted, and what decrees it.</summary>
public sealed record WorkedInstead(WorkedDay Day, LegalSource Source);

/// <summary>
/// Why a date counted in working days is not the one that weekends alone would give (R2): letters say it. Pure; local days.
/// </summary>
/// <param name="From">The day after which counting began.</param>
/// <param name="WorkingDays">How many were counted.</param>
/// <param name="To">The date they led to.</param>
/// <param name="Otherwise">Where they would have led with weekends alone.</param>
/// <param name="Off">Rows of days off that were left out, by date.</param>
/// <param name="Worked">Weekend days that counted, by date.</param>
public sealed record DateShift(
    DateOnly From, int WorkingDays, DateOnly To, DateOnly Otherwise, IReadOnlyList<DaysOffRow> Off, IReadOnlyList<WorkedInstead> Worked)
{
    /// <summary>What moved the n-th working day after a day (n positive); null where the calendar gives what weekends alone give.</summary>
    public static DateShift? Of(WorkCalendar calendar, DateOnly from, int workingDays)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        var to = calendar.AddWorkingDays(from, workingDays);
        var otherwise = WorkCalendar.WeekendsOnly.AddWorkingDays(from, workingDays);
        return to == otherwise ? null : new DateShift(from, workingDays, to, otherwise, Rows(calendar, from, to), Instead(calendar, from, to));
    }

    private static List<DaysOffRow> Rows(WorkCalendar calendar, DateOnly from, DateOnly to)
    {
        var rows = new List<DaysOffRow>();
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day) || IsWeekend(day)) continue;
            var (first, last) = (day, day);
            while (!calendar.IsWorkingDay(first.AddDays(-1))) first = first.AddDays(-1);
            while (!calendar.IsWorkingDay(last.AddDays(1))) last = last.AddDays(1);
            var off = calendar.DaysOffBetween(first, last);
            // A plain weekend at either end is nobody's holiday.
            rows.Add(new DaysOffRow(off[0].Day, off[^1].Day, off, [.. off.Select(d => Source(calendar, d)).Distinct()]));
            day = last;
        }

        return rows;
    }

    private static List<WorkedInstead> Instead(WorkCalendar calendar, DateOnly from, DateOnly to) =>
        [.. calendar.Years.SelectMany(y => y.Worked).Where(w => w.Day > from && w.Day <= to).Select(w => new WorkedInstead(
            w, calendar.DaysOffBetween(w.InsteadOf, w.InsteadOf) is [var off] ? Source(calendar, off) : calendar.Years.First(y => y.Worked.Contains(w)).Sources[0]))];

    private static LegalSource Source(WorkCalendar calendar, DayOff day)
    {
        var sources = calendar.Years.First(y => y.Year == day.Day.Year).Sources;
        return sources.FirstOrDefault(s => s.Number == day.By) ?? sources[0];
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
