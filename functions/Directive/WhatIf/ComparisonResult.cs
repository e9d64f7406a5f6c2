using System.Text.Json.Serialization;

namespace Directives.WhatIf;

/// <summary>How people behave in a comparison.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Basis>))]
public enum Basis
{
    /// <summary>By shares and a seed.</summary>
    [JsonStringEnumMemberName("simulated")]
    Simulated,

    /// <summary>As they did in the cycles that have closed.</summary>
    [JsonStringEnumMemberName("past")]
    Past,
}

/// <summary>What a comparison of editions found; the names are those of the JSON output.</summary>
public sealed record ComparisonResult
{
    public required string Directive { get; init; }

    /// <summary>First local day of the span.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last local day of the span; cycles whose period begins in it are played to their end.</summary>
    public required DateOnly To { get; init; }

    public required int Months { get; init; }

    public required long Seed { get; init; }

    public required Basis Basis { get; init; }

    /// <summary>Seats in force on the first day.</summary>
    public required int Posts { get; init; }

    /// <summary>The present editions first, then the candidates in their order.</summary>
    public required IReadOnlyList<EditionLine> Editions { get; init; }

    /// <summary>What was assumed, as names of texts with what goes into them.</summary>
    [JsonIgnore]
    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }
}
