using Directives.Register;
using Directives.Reports;

namespace Directives.Posts;

/// <summary>Who is to hold a seat from a day on.</summary>
/// <param name="Official">An official's id; null leaves the seat vacant.</param>
/// <param name="From">First local day on which it counts.</param>
public sealed record PostChange(string Seat, string? Official, DateOnly From);

/// <summary>Why a post was not changed.</summary>
public enum PostRefusal
{
    UnknownSeat,
    UnknownOfficial,

    /// <summary>The place of the seat is not in force on that day.</summary>
    PlaceEnded,
    NoReason,
    ReasonTooLong,

    /// <summary>More than <see cref="PostRules.DaysBack"/> days ago.</summary>
    DateTooEarly,

    /// <summary>More than a year ahead.</summary>
    DateTooLate,

    /// <summary>They hold it on that day already, or nobody does who could give it up.</summary>
    AlreadySo,

    /// <summary>Somebody is appointed from a later day on; that has to be taken back first.</summary>
    LaterPost,

    /// <summary>The present holder began on that very day or after it.</summary>
    BeforeItBegan,
}

/// <summary>Appointments, ends and hand-overs (R1): what they make of the register; pure. Days are local.</summary>
public static class PostRules
{
    /// <summary>Papers come late: so many days back a change may count.</summary>
    public const int DaysBack = 31;

    /// <summary>The posts after a change, or why it cannot be. Past posts stand; the present one ends the day before.</summary>
    public static (RegisterContent? After, PostRefusal? Refusal) After(RegisterContent content, RegisterSnapshot register, PostChange change, DateOnly today)
    {
        if (register.Seat(change.Seat) is not { } seat) return (null, PostRefusal.UnknownSeat);
        if (change.Official is { } official && register.Official(official) is null) return (null, PostRefusal.UnknownOfficial);
        if (change.From < today.AddDays(-DaysBack)) return (null, PostRefusal.DateTooEarly);
        if (change.From > today.AddYears(1)) return (null, PostRefusal.DateTooLate);
        if (change.Official is not null && register.PlaceOf(seat.Place, change.From) is null) return (null, PostRefusal.PlaceEnded);
        var posts = content.Posts.Where(p => p.Seat == change.Seat).ToList();
        if (posts.Any(p => p.From > change.From)) return (null, PostRefusal.LaterPost);
        var holding = posts.FirstOrDefault(p => p.From <= change.From && (p.To is null || p.To >= change.From));
        if (holding?.Official == change.Official) return (null, PostRefusal.AlreadySo);
        if (holding is not null && holding.From == change.From) return (null, PostRefusal.BeforeItBegan);
        var after = content.Posts.Select(p => p == holding ? p with { To = change.From.AddDays(-1) } : p);
        if (change.Official is { } next) after = after.Append(new Post(change.Seat, next, change.From));
        return (content with { Posts = [.. after] }, null);
    }

    /// <summary>Why the words will not do as a reason; null where they do.</summary>
    public static PostRefusal? Words(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? PostRefusal.NoReason : reason.Length > RoundRules.LongestReason ? PostRefusal.ReasonTooLong : null;
}
