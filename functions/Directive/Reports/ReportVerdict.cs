namespace Directives.Reports;

/// <summary>What the rules say of a report: its content, or what is wrong with it.</summary>
public sealed record ReportVerdict
{
    private ReportVerdict(ReportContent? content, IReadOnlyList<FieldProblem> problems) => (Content, Problems) = (content, problems);

    /// <summary>The content to file; null where there are problems.</summary>
    public ReportContent? Content { get; }

    /// <summary>In the order of the form; empty for a good report.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; }

    public static ReportVerdict Good(ReportContent content) => new(content, []);

    public static ReportVerdict Bad(IReadOnlyList<FieldProblem> problems) => new(null, problems);
}
