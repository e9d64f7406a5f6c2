using Directives.Language;
using Directives.Register;
using Directives.Reports;

namespace Directives.Web.OwnData;

/// <summary>What the system holds about one person, as that person may have it (Law 91/2025/QH15). Times are UTC.</summary>
public sealed record OwnData
{
    /// <summary>When it was put together.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person's entry in the register, or as an assistant; null for one who is no longer in it.</summary>
    public Official? Person { get; init; }

    /// <summary>Name of the person's body.</summary>
    public Bilingual? Body { get; init; }

    /// <summary>Posts, past ones too.</summary>
    public IReadOnlyList<OwnPost> Posts { get; init; } = [];

    /// <summary>Duties that rules and letters name.</summary>
    public IReadOnlyList<OwnDuty> Duties { get; init; } = [];

    /// <summary>What the person owed while in the post, and the reports that were filed.</summary>
    public IReadOnlyList<OwnObligation> Obligations { get; init; } = [];

    /// <summary>Letters to the person; not what they tell about others.</summary>
    public IReadOnlyList<OwnLetter> Letters { get; init; } = [];

    /// <summary>The assistant whom the person named; null for none.</summary>
    public OwnAssistant? Assistant { get; init; }

    /// <summary>The office has stopped the person's letters; null while they go.</summary>
    public OwnSilence? LettersStopped { get; init; }

    /// <summary>Sessions that are kept, the newest first.</summary>
    public IReadOnlyList<OwnSession> Sessions { get; init; } = [];

    /// <summary>What stands in the trail of the person's account: signing in and out, the second factor. It stays.</summary>
    public IReadOnlyList<OwnAccountAct> Account { get; init; } = [];

    /// <summary>Personal links that are kept, and when they were used.</summary>
    public IReadOnlyList<OwnLink> Links { get; init; } = [];
}

/// <summary>A post: the place, the role, from–to (local days).</summary>
public sealed record OwnPost(string Place, SeatRole Role, DateOnly From, DateOnly? To);

/// <summary>A duty at a place, from–to (local days).</summary>
public sealed record OwnDuty(Duty Duty, string Place, DateOnly From, DateOnly? To);

/// <summary>What was owed for a place and a period, and what came of it.</summary>
/// <param name="Period">Name of the period.</param>
/// <param name="Due">Due date (local day).</param>
/// <param name="State">open, filed or missed.</param>
/// <param name="ReturnedBecause">The office's words for the last round.</param>
/// <param name="AskedForTime">The person's own words when they asked for more time.</param>
/// <param name="Draft">What the person typed and did not file.</param>
public sealed record OwnObligation(
    string Cycle, Bilingual Period, string Place, DateOnly Due, Chasing.ObligationState State, string? ReturnedBecause, string? AskedForTime,
    IReadOnlyList<OwnReport> Reports, OwnDraft? Draft);

/// <summary>A version of a report that the person filed, or that was filed for them.</summary>
public sealed record OwnReport(int Version, DateTimeOffset At, string Receipt, ReportContent Content);

/// <summary>A draft that the person saved.</summary>
public sealed record OwnDraft(DateTimeOffset At, ReportForm Form);

/// <summary>A letter: when it was sealed and left, what became of it, and what it told.</summary>
public sealed record OwnLetter(int Number, DateTimeOffset SealedAt, DateTimeOffset? SentAt, Mail.LetterState State, string? Delivery, IReadOnlyList<OwnNotice> Tells);

/// <summary>One thing that a letter told.</summary>
/// <param name="Words">The words that went with it, where it is about the person's own obligation.</param>
public sealed record OwnNotice(Chasing.NoticeKind Kind, string Rung, string Cycle, DateTimeOffset Decided, string? Words);

/// <summary>An assistant by title and address.</summary>
public sealed record OwnAssistant(string Title, string Address);

/// <summary>A session: when it began and was last used, how the person got in, from which network and with what.</summary>
public sealed record OwnSession(DateTimeOffset Begun, DateTimeOffset Seen, string How, string Network, string Device, bool SecondFactor);

/// <summary>An entry of the account's trail.</summary>
/// <param name="Act">Name of the act, as the trail has it.</param>
/// <param name="Device">The device it was about; null for none.</param>
public sealed record OwnAccountAct(DateTimeOffset At, string Act, string? Device);

/// <summary>The person's links to one obligation, their own or one that they prepare for another.</summary>
/// <param name="Opens">Last local days on which they open, one for each link that was given out; a new address or a revocation ends one sooner.</param>
public sealed record OwnLink(string Cycle, Bilingual Period, string Place, bool Prepares, IReadOnlyList<DateOnly> Opens, IReadOnlyList<OwnLinkUse> Uses);

/// <summary>A use of a link.</summary>
/// <param name="Filed">Whether a report came by it, or it was only opened.</param>
public sealed record OwnLinkUse(DateTimeOffset At, string Network, string Device, bool Filed);

/// <summary>Since when and why letters are stopped.</summary>
public sealed record OwnSilence(DateTimeOffset Since, string Reason);
