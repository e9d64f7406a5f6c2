namespace Directives.Register.Import;

/// <summary>A file of which no row can be read: it is no table, in an older encoding, or without the columns it needs.</summary>
/// <param name="problem">What is wrong, where, and what to do.</param>
public sealed class UnusableFileException(ImportEntry problem) : Exception(problem.Why.ToString())
{
    internal UnusableFileException(int? row, string key, params IReadOnlyList<object?> args)
        : this(new ImportEntry(row, "", new ImportWords(key, args)))
    {
    }

    public ImportEntry Problem { get; } = problem;
}
