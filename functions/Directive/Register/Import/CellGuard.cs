namespace Directives.Register.Import;

/// <summary>
/// Keeps spreadsheets from taking a text for a formula: an apostrophe goes before it, and is taken off again when it is read. What begins with
/// apostrophes already gets one more, so that every text comes back as it was.
/// </summary>
public static class CellGuard
{
    private const char Guard = '\'';

    /// <summary>The text as it is written.</summary>
    /// <param name="typed">Whether the cell itself says that it holds a text, as those of a workbook do.</param>
    public static string Write(string text, bool typed = false) => IsFormula(text) && !(typed && text[0] != Guard) ? Guard + text : text;

    /// <summary>The text as it was.</summary>
    public static string Read(string text) => text is [Guard, ..] && IsFormula(text) ? text[1..] : text;

    private static bool IsFormula(string text) => text.AsSpan().TrimStart(Guard) is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
