namespace Directives.Calendars;

/// <summary>
/// Working days: Monday to Friday, less the decreed days off, plus the weekend days worked instead (R2). Dates are local
/// days. A year without data counts weekends only; <see cref="GapIn"/> is the warning that callers pass on. Days that
/// would leave the range of <see cref="DateOnly"/> throw <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>Weekends only.</summary>
    public static readonly WorkCalendar WeekendsOnly = new([]);

    private readonly bool[] _working;
    private readonly int _first;
    private readonly HashSet<int> _years;
    private readonly DayOff[] _off;

    /// <exception cref="ArgumentException">A year twice, or a day that is not in its year.</exception>
    public WorkCalendar(IReadOnlyList<HolidayYear> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        Years = years.OrderBy(y => y.Year).ToArray();
        _years = Years.Select(y => y.Year).ToHashSet();
        if (_years.Count != Years.Count) throw new ArgumentException("A year stands twice in the calendar.", nameof(years));
        _off = Years.SelectMany(y => y.Off).OrderBy(d => d.Day).ToArray();
        if (Years.Count == 0)
        {
            _working = [];
            return;
        }

        _first = new DateOnly(Years[0].Year, 1, 1).DayNumber;
        _working = new bool[new DateOnly(Years[^1].Year, 12, 31).DayNumber - _first + 1];
        for (var i = 0; i < _working.Length; i++) _working[i] = IsWeekday(_first + i);
        foreach (var year in Years)
        {
            foreach (var off in year.Off) _working[Index(off.Day, year.Year)] = false;
            foreach (var worked in year.Worked) _working[Index(worked.Day, year.Year)] = true;
        }
    }

    /// <summary>The years with data, ascending.</summary>
    public IReadOnlyList<HolidayYear> Years { get; }

    /// <summary>Whether the holidays of a year are known.</summary>
    public bool Covers(int year) => _years.Contains(year);

    public bool IsWorkingDay(DateOnly day) => IsWorking(day.DayNumber);

    /// <summary>The day itself if it is a working day, else the next one.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => AddWorkingDays(day, 0);

    /// <summary>
    /// For a positive count the n-th working day after a day, for a negative one the n-th working day before it; for zero
    /// the day itself if it is a working day, else the next one.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int n)
    {
        var number = day.DayNumber;
        if (n == 0)
            while (!IsWorking(number)) number++;
        for (; n > 0; n--)
            do number++; while (!IsWorking(number));
        for (; n < 0; n++)
            do number--; while (!IsWorking(number));
        return DateOnly.FromDayNumber(number);
    }

    /// <summary>Working days after one day up to and including another; 0 where the second is not later.</summary>
    public int WorkingDaysAfter(DateOnly day, DateOnly until)
    {
        var days = 0;
        while (day < until) if (IsWorkingDay(day = day.AddDays(1))) days++;
        return days;
    }

    /// <summary>
    /// The named days off from one day to another, both inclusive, by date: letters say with them why a date moved.
    /// Holidays that fall on a weekend are among them, so that a row of days off can be told whole.
    /// </summary>
    public IReadOnlyList<DayOff> DaysOffBetween(DateOnly from, DateOnly to) =>
        _off.Where(d => d.Day >= from && d.Day <= to).ToArray();

    /// <summary>The years touched by a span, both ends inclusive, whose holidays are not known, ascending.</summary>
    public IReadOnlyList<int> MissingYears(DateOnly from, DateOnly to) =>
        from > to ? [] : Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(y => !Covers(y)).ToArray();

    /// <summary>The warning for a span, both ends inclusive; null where every year is known.</summary>
    public CalendarGap? GapIn(DateOnly from, DateOnly to) =>
        MissingYears(from, to) is { Count: > 0 } years ? new CalendarGap(years) : null;

    // Day 0, 1 January of the year 1, was a Monday.
    private static bool IsWeekday(int dayNumber) => dayNumber % 7 < 5;

    private bool IsWorking(int dayNumber)
    {
        var i = dayNumber - _first;
        return (uint)i < (uint)_working.Length ? _working[i] : IsWeekday(dayNumber);
    }

    private int Index(DateOnly day, int year) => day.Year == year
        ? day.DayNumber - _first
        : throw new ArgumentException($"{day:O} stands among the days of {year}.", nameof(year));
}
