using Directives.Calendars;
using Directives.Register;

namespace Directives.Chasing;

/// <summary>What the register makes of an open obligation.</summary>
public enum SeatFate
{
    /// <summary>Whoever owed it owes it.</summary>
    Same,

    /// <summary>Somebody else answers for the seat now.</summary>
    HandedOver,

    /// <summary>Nobody holds the seat: nothing is told, and nothing is owed if it stays so.</summary>
    Vacant,

    /// <summary>The seat passed to another, which owes one report for the running period.</summary>
    TakenOver,

    /// <summary>The seat is no more, and no other has taken over.</summary>
    Abolished,
}

/// <summary>The verdict of <see cref="SeatLife"/>.</summary>
/// <param name="Holder">Who owes now: an official's id; null for nobody.</param>
/// <param name="Due">The due date (local day) of a new round, where the present one would not be fair; null to keep it.</param>
/// <param name="Seat">Who took over; null for nobody.</param>
/// <param name="Since">First day on which it was so: what was over before is still the former holder's. Null where nothing changed hands.</param>
public sealed record SeatVerdict(SeatFate Fate, string? Holder = null, DateOnly? Due = null, string? Seat = null, DateOnly? Since = null);

/// <summary>What becomes of an open obligation when its seat changes hands, falls vacant or ends (R1, R2); pure. Days are local.</summary>
public static class SeatLife
{
    /// <summary>Working days that a successor has at least.</summary>
    public const int FairWorkingDays = 5;

    /// <summary>The fate of an open obligation on a day.</summary>
    /// <param name="periodTo">Last day of the period it is about; null where that is not known: then it passes on as it is.</param>
    public static SeatVerdict Of(Obligation owed, DateOnly? periodTo, RegisterSnapshot register, WorkCalendar calendar, DateOnly day)
    {
        var seat = register.SeatOn(owed.Seat, day);
        if (!register.SeatExists(seat, day)) return new SeatVerdict(SeatFate.Abolished);
        // Of the running period the successor owes one report of its own; what was due before, it takes over as it is.
        if (seat != owed.Seat && periodTo is { } to && register.SeatOn(owed.Seat, to) != owed.Seat) return new SeatVerdict(SeatFate.TakenOver, Seat: seat);
        if (register.HolderOf(owed.Seat, day)?.Id is not { } holder)
            return new SeatVerdict(SeatFate.Vacant, Since: register.PostsAt(seat).Where(p => p.To < day).Max(p => p.To)?.AddDays(1));
        if (holder == Before(owed, register, day)) return new SeatVerdict(SeatFate.Same, holder);
        var fair = calendar.AddWorkingDays(day, FairWorkingDays);
        var since = register.PostsAt(seat).First(p => p.Official == holder && p.From <= day && (p.To is null || p.To >= day)).From;
        return new SeatVerdict(SeatFate.HandedOver, holder, fair > owed.Due ? fair : null, Since: since);
    }

    /// <summary>The due date of one who takes a seat after the period began: that of all, or the fair one if it is later.</summary>
    public static DateOnly Due(DateOnly regular, DateOnly since, WorkCalendar calendar)
    {
        var fair = calendar.AddWorkingDays(since, FairWorkingDays);
        return fair > regular ? fair : regular;
    }

    // Obligations of before holders were written down had yesterday's.
    private static string? Before(Obligation owed, RegisterSnapshot register, DateOnly day) =>
        owed.Holder ?? register.HolderOf(owed.Seat, day.AddDays(-1))?.Id ?? register.HolderOf(owed.Seat, day)?.Id;
}
