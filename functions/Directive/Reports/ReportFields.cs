namespace Directives.Reports;

/// <summary>The fields of a report: one list for form, JSON, rules and reading.</summary>
public static class ReportFields
{
    public const string Visits = "visits";
    public const string Date = "date";
    public const string Where = "where";
    public const string NoVisitBecause = "noVisitBecause";
    public const string LastPromises = "lastPromises";
    public const string Promise = "promise";
    public const string State = "state";
    public const string Because = "because";
    public const string Attachments = "attachments";
    public const string Cases = "cases";
    public const string CaseKind = "kind";
    public const string CaseText = "text";
    public const string CaseUrgent = "urgent";
    public const string CaseAnswer = "answer";
    public const string CaseLine = "line";
    public const string CaseFiles = "files";
    public const string Explanation = "explanation";

    /// <summary>The text fields in the order in which they are asked; the last only where there is something to explain.</summary>
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
        new(Explanation, null, c => c.Explanation ?? "", (c, t) => c with { Explanation = t.Length > 0 ? t : null }),
    ];

    /// <summary>The text fields that say what was seen and done: to be read, marked and compared (R10). What explains them is not among them.</summary>
    public static readonly IReadOnlyList<TextField> Told = [.. Texts.Where(f => f.Name != Explanation)];

    /// <summary>The parts of the form, each with its readers. Every field is in one of them.</summary>
    public static readonly IReadOnlyList<ReportSection> Sections =
    [
        new("visits", Audience.Place, [Visits, NoVisitBecause, "whomMet", "meetingsAttended"]),
        new("mood", Audience.Province, ["livingConditions", "difficulties", "feedback"]),
        new("comments", Audience.Province, ["commentsOnLocalWork"]),
        new("promises", Audience.Place, [LastPromises, "promises"]),
        new("recommendations", Audience.Place, [Cases, "recommendations"]),
        new("attachments", Audience.Province, [Attachments]),
        new(Explanation, Audience.Province, [Explanation]),
    ];

    /// <summary>The text field of this name, or null.</summary>
    public static TextField? Text(string name) => Texts.FirstOrDefault(f => f.Name == name);

    /// <summary>The part of the form in which a field is, also that of a line: <c>visits[1].date</c>.</summary>
    public static ReportSection? SectionOf(string field) =>
        Sections.FirstOrDefault(s => s.Fields.Contains(field.Split('[')[0], StringComparer.Ordinal));

    /// <summary>Who reads a field; one that no part names is for the province.</summary>
    public static Audience AudienceOf(string field) => SectionOf(field)?.Audience ?? Audience.Province;

    /// <summary>Name of a part of the line of a promise of the last report.</summary>
    public static string OfPromise(int index, string part) => $"{LastPromises}[{index}].{part}";

    /// <summary>Name of a part of a recommendation's line.</summary>
    public static string OfCase(int index, string part) => $"{Cases}[{index}].{part}";

    /// <summary>Name of a part of a visit's line.</summary>
    public static string OfVisit(int index, string part) => $"{Visits}[{index}].{part}";
}
