using Directives.Calendars;
using Directives.Reports;
using Directives.Web.History;

namespace Directives.Web.Office;

/// <summary>The office's page of one obligation (R3, R10): how it stands, what was told to whom, the report, and what the office may do.</summary>
public sealed record ObligationView
{
    public required SeatRow Seat { get; init; }

    public required Cadence Cadence { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required DateOnly FirstDue { get; init; }

    public required int Round { get; init; }

    /// <summary>The office's words for the round, if it began one.</summary>
    public string? RoundReason { get; init; }

    public required IReadOnlyList<HistoryRow> History { get; init; }

    /// <summary>Versions of the report, the newest first.</summary>
    public required IReadOnlyList<ReportVersion> Versions { get; init; }

    /// <summary>What was done with it, the newest first.</summary>
    public IReadOnlyList<HistoryEntry> Acts { get; init; } = [];

    /// <summary>When and from where its personal links were used, the newest first.</summary>
    public IReadOnlyList<UseRow> Uses { get; init; } = [];

    /// <summary>A request for more time that waits for the office; its time is in the directive's zone.</summary>
    public QueueRow? Asked { get; init; }

    /// <summary>The version that was read; 0 for none.</summary>
    public int ReadVersion { get; init; }

    /// <summary>Whether the office may file a report for the holder that came by telephone or on paper.</summary>
    public bool CanFile { get; init; }

    public bool CanSendBack { get; init; }

    public bool CanExtend { get; init; }

    public bool CanRevoke { get; init; }

    /// <summary>Who holds the seat: an official's id; null while vacant.</summary>
    public string? HolderId { get; init; }

    /// <summary>When the holder was told by telephone, in the directive's zone, and who was spoken to; null for not.</summary>
    public (DateTime At, string SpokeTo, string Note)? Telephoned { get; init; }

    /// <summary>What was typed into a form that was refused.</summary>
    public OfficeForm? Refused { get; init; }

    /// <summary>Why it was refused.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Name of a text on what was just done; null for none.</summary>
    public string? Notice { get; init; }
}
