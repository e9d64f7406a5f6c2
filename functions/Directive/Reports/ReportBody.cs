namespace Directives.Reports;

/// <summary>A report as a program sends it, for the API's description; <see cref="ReportJson"/> reads it, strictly. What is missing is empty.</summary>
public sealed record ReportBody
{
    public IReadOnlyList<VisitBody>? Visits { get; init; }

    /// <summary>Needed where there is no visit.</summary>
    public string? NoVisitBecause { get; init; }

    public IReadOnlyList<PromiseBody>? LastPromises { get; init; }

    /// <summary>Recommendations.</summary>
    public IReadOnlyList<CaseBody>? Cases { get; init; }

    public string? WhomMet { get; init; }

    public string? MeetingsAttended { get; init; }

    public string? LivingConditions { get; init; }

    public string? Difficulties { get; init; }

    public string? Feedback { get; init; }

    public string? CommentsOnLocalWork { get; init; }

    public string? Promises { get; init; }

    public string? Recommendations { get; init; }

    public string? Explanation { get; init; }

    /// <summary>The version that this one is to replace, from 1.</summary>
    public int? Amends { get; init; }
}

/// <summary>One visit.</summary>
/// <param name="Date">Local day, yyyy-MM-dd.</param>
public sealed record VisitBody(string Date, string Where);

/// <summary>What became of a promise of the last report.</summary>
public sealed record PromiseBody(string Promise, string State, string? Because = null);

/// <summary>A recommendation.</summary>
/// <param name="Urgent">Why it is urgent; empty where it is not.</param>
/// <param name="Answer">The answer given on the spot; empty for none.</param>
public sealed record CaseBody(string Kind, string Text, string? Urgent = null, string? Answer = null);
