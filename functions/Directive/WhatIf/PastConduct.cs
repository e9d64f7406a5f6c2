using Directives.Calendars;
using Directives.Chasing;

namespace Directives.WhatIf;

/// <summary>
/// People who do what they did (R2): whoever filed so many working days before or after the due date does so by the due date that is tried, at the same hour;
/// whoever never filed does not. Where nothing was owed then, they behave by the shares of all who did.
/// </summary>
/// <param name="past">What was done.</param>
/// <param name="calendar">Working days.</param>
/// <param name="zone">Where days begin and end.</param>
/// <param name="unknown">What those do of whom nothing is known.</param>
public sealed class PastConduct(PastFilings past, WorkCalendar calendar, Zone zone, IConduct unknown) : IConduct
{
    /// <inheritdoc/>
    public DateTimeOffset? OfOwnAccord(TriedDuty duty, DateTimeOffset opens)
    {
        if (past.Of(duty.Seat, duty.Period) is not { FiledAt: { } filed } known) return null;
        var day = zone.DateAt(filed);
        var days = DaysFromDue(day, known.Due);
        // Sent back and filed again, or amended: the first filing counted.
        if (known.Mark == FilingMark.OnTime) days = Math.Min(days, 0);
        else if (known.Mark == FilingMark.Late) days = Math.Max(days, 1);
        return zone.At(calendar.AddWorkingDays(duty.Due, days), zone.TimeAt(filed));
    }

    /// <inheritdoc/>
    public DateTimeOffset? OnceHeard(TriedDuty duty, DateTimeOffset heard) =>
        past.Of(duty.Seat, duty.Period) is null ? unknown.OnceHeard(duty, heard) : null;

    /// <summary>Working days from the due date to a day: negative before it.</summary>
    private int DaysFromDue(DateOnly day, DateOnly due) =>
        day <= due ? -calendar.WorkingDaysAfter(day, due) : calendar.WorkingDaysAfter(due, day);
}
