namespace Directives.Recommendations;

/// <summary>What is owed in a case; each kind has its days and its ladder.</summary>
public enum DutyKind
{
    Look,
    Reply,
    Decision,

    /// <summary>A lead's result.</summary>
    Result,

    /// <summary>A cooperating body's part.</summary>
    Part,

    /// <summary>The office decides whether an assignment gets more time.</summary>
    MoreTime,

    /// <summary>The office finds who does what was handed on three times.</summary>
    Placing,
    Answer,
    Confirmation,

    /// <summary>The place may say that what was answered on the spot is not settled; it owes no word, but is told.</summary>
    Objection,
}

/// <summary>Who owes: not a person, but whoever is that on the day.</summary>
public enum PartyKind
{
    /// <summary>Whoever holds the raiser's seat.</summary>
    Raiser,
    Office,

    /// <summary>The Standing Committee, by its recorder.</summary>
    Committee,
    Body,

    /// <summary>The leader of the place.</summary>
    LocalLeader,

    /// <summary>The confidential desk, as far as a matter does not concern it (R6).</summary>
    Desk,

    /// <summary>The very person who raised what is confidential; never whoever follows in the post.</summary>
    Person,
}

/// <summary>Who owes.</summary>
/// <param name="Code">The seat, body or place; empty for office and committee.</param>
public readonly record struct Party(PartyKind Kind, string Code = "")
{
    public static readonly Party Office = new(PartyKind.Office);
    public static readonly Party Committee = new(PartyKind.Committee);
    public static readonly Party Desk = new(PartyKind.Desk);
}

/// <summary>One obligation of a case: who owes what by when.</summary>
/// <param name="Id">The same as long as it is the same obligation; a new date or a new cause makes another round.</param>
/// <param name="Due">Local day, until its end.</param>
/// <param name="FirstDue">The due date before any extension or postponement.</param>
/// <param name="Round">Number of the event that caused it, or gave it its date; a new round climbs a new ladder.</param>
/// <param name="About">The assignment it is about, if any.</param>
public sealed record CaseDuty(string Id, DutyKind Kind, Party Party, DateOnly Due, DateOnly FirstDue, int Round, string? About = null)
{
    /// <summary>Whether both are the same obligation for the same cause, whoever owes it: they share a ladder.</summary>
    public bool IsSame(CaseDuty other) => Id == other.Id && Round == other.Round;
}
