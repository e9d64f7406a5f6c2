using Directives.Access;
using Directives.Calendars;
using Directives.Language;
using Directives.Register;
using Directives.Reports;
using Directives.Web.Cases;
using Directives.Web.History;
using Directives.Web.Office;

namespace Directives.Web.Mine;

/// <summary>The page of whoever has signed in: what is theirs, by what the register says of them (R7, R11). A part that is null is not theirs.</summary>
public sealed record MineView
{
    /// <summary>The roles that count.</summary>
    public required Who May { get; init; }

    /// <summary>The one acted for; null for oneself.</summary>
    public Bilingual? ActsFor { get; init; }

    /// <summary>Whether the one acted for may be acted for no longer.</summary>
    public bool Ended { get; init; }

    /// <summary>Whom the person may stand in for: id and title.</summary>
    public IReadOnlyList<(string Id, Bilingual Title)> Others { get; init; } = [];

    /// <summary>Whether there are roles that wait for a second factor.</summary>
    public bool LacksFactor { get; init; }

    /// <summary>What the own posts owe and what came of it.</summary>
    public IReadOnlyList<MineDuty>? Duties { get; init; }

    /// <summary>What the person owes in recommendations, and what became of their own; null for one who has neither.</summary>
    public OwedView? Cases { get; init; }

    /// <summary>What the person prepares for others.</summary>
    public IReadOnlyList<MineDuty>? Prepares { get; init; }

    /// <summary>The places that the person leads.</summary>
    public IReadOnlyList<MinePlace>? Places { get; init; }

    /// <summary>The bodies that the person leads, or whose clerk they are.</summary>
    public IReadOnlyList<MineBody>? Bodies { get; init; }

    /// <summary>Cycles in numbers, the newest first.</summary>
    public IReadOnlyList<CycleRow>? Cycles { get; init; }

    /// <summary>The running cycle's areas in numbers.</summary>
    public IReadOnlyList<AreaRow> Areas { get; init; } = [];

    /// <summary>Proposals of another administrator that wait for a decision; null for those who are none.</summary>
    public int? Proposals { get; init; }
}

/// <summary>What a seat owes in a cycle, as those see it whose it is.</summary>
/// <param name="Holder">Who owes it.</param>
/// <param name="Until">Last day of the period.</param>
/// <param name="Filed">When the newest version came, in the directive's zone; null for none.</param>
/// <param name="Waits">The date that was asked for and not decided yet; null for none.</param>
/// <param name="Because">Why there is another round: the office's words; null for none.</param>
public sealed record MineDuty(
    SeatPath Path, string Place, SeatRole Role, Bilingual? Holder, Cadence Cadence, DateOnly Until, DateOnly Due, SeatState State,
    int Versions, DateTime? Filed, DateOnly? Waits, string? Because)
{
    /// <summary>Path to which the button posts that opens it.</summary>
    public string Opens => $"{MineEndpoints.OpenPath}/{Uri.EscapeDataString(Path.Cycle)}/{Uri.EscapeDataString(Path.Area)}/{Path.Part}/{Uri.EscapeDataString(Path.Seat)}";

    /// <summary>Path of the parts that are for the place.</summary>
    public string Shared => $"{MineEndpoints.SharedPath}/{Uri.EscapeDataString(Path.Cycle)}/{Uri.EscapeDataString(Path.Area)}/{Path.Part}/{Uri.EscapeDataString(Path.Seat)}";

    /// <summary>Path of its history.</summary>
    public string History => $"{MineEndpoints.HistoryPath}/{Uri.EscapeDataString(Path.Cycle)}/{Uri.EscapeDataString(Path.Area)}/{Path.Part}/{Uri.EscapeDataString(Path.Seat)}";

    /// <summary>Whether a report is to be written.</summary>
    public bool IsOwed => State is SeatState.Open or SeatState.Overdue || (State == SeatState.Missed && Versions == 0);
}

/// <summary>A place to its own leader: who answers for it, and what was reported of it.</summary>
/// <param name="Responsible">Who holds a seat here, or is in charge above; the role is null for those above.</param>
public sealed record MinePlace(string Name, IReadOnlyList<(Bilingual Who, SeatRole? Role)> Responsible, IReadOnlyList<MineDuty> Reports);

/// <summary>A body and what its officials owe.</summary>
public sealed record MineBody(Bilingual Name, IReadOnlyList<MineDuty> Duties);

/// <summary>The parts of a report that are for the place.</summary>
/// <param name="Received">When it came, in the directive's zone.</param>
/// <param name="Content">Holds nothing but what is for the place.</param>
/// <param name="History">When reports came, and from whom.</param>
public sealed record SharedReport(string Place, SeatRole Role, Bilingual By, Cadence Cadence, DateOnly From, DateOnly To, DateTime Received, ReportContent Content,
    IReadOnlyList<HistoryEntry> History);
