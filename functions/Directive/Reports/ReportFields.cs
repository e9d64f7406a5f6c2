namespace Directives.Reports;

/// <summary>The fields of a report: one list for form, JSON, rules and reading.</summary>
public static class ReportFields
{
    public const string Visits = "visits";
    public const string Date = "date";
    public const string Where = "where";
    public const string NoVisitBecause = "noVisitBecause";

    /// <summary>The text fields in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<TextField> Texts =
    [
        new("whomMet", "report.problem.whom-met-needed", c => c.WhomMet, (c, t) => c with { WhomMet = t }),
        new("meetingsAttended", null, c => c.MeetingsAttended, (c, t) => c with { MeetingsAttended = t }),
        new("livingConditions", "report.problem.living-conditions-needed", c => c.LivingConditions, (c, t) => c with { LivingConditions = t }),
        new("difficulties", null, c => c.Difficulties, (c, t) => c with { Difficulties = t }),
        new("feedback", null, c => c.Feedback, (c, t) => c with { Feedback = t }),
        new("commentsOnLocalWork", null, c => c.CommentsOnLocalWork, (c, t) => c with { CommentsOnLocalWork = t }),
        new("promises", null, c => c.Promises, (c, t) => c with { Promises = t }),
        new("recommendations", null, c => c.Recommendations, (c, t) => c with { Recommendations = t }),
    ];

    /// <summary>Name of a part of a visit's line.</summary>
    public static string OfVisit(int index, string part) => $"{Visits}[{index}].{part}";
}
