namespace Directives.Access;

/// <summary>What people do on the site; who may do it to which rows stands in <see cref="May"/>.</summary>
public enum Deed
{
    /// <summary>The first page, style, leaving, the way in.</summary>
    Arrive,

    /// <summary>Follow a personal link, by its key.</summary>
    FollowLink,

    /// <summary>Be somebody of the sample, and move its clock.</summary>
    Demonstrate,

    /// <summary>The mail provider tells what became of letters.</summary>
    TellOfLetters,

    /// <summary>The own page.</summary>
    SeeOwnPage,

    /// <summary>Begin or end to act for another as a standing substitute.</summary>
    StandIn,

    /// <summary>Open one's report, or one that one prepares.</summary>
    OpenReport,

    /// <summary>Write, file, amend and read the report that was opened, and ask for more time.</summary>
    WriteReport,

    /// <summary>Read reports of the monitors below.</summary>
    ReadReportBelow,

    /// <summary>Read the parts of a report that are for the place.</summary>
    ReadSharedParts,

    /// <summary>What the officials of a body owe, not what they report.</summary>
    SeeBody,

    /// <summary>How a cycle stands in numbers, not what is reported.</summary>
    SeeCounts,

    /// <summary>Run cycles: see everything that is reported, send back, extend, revoke; letters and whom they do not reach.</summary>
    RunCycles,

    /// <summary>File a report that came by telephone or on paper.</summary>
    FileForAnother,

    /// <summary>Read what waits for the Standing Committee, and what it decided.</summary>
    ReadAgenda,

    /// <summary>Set the coming meetings of the Standing Committee.</summary>
    SetMeetings,

    /// <summary>Record a decision of the Standing Committee.</summary>
    RecordDecision,

    /// <summary>See what recommendations wait for a look, and how all of them stand.</summary>
    LookAtCases,

    /// <summary>Compare like recommendations and merge them.</summary>
    CompareCases,

    /// <summary>Read the trail, not the contents.</summary>
    ReadTrail,

    /// <summary>Raise what is confidential.</summary>
    RaiseConfidential,

    /// <summary>Read what is confidential, and take its steps; whose it is says each matter.</summary>
    ReadConfidential,

    /// <summary>Read a recommendation and its certificate: what one is in it is found out from the case and the register.</summary>
    SeeCase,

    /// <summary>Take the steps of a recommendation that are one's own.</summary>
    TakeStep,

    /// <summary>Raise a recommendation outside a report.</summary>
    RaiseCase,

    /// <summary>What one owes oneself in recommendations.</summary>
    SeeOwed,

    /// <summary>What anybody owes in recommendations.</summary>
    SeeAllOwed,

    /// <summary>Keep the register: who holds which seat, imports, decrees.</summary>
    KeepRegister,

    /// <summary>Say that somebody is away, and who stands in.</summary>
    EnterAbsence,

    /// <summary>Read what a seat hands over: what is open, promised, under way.</summary>
    ReadHandOver,
    /// <summary>See the register: places, seats, people, how what they owe stands; not what is reported.</summary>
    SeeRegister,
    /// <summary>Read the rules in force and those before, not what is reported.</summary>
    SeeRules,

    /// <summary>Try editions beside the present ones, which changes nothing.</summary>
    TryRules,

    /// <summary>Propose to change who holds which role, and withdraw that.</summary>
    ProposeChange,

    /// <summary>Confirm or decline what another has proposed.</summary>
    DecideChange,
}
