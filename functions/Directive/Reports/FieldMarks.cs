namespace Directives.Reports;

/// <summary>What the markup of a field says of what is wrong with it, for whoever does not see it.</summary>
public static class FieldMarks
{
    /// <summary>Value of <c>aria-invalid</c>; null for none.</summary>
    public static string? Invalid(this IEnumerable<FieldProblem> problems) => problems.Any() ? "true" : null;

    /// <summary>Value of <c>aria-describedby</c>: what is wrong, as <c>FieldMessages</c> shows it, then the hint; null for neither.</summary>
    /// <param name="field">Id of the field.</param>
    /// <param name="hint">Id of its hint.</param>
    public static string? Described(this IEnumerable<FieldProblem> problems, string field, string? hint = null) =>
        !problems.Any() ? hint : hint is null ? $"{field}-problem" : $"{field}-problem {hint}";

    /// <summary>
    /// Type of a field for a date: a date input shows nothing but a date, so what else was typed stays in a text field. It has no bounds, for a
    /// browser would refuse what lies outside in its own language: we refuse it in the reader's.
    /// </summary>
    public static string DateType(string typed) => typed.Length == 0 || DateOnly.TryParseExact(typed, "yyyy-MM-dd", out _) ? "date" : "text";
}
