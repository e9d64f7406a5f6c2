namespace Directives.Recommendations;

/// <summary>What somebody is in a case, from the register of the day (R5, R7, R11). Whoever is nothing reads nothing.</summary>
[Flags]
public enum CaseCapacity
{
    None = 0,

    /// <summary>Holds the raiser's seat today, or stands nearest above it while it is vacant.</summary>
    Raiser = 1,

    /// <summary>Raised it, whoever holds the seat today; reads.</summary>
    RaisedIt = 2,

    Office = 4,

    Recorder = 8,

    /// <summary>A member of the Standing Committee; reads.</summary>
    Committee = 16,

    /// <summary>Leads a body that answers for an assignment now, or is its clerk; the office where the body has nobody.</summary>
    Lead = 32,

    /// <summary>The same for a body that confirms a part.</summary>
    Cooperating = 64,

    /// <summary>The same for a body that had an assignment and has handed it on; reads.</summary>
    Hand = 128,

    /// <summary>Leads the place; reads what is fit for the place, and nothing internal.</summary>
    LocalLeader = 256,

    /// <summary>In charge of the place or of one above it; reads.</summary>
    InChargeAbove = 512,
}
