using Directives.Calendars;
using Directives.Chasing;

namespace Directives.Reports;

/// <summary>Why a new round was not begun.</summary>
public enum RoundRefusal
{
    /// <summary>The seat owes nothing on this sheet.</summary>
    NothingOwed,

    /// <summary>The last day is over; what comes now is kept, but the round cannot be reopened.</summary>
    Over,

    /// <summary>There is no report to send back.</summary>
    NothingFiled,

    /// <summary>A report is in; there is nothing to extend.</summary>
    AlreadyFiled,

    NoReason,
    ReasonTooLong,

    /// <summary>The new date must lie after today and, for an extension, after the present due date.</summary>
    DateTooEarly,

    /// <summary>More than a year ahead.</summary>
    DateTooLate,

    /// <summary>A weekend or a holiday.</summary>
    NotAWorkingDay,

    /// <summary>More time was asked for already, and the office has not answered.</summary>
    AlreadyAsked,

    /// <summary>No request for more time waits for an answer.</summary>
    NothingAsked,

    /// <summary>This version of the report was marked as read already, or there is none.</summary>
    NothingToRead,
}

/// <summary>Whether the office may begin a new round of an obligation (R10); pure.</summary>
public static class RoundRules
{
    public const int LongestReason = 2000;

    /// <summary>Why a report may not be sent back, or null.</summary>
    public static RoundRefusal? SendBack(Obligation owed, string reason, DateOnly due, DateOnly today, WorkCalendar calendar) =>
        owed.State is ObligationState.Missed or ObligationState.NotOwed ? RoundRefusal.Over
        : owed.State != ObligationState.Filed ? RoundRefusal.NothingFiled
        : Words(reason) ?? Day(due, today, calendar);

    /// <summary>Why a due date may not be moved, or null.</summary>
    public static RoundRefusal? Extend(Obligation owed, string reason, DateOnly due, DateOnly today, WorkCalendar calendar) =>
        owed.State is ObligationState.Missed or ObligationState.NotOwed ? RoundRefusal.Over
        : owed.State == ObligationState.Filed ? RoundRefusal.AlreadyFiled
        : Words(reason) ?? (due <= owed.Due ? RoundRefusal.DateTooEarly : Day(due, today, calendar));

    /// <summary>Why a reason will not do, or null.</summary>
    public static RoundRefusal? Words(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? RoundRefusal.NoReason
        : reason.Length > LongestReason ? RoundRefusal.ReasonTooLong
        : null;

    /// <summary>Why a day (local) will not do as a new due date, or null.</summary>
    public static RoundRefusal? Day(DateOnly due, DateOnly today, WorkCalendar calendar) =>
        due <= today ? RoundRefusal.DateTooEarly
        : due > today.AddYears(1) ? RoundRefusal.DateTooLate
        : calendar.IsWorkingDay(due) ? null
        : RoundRefusal.NotAWorkingDay;
}
