namespace Directives.Editions;

/// <summary>One thing that is wrong with a rules file.</summary>
/// <param name="Path">Where, as a JSON path such as <c>$.roles[0].ladder[2].offset</c>; <c>$</c> for the file as a whole.</param>
/// <param name="Reason">What, in a sentence for whoever edits the file.</param>
public sealed record RulesProblem(string Path, string Reason);

/// <summary>
/// A data file of rules — an edition or a holiday calendar — is refused (R2). Nothing of it was taken over.
/// </summary>
public sealed class RulesFileException(string file, IReadOnlyList<RulesProblem> problems, Exception? cause = null)
    : Exception($"{file} is refused: " + string.Join("; ", problems.Select(p => $"{p.Path}: {p.Reason}")), cause)
{
    /// <summary>The file as it was named by whoever loaded it.</summary>
    public string File { get; } = file;

    /// <summary>All that is wrong, in the order of the file as far as it could be read; never empty.</summary>
    public IReadOnlyList<RulesProblem> Problems { get; } = problems;

    /// <summary>Where the first problem is.</summary>
    public string Path => Problems[0].Path;

    /// <summary>What the first problem is.</summary>
    public string Reason => Problems[0].Reason;
}
