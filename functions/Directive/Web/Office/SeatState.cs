namespace Directives.Web.Office;

/// <summary>How a seat stands in a cycle, as the office sees it. Overdue is computed when the page is made.</summary>
public enum SeatState
{
    OnTime,
    Late,

    /// <summary>Owed, the due date still to come.</summary>
    Open,

    /// <summary>Owed, the due date is over.</summary>
    Overdue,

    Missed,

    /// <summary>Nobody held the seat to the end, or another took over: it counts nowhere.</summary>
    NotOwed,
}
