using Directives.Calendars;
using Directives.Language;
using Directives.Reports;

namespace Directives.Web.Office;

/// <summary>One version of a report, to read and to print, with what a reader should look at (R10).</summary>
public sealed record ReadingView
{
    public required SeatRow Seat { get; init; }

    public required Cadence Cadence { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required ReportVersion Version { get; init; }

    /// <summary>Who filed it.</summary>
    public required Bilingual By { get; init; }

    /// <summary>How it came to the office, where the office filed it.</summary>
    public Received? Received { get; init; }

    /// <summary>All versions and when they came, the newest first.</summary>
    public required IReadOnlyList<(int Number, DateTime Received)> Versions { get; init; }

    /// <summary>Equal passages by field, worked out for this reading.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<MarkedPassage>> Marks { get; init; } = new Dictionary<string, IReadOnlyList<MarkedPassage>>();

    /// <summary>Who read which version, and when in the directive's zone; null where it was not read.</summary>
    public ReadMark? Read { get; init; }

    public bool CanRead { get; init; }

    /// <summary>Name of a text on what was just done; null for none.</summary>
    public string? Notice { get; init; }
}

/// <summary>Who of the office read which version, and when in the directive's zone.</summary>
public sealed record ReadMark(int Version, DateTime At, Bilingual? By);

/// <summary>A passage that equals another report, and where that is.</summary>
/// <param name="Address">Page of the other report.</param>
/// <param name="Place">Its place; null for an earlier report of the same seat.</param>
/// <param name="To">Last day of its period.</param>
public sealed record MarkedPassage(int Start, int Length, WordsFrom From, string Address, string? Place, Cadence Cadence, DateOnly To)
{
    /// <summary>Where it is from, in words.</summary>
    public string In(Texts texts) => From == WordsFrom.Earlier
        ? texts["desk.mark.earlier", texts.Period(Cadence, To)]
        : texts["desk.mark.other", Place];
}
