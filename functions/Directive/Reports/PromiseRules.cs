namespace Directives.Reports;

/// <summary>Which promises of the last report are asked about, and what must be said of each (R4). Pure.</summary>
public static class PromiseRules
{
    /// <summary>Promises asked about.</summary>
    public const int Most = 20;

    /// <summary>Characters of a promise, and of what is said of it.</summary>
    public const int MostCharacters = 1_000;

    private static readonly char[] Bullets = ['-', '–', '—', '•', '·', '*', '+', '▪', '○', '\u2022', '\uf0b7', ' ', '\t', '\u00a0'];

    private static readonly (string Name, PromiseState State)[] States =
        [("done", PromiseState.Done), ("under-way", PromiseState.UnderWay), ("dropped", PromiseState.Dropped)];

    /// <summary>Names of the states as forms and JSON have them.</summary>
    public static IEnumerable<string> StateNames => States.Select(s => s.Name);

    /// <summary>Name of a state as forms and JSON have it.</summary>
    public static string NameOf(PromiseState state) => States.First(s => s.State == state).Name;

    /// <summary>What the next report is asked about: what was still under way, and each line of the promises.</summary>
    public static IReadOnlyList<string> Of(ReportContent last) =>
        [.. (last.LastPromises ?? []).Where(p => p.State == PromiseState.UnderWay).Select(p => p.Promise)
            .Concat(last.Promises.Split('\n').Select(l => l.Trim(Bullets)))
            .Where(p => p.Length > 0)
            .Select(Cut).Distinct(StringComparer.Ordinal).Take(Most)];

    /// <summary>What became of them; null for a report that was asked about none.</summary>
    internal static IReadOnlyList<LastPromise>? Check(IReadOnlyList<PromiseRow> rows, List<FieldProblem> problems)
    {
        if (rows.Count == 0) return null;
        if (rows.Count > Most)
        {
            problems.Add(new FieldProblem(ReportFields.LastPromises, "form.problem.too-many-promises", Most, rows.Count));
            return null;
        }

        var promises = new List<LastPromise>(rows.Count);
        foreach (var (index, row) in rows.Index())
        {
            var promise = ReportRules.Text(ReportFields.OfPromise(index, ReportFields.Promise), row.Promise, MostCharacters, problems);
            if (promise.Length == 0) problems.Add(new FieldProblem(ReportFields.OfPromise(index, ReportFields.Promise), "form.problem.promise-needed", index + 1));
            var because = ReportRules.Text(ReportFields.OfPromise(index, ReportFields.Because), row.Because, MostCharacters, problems);
            var known = States.FirstOrDefault(s => s.Name == row.State.Trim());
            if (known.Name is null) problems.Add(new FieldProblem(ReportFields.OfPromise(index, ReportFields.State), "form.problem.promise-state", index + 1));
            else if (known.State == PromiseState.Dropped && because.Length == 0)
                problems.Add(new FieldProblem(ReportFields.OfPromise(index, ReportFields.Because), "form.problem.promise-because", index + 1));
            promises.Add(new LastPromise(promise, known.State, because.Length > 0 ? because : null));
        }

        return promises;
    }

    private static string Cut(string promise) => promise.Length <= MostCharacters
        ? promise
        : string.Concat(promise.AsSpan(0, char.IsHighSurrogate(promise[MostCharacters - 2]) ? MostCharacters - 2 : MostCharacters - 1), "…");
}
