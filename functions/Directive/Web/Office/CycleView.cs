using Directives.Language;

namespace Directives.Web.Office;

/// <summary>The office's page of a cycle (R3, R13): figures, areas by state, who is late.</summary>
public sealed record CycleView
{
    public required CycleRow Cycle { get; init; }

    /// <summary>When the edition of the cycle came into force.</summary>
    public required DateOnly EditionFrom { get; init; }

    /// <summary>The due date per role that owes.</summary>
    public required IReadOnlyList<RoleDue> Dues { get; init; }

    /// <summary>When it closed, in the directive's zone.</summary>
    public DateTime? ClosedAt { get; init; }

    public required IReadOnlyList<AreaRow> Areas { get; init; }

    /// <summary>How the reports came; null where it is not asked.</summary>
    public ReportDays? Days { get; init; }

    /// <summary>Who is overdue, the longest first; at most as many as one looks at.</summary>
    public required IReadOnlyList<SeatRow> Late { get; init; }

    /// <summary>Years without known holidays.</summary>
    public IReadOnlyList<int> YearsWithoutHolidays { get; init; } = [];

    /// <summary>Seats that owe but that nobody holds.</summary>
    public int Vacant { get; init; }

    /// <summary>Readers to whom letters cannot be delivered.</summary>
    public IReadOnlyList<Bilingual> Unreachable { get; init; } = [];

    public HeldLetters? Held { get; init; }

    /// <summary>All seats of one area, where the reader asked for one.</summary>
    public AreaSeats? Area { get; init; }

    /// <summary>Name of a text on what was just done; null for none.</summary>
    public string? Notice { get; init; }
}
