using Directives.Language;

namespace Directives.Register.Import;

/// <summary>Why something is as it is, as a text to fill in the reader's language.</summary>
/// <param name="Key">Name of the text.</param>
/// <param name="Args">What fills its places; words among them are filled in turn, several of them with semicolons between.</param>
public sealed record ImportWords(string Key, params IReadOnlyList<object?> Args)
{
    /// <summary>What is wrong with a register, as words.</summary>
    public static ImportWords Of(RegisterProblem problem) => new(problem.MessageKey, [.. problem.Args]);

    /// <summary>The words for a reader.</summary>
    public string In(Texts texts) => texts[Key, [.. Args.Select(a => a switch
    {
        ImportWords one => one.In(texts),
        IEnumerable<ImportWords> several => string.Join("; ", several.Select(w => w.In(texts))),
        var other => other,
    })]];

    /// <inheritdoc/>
    public override string ToString() => In(Texts.English);
}
