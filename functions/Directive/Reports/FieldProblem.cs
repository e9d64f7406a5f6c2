using Directives.Language;

namespace Directives.Reports;

/// <summary>What is wrong with a field, as a text to fill in the reader's language.</summary>
/// <param name="Field">Name of the field as forms and JSON have it, e.g. <c>visits[1].date</c>.</param>
/// <param name="Message">Name of the text.</param>
/// <param name="Arguments">What fills its places.</param>
public sealed record FieldProblem(string Field, string Message, params IReadOnlyList<object?> Arguments)
{
    /// <summary>The message for a reader.</summary>
    public string In(Texts texts) => texts[Message, [.. Arguments]];
}
