namespace Directives.Register;

/// <summary>A register, or the file it is read from, is refused as a whole; nothing of it is used (R1).</summary>
/// <param name="problems">All that is wrong, not just the first.</param>
public sealed class RegisterRefusedException(IReadOnlyList<RegisterProblem> problems) : Exception(Text(problems))
{
    private const int Listed = 20;

    /// <summary>All that is wrong: in the order of the rows when read from a file.</summary>
    public IReadOnlyList<RegisterProblem> Problems { get; } = problems;

    private static string Text(IReadOnlyList<RegisterProblem> problems)
    {
        string listed = string.Join(Environment.NewLine, problems.Take(Listed));
        return problems.Count > Listed ? $"{listed}{Environment.NewLine}… and {problems.Count - Listed} more." : listed;
    }
}
