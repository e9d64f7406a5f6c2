using Directives.Calendars;
using Directives.Chasing;
using Directives.Register;

namespace Directives.Forecasts;

/// <summary>A letter that somebody would get if nobody acted.</summary>
/// <param name="At">When it would leave (UTC).</param>
/// <param name="Items">What it would tell.</param>
public sealed record ForecastLetter(DateTimeOffset At, IReadOnlyList<ForecastItem> Items);

/// <summary>One thing that a letter would tell.</summary>
/// <param name="Kind">A reminder, one to who prepares the report, an escalation about another, or a cycle's tally.</param>
/// <param name="Directive">Number of the directive that asks for it.</param>
/// <param name="Rung">Name of the rung; null for a tally.</param>
/// <param name="Offset">Working days from the due date, negative before it; 0 for a tally.</param>
/// <param name="Place">Code of the place; null for a tally.</param>
/// <param name="Role">Role of the seat that owes; null for a tally.</param>
/// <param name="Owner">Who owes: an official's id; null for a tally.</param>
/// <param name="Cadence">How often.</param>
/// <param name="To">Last local day of the period.</param>
/// <param name="Due">Due date (local day); null for a tally.</param>
public sealed record ForecastItem(
    NoticeKind Kind, string Directive, string? Rung, int Offset, string? Place, SeatRole? Role, string? Owner, Cadence Cadence, DateOnly To, DateOnly? Due)
{
    /// <summary>Whether it is about what another owes.</summary>
    public bool IsAboutOthers => Kind is NoticeKind.Escalation or NoticeKind.Tally;
}
