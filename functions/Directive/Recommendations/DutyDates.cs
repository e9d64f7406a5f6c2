using Directives.Calendars;

namespace Directives.Recommendations;

/// <summary>Due dates of what a case owes; local days, counted in working days.</summary>
internal static class DutyDates
{
    /// <summary>So many working days after its cause; on the same day, if that is one, where nothing is given.</summary>
    public static DateOnly Due(DutyRule rule, bool urgent, DateOnly since, WorkCalendar calendar) =>
        calendar.AddWorkingDays(since, urgent ? rule.UrgentDays : rule.Days);
}
