using Directives.Language;

namespace Directives.Forecasts;

/// <summary>The letters that a person would get if nobody acted.</summary>
public sealed record ForecastView
{
    public required string Id { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last local day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Whether it reaches to the end of next year.</summary>
    public required bool IsNext { get; init; }

    /// <summary>How many letters.</summary>
    public required int Letters { get; init; }

    /// <summary>What they would tell of what the person owes, or prepares.</summary>
    public required IReadOnlyList<ForecastRow> Own { get; init; }

    /// <summary>What they would tell of others.</summary>
    public required IReadOnlyList<ForecastRow> Others { get; init; }

    /// <summary>Years of which no holidays are known.</summary>
    public required IReadOnlyList<int> YearsWithoutHolidays { get; init; }

    /// <summary>Path of this page.</summary>
    public string Address { get; init; } = "";

    /// <summary>Path of the page it belongs to.</summary>
    public string Back { get; init; } = "";

    /// <summary>Name of the text of the link to it.</summary>
    public string BackText { get; init; } = "";
}

/// <summary>One rung in one letter.</summary>
/// <param name="At">When the letter would leave, in the directive's zone.</param>
/// <param name="Item">What it tells; place and owner are left out.</param>
/// <param name="Places">Names of the first places.</param>
/// <param name="More">How many further ones.</param>
public sealed record ForecastRow(DateTime At, ForecastItem Item, IReadOnlyList<string> Places, int More);
