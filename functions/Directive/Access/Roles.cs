using Directives.Register;

namespace Directives.Access;

/// <summary>What a duty of the register makes of a person; the roles themselves are <see cref="Who"/>, what each may is <see cref="May"/>.</summary>
public static class Roles
{
    /// <summary>Roles that count only in a session with a second factor.</summary>
    public const Who NeedsSecondFactor = Who.Office | Who.Recorder | Who.Administrator | Who.Auditor | Who.ConfidentialDesk;

    /// <summary>Roles that a standing substitute never has for another.</summary>
    public const Who NeverForAnother = Who.ConfidentialDesk | Who.Administrator;

    /// <summary>The role of a duty; <see cref="Who.Nobody"/> for one that only letters name.</summary>
    public static Who Of(Duty duty) => duty switch
    {
        Duty.Office => Who.Office,
        Duty.StandingCommitteeMember => Who.Committee,
        Duty.LocalLeader => Who.LocalLeader,
        Duty.Recorder => Who.Recorder,
        Duty.Administrator => Who.Administrator,
        Duty.Auditor => Who.Auditor,
        Duty.ConfidentialDesk => Who.ConfidentialDesk,
        _ => Who.Nobody,
    };

    /// <summary>How many must carry a duty, so that nobody decides alone.</summary>
    public static int Fewest(Duty duty) => duty switch
    {
        Duty.Administrator => 2,
        Duty.ConfidentialDesk => 3,
        Duty.Office or Duty.Recorder or Duty.Auditor => 1,
        _ => 0,
    };

    /// <summary>The roles that count in a session.</summary>
    /// <param name="held">All roles of the one in whose right it acts.</param>
    /// <param name="secondFactor">Whether one was shown.</param>
    /// <param name="forAnother">Whether it acts for another.</param>
    public static Who Counting(Who held, bool secondFactor, bool forAnother) =>
        held & ~(secondFactor ? Who.Nobody : NeedsSecondFactor) & ~(forAnother ? NeverForAnother : Who.Nobody);
}
