using Directives.Calendars;
using Directives.Language;
using Directives.Register;

namespace Directives.Reports;

/// <summary>A report that somebody owes, as its form shows it.</summary>
public sealed record ReportOwed : ReportLook
{
    /// <summary>Names the obligation in the form, so that a form of another report is never filed here.</summary>
    public required string Id { get; init; }

    /// <summary>Full name of the place.</summary>
    public required string Place { get; init; }

    public required SeatRole Role { get; init; }

    /// <summary>Title of the one who owes.</summary>
    public required Bilingual Owner { get; init; }

    /// <summary>The language of whoever opened it.</summary>
    public string Language { get; init; } = "vi";

    /// <summary>Title of the one who opened a draft link and prepares the report for the owner; null where the owner opened it.</summary>
    public Bilingual? Drafter { get; init; }

    /// <summary>Whoever prepares has asked the owner to file in this round.</summary>
    public bool Asked { get; init; }

    public required Cadence Cadence { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly To { get; init; }

    public required DateOnly Due { get; init; }

    /// <summary>The local day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Why the office sent the last version back; null where it did not.</summary>
    public string? ReturnedBecause { get; init; }

    /// <summary>Why there is more time; null where there is not.</summary>
    public string? ExtendedBecause { get; init; }

    /// <summary>The version sent back or to be amended, to go on from.</summary>
    public ReportContent? LastVersion { get; init; }

    /// <summary>Versions that are filed.</summary>
    public int Versions { get; init; }

    /// <summary>The version that is amended; null for a first filing or a new round.</summary>
    public int? Amends { get; init; }

    /// <summary>What was typed and not filed; null for nothing.</summary>
    public DraftSeen? Draft { get; init; }

    /// <summary>Promises of the report of the cycle before.</summary>
    public IReadOnlyList<string> LastPromises { get; init; } = [];

    /// <summary>Titles of those in charge above the place, the nearest first: they read what is for the province.</summary>
    public IReadOnlyList<Bilingual> ReadersAbove { get; init; } = [];
}
