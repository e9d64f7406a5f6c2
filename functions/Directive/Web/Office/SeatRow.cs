using Directives.Language;
using Directives.Register;

namespace Directives.Web.Office;

/// <summary>One seat in a list.</summary>
/// <param name="Place">Full name of its place.</param>
/// <param name="Holder">Title of who holds it; null while vacant.</param>
/// <param name="Rung">The rung it stands on; null before the first.</param>
/// <param name="DaysLate">Working days since the due date; 0 if it is not over.</param>
public sealed record SeatRow(
    SeatPath Path, string Place, SeatRole Role, Bilingual? Holder, SeatState State, DateOnly Due, string? Rung, int DaysLate, LastLetter LastLetter);
