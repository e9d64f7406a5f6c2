namespace Directives.Reports;

/// <summary>
/// What a report must hold (R3, R4). A visit may fall on any day of its period; with a visit, the report says whom
/// the official met and how people live; without one, it only says why. Pure.
/// </summary>
public static class ReportRules
{
    /// <summary>Characters of a text field.</summary>
    public const int MostCharacters = 30_000;

    /// <summary>Characters of the place of a visit.</summary>
    public const int MostCharactersOfPlace = 500;

    /// <summary>Visits in a report: one for each day of the longest month, twice.</summary>
    public const int MostVisits = 62;

    /// <summary>Judges a report as typed.</summary>
    /// <param name="from">First day of the period.</param>
    /// <param name="to">Last day of the period.</param>
    /// <param name="today">The local day on which it is filed.</param>
    public static ReportVerdict Check(ReportForm form, DateOnly from, DateOnly to, DateOnly today)
    {
        var problems = new List<FieldProblem>();
        var visits = VisitRules.Check(form.Visits, from, to, today, problems);
        var reason = Text(ReportFields.NoVisitBecause, form.NoVisitBecause, MostCharacters, problems);
        var visited = form.Visits.Any(v => !v.IsBlank);
        if (!visited && reason.Length == 0) problems.Add(new FieldProblem(ReportFields.Visits, "report.problem.visits-needed"));
        if (visited && reason.Length > 0)
            problems.Add(new FieldProblem(ReportFields.NoVisitBecause, "report.problem.visits-and-reason"));

        var content = new ReportContent { Visits = visits, NoVisitBecause = reason.Length > 0 ? reason : null };
        foreach (var field in ReportFields.Texts)
        {
            var text = Text(field.Name, form[field.Name], MostCharacters, problems);
            if (visited && text.Length == 0 && field.Needed is { } needed) problems.Add(new FieldProblem(field.Name, needed));
            content = field.Write(content, text);
        }

        if (form.LastPromises.Count > 0) content = content with { LastPromises = PromiseRules.Check(form.LastPromises, problems) };
        if (CaseRowRules.Check(form.Cases, problems) is { } cases) content = content with { Cases = cases };
        return problems.Count == 0 ? ReportVerdict.Good(content) : ReportVerdict.Bad(problems);
    }

    /// <summary>Judges content that came from elsewhere by the same rules.</summary>
    public static ReportVerdict Check(ReportContent content, DateOnly from, DateOnly to, DateOnly today) =>
        Check(ReportForm.From(content), from, to, today);

    /// <summary>A text as it is kept, and what is wrong with it.</summary>
    /// <param name="most">Characters.</param>
    internal static string Text(string field, string typed, int most, List<FieldProblem> problems)
    {
        var text = PlainText.Normalize(typed);
        if (PlainText.FirstControl(text) is { } found)
            problems.Add(new FieldProblem(field, "report.problem.control-character", found.Name, found.Position));
        else if (text.Length > most)
            problems.Add(new FieldProblem(field, "report.problem.too-long", text.Length, most));
        return text;
    }
}
