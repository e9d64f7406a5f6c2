using Directives.Tables;

namespace Directives.Chasing;

/// <summary>Why a notice came to be; it decides when it may be sent.</summary>
public enum NoticeKind
{
    /// <summary>A rung, to the one who owes: in the morning.</summary>
    Reminder,

    /// <summary>A rung, to somebody else about the one who owes: the same working day.</summary>
    Escalation,

    /// <summary>A report came in: at once.</summary>
    Receipt,

    /// <summary>A report was sent back: at once.</summary>
    Returned,

    /// <summary>The due date was moved: at once.</summary>
    Extended,

    /// <summary>More time was asked for and not granted: at once.</summary>
    ExtensionDeclined,

    /// <summary>A cycle closed, to leaders and office (R13): in the morning.</summary>
    Tally,

    /// <summary>The postman holds letters and asks the office: at once.</summary>
    Asked,

    /// <summary>A rung, to the office in a leader's place: the one who owes cannot be reached, please telephone. The same working day.</summary>
    Telephone,

    /// <summary>A rung, to who prepares the report for the one who owes (a clerk, an assistant): a reminder, in the morning.</summary>
    Clerk,

    /// <summary>An official named an assistant, to the assistant: at once.</summary>
    Named,

    /// <summary>Who prepares a report asks the one who owes to file it: at once.</summary>
    Ready,

    /// <summary>A link and a code to sign in with (R6): at once; withdrawn when they open no longer. Its cycle is the request's name.</summary>
    SignIn,
    /// <summary>A month's seal of the trail, to the auditors: in the morning.</summary>
    Checkpoint,

    /// <summary>Something in a recommendation is now owed, to whoever owes it: at once in working hours.</summary>
    CaseOwed,

    /// <summary>A rung about something owed in a recommendation, to the one who owes it: in the morning.</summary>
    CaseReminder,

    /// <summary>A rung about something owed in a recommendation, to somebody else: the same working day.</summary>
    CaseEscalation,

    /// <summary>The confidential desk changes hands, to all who hold it (R6): at once. Its words are the kind of change and the day.</summary>
    DeskChanged,

    /// <summary>A seat was handed over while something was open, to who has it now (R1): in the morning.</summary>
    HandOver,

    /// <summary>A seat has been vacant for long, to the Organisation Commission (R1): in the morning. Its cycle is the register, its due date the day since when.</summary>
    Vacancy,

    /// <summary>Somebody is away, to who stands in for them: at once. Its cycle is the register, its words who is away.</summary>
    StandIn,
}

/// <summary>One rung for one reader, or one event for one reader. Its <see cref="Key"/> in the reader's mailbox is the claim that it is told once.</summary>
public sealed record Notice
{
    public required NoticeKind Kind { get; init; }

    /// <summary>Whom it is for: an official's id.</summary>
    public required string Reader { get; init; }

    /// <summary>The cycle it is about.</summary>
    public required string Cycle { get; init; }

    /// <summary>Partition of the sheet; null where it is about a whole cycle or the office's own work.</summary>
    public string? Sheet { get; init; }

    /// <summary>The seat that owes.</summary>
    public string? Seat { get; init; }

    /// <summary>The recommendation it is about; null where it is about none.</summary>
    public string? Case { get; init; }

    /// <summary>What is owed in that case.</summary>
    public string? CaseDuty { get; init; }

    public int Round { get; init; }

    /// <summary>Name of the rung, or of the event.</summary>
    public required string Rung { get; init; }

    /// <summary>Due date of the round (local day).</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Who owed when this was decided.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was decided (UTC).</summary>
    public required DateTimeOffset Decided { get; init; }

    /// <summary>Words that go with it: a receipt's number, the office's reason.</summary>
    public string? Words { get; init; }

    /// <summary>Who acted for the one who owes: an official's id; null where they acted themselves.</summary>
    public string? By { get; init; }

    /// <summary>To the one who owes: that nobody above them was told on this rung, though the rule names them, because no letter had reached the reader.</summary>
    public bool Spared { get; init; }

    /// <summary>Row key in the reader's mailbox.</summary>
    public string Key() => Case is { } about
        ? Keys.Join("n", "case", about, CaseDuty ?? "", $"{Round}", Rung)
        : Keys.Join("n", Cycle, Seat ?? "", $"{Round}", Rung);
}

/// <summary>A rung that a reader will not be told, and why: a later one named them too, or nobody held the seat.</summary>
public readonly record struct SkippedRung(string Rung, string? Reader, string Why)
{
    public const string Vacant = "vacant";
    public const string Later = "skipped";

    /// <summary>No letter about it had reached the one who owes, so no leader was told.</summary>
    public const string Unreached = "unreached";
}

/// <summary>What was told about an obligation: a rung or an event, to whom and when (UTC); or why a rung was not told.</summary>
public sealed record ToldRung(int Round, string Rung, string? Reader, DateTimeOffset At, string? Skipped = null);
