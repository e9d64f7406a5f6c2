using System.Text.Json.Serialization;
using Directives.Recommendations;

namespace Directives.Simulation;

/// <summary>What happened in a simulated year, counted from its tables and its mail; the names are those of the JSON output.</summary>
public sealed record YearResult
{
    /// <summary>Seats in force on the first day.</summary>
    public required int Posts { get; init; }

    public required int Cycles { get; init; }

    /// <summary>Obligations of all cycles.</summary>
    public required int Obligations { get; init; }

    public required int OnTime { get; init; }

    public required int Late { get; init; }

    public required int Missed { get; init; }

    /// <summary>Notices of rungs that were decided.</summary>
    public required int Notices { get; init; }

    /// <summary>Letters that left.</summary>
    public required int Letters { get; init; }

    /// <summary>Notices that were settled before their letter was sealed.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>Rungs that a reader was not told, because a later one named them too.</summary>
    public required int SkippedRungs { get; init; }

    /// <summary>Notices and letters that somebody got twice.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Notices by rung; they add up to <see cref="Notices"/>.</summary>
    public required IReadOnlyDictionary<string, int> Rungs { get; init; }

    /// <summary>Notices of rungs that went to somebody else than the one who owes.</summary>
    public required int Escalations { get; init; }

    /// <summary>How long the run took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The most memory that the process had at once, in MiB.</summary>
    public required double PeakMemoryMb { get; init; }

    /// <summary>What became of recommendations; null where none were played. In JSON they stand beside the rest (<see cref="YearJson"/>).</summary>
    [JsonIgnore]
    public CaseTally? Recommendations { get; init; }
}
