using Directives.Calendars;

namespace Directives.Editions;

/// <summary>
/// The dates that a rule makes of a period (R2, R3). Local days of the edition's zone; a day counts to its end. Pure: the
/// same rule, period and calendar give the same dates.
/// </summary>
/// <remarks>A due date set by a person may fall on a day off. It then counts as the next working day, as the Civil Code
/// (article 148) has it for time limits, so that the rungs stay in order and on working days.</remarks>
public static class Deadlines
{
    /// <summary>The day by whose end the report of a period is owed: a working day after the period.</summary>
    public static DateOnly Due(RoleRule rule, Period period, WorkCalendar calendar) =>
        calendar.AddWorkingDays(period.To, rule.DueWorkingDays);

    /// <summary>Which days off or swapped days moved that day; null for none.</summary>
    public static DateShift? Shift(RoleRule rule, Period period, WorkCalendar calendar) =>
        DateShift.Of(calendar, period.To, rule.DueWorkingDays);

    /// <summary>The day of each rung, in the ladder's order, strictly ascending, all working days.</summary>
    public static IReadOnlyList<DateOnly> RungDays(RoleRule rule, DateOnly due, WorkCalendar calendar)
    {
        var workday = calendar.NextWorkingDay(due);
        var days = new DateOnly[rule.Ladder.Count];
        for (var i = 0; i < days.Length; i++) days[i] = calendar.AddWorkingDays(workday, rule.Ladder[i].Offset);
        return days;
    }

    /// <summary>The last day on which a late report still counts; what is open when it has ended is missed.</summary>
    public static DateOnly LastDay(RoleRule rule, DateOnly due, WorkCalendar calendar) =>
        calendar.AddWorkingDays(calendar.NextWorkingDay(due), rule.MissedWorkingDays);

    /// <summary>
    /// The warning that some of a period's dates were reckoned over years whose holidays are not known; null if all are.
    /// </summary>
    public static CalendarGap? Gap(RoleRule rule, Period period, WorkCalendar calendar)
    {
        var due = Due(rule, period, calendar);
        var first = RungDays(rule, due, calendar)[0];
        return calendar.GapIn(first < period.To ? first : period.To, LastDay(rule, due, calendar));
    }
}
