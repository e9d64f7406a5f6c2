using Directives.Language;
using Directives.Register;

namespace Directives.Web.Office;

/// <summary>One seat in a list.</summary>
/// <param name="Place">Full name of its place.</param>
/// <param name="Holder">Title of who holds it; null while vacant.</param>
/// <param name="Rung">The rung it stands on; null before the first.</param>
/// <param name="DaysLate">Working days from the due date to the late report, or to today while it is owed; otherwise 0.</param>
public sealed record SeatRow(
    SeatPath Path, string Place, SeatRole Role, Bilingual? Holder, SeatState State, DateOnly Due, string? Rung, int DaysLate, LastLetter LastLetter);
