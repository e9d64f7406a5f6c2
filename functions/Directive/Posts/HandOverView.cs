using Directives.Calendars;
using Directives.Language;
using Directives.Register;
using Directives.Web.Cases;
using Directives.Web.Mine;

namespace Directives.Posts;

/// <summary>A report that was filed for a seat.</summary>
/// <param name="Filed">In the directive's zone.</param>
public sealed record BriefReport(Cadence Cadence, DateOnly To, Bilingual? By, DateTime Filed, string Difficulties, string Feedback);

/// <summary>What a seat hands over (R1): what is open, promised and under way, and what was reported last.</summary>
public sealed record HandOverView
{
    public required Seat Seat { get; init; }

    public required string Place { get; init; }

    public required Bilingual? Holder { get; init; }

    /// <summary>Since when (local day) the holder has it; null while it is vacant.</summary>
    public required DateOnly? Since { get; init; }

    /// <summary>Who held it before, the newest first.</summary>
    public required IReadOnlyList<HeldRow> Before { get; init; }

    /// <summary>Leaders of the place.</summary>
    public required IReadOnlyList<Bilingual> Leaders { get; init; }

    public required IReadOnlyList<MineDuty> Open { get; init; }

    /// <summary>Promises that the last report left open.</summary>
    public required IReadOnlyList<string> Promises { get; init; }

    /// <summary>Recommendations of the seat that are under way.</summary>
    public required IReadOnlyList<RaisedRow> Cases { get; init; }

    /// <summary>The last reports, the newest first.</summary>
    public required IReadOnlyList<BriefReport> Reports { get; init; }

    /// <summary>Whether the reader is the one who holds it, and may open what is open.</summary>
    public required bool IsOwn { get; init; }
}
