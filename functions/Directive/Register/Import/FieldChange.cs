namespace Directives.Register.Import;

/// <summary>Says which fields of a record would change, from what to what.</summary>
internal static class FieldChange
{
    /// <summary>The fields that differ.</summary>
    public static IReadOnlyList<ImportWords> Of(params IReadOnlyList<(string Column, string? Before, string? After)> fields) =>
    [
        .. fields.Where(f => !Same(f.Before, f.After))
            .Select(f => new ImportWords("import.change", new ImportWords($"import.column.{f.Column}"), Shown(f.Before), Shown(f.After))),
    ];

    /// <summary>Whether two texts are the same, but for blanks around them and for accents apart from their letters: no file can say that difference.</summary>
    public static bool Same(string? before, string? after) => before == after || Sheets.SheetFile.Clean(CellGuard.Write(before ?? "")) == (after ?? "");

    private static object Shown(string? text) => string.IsNullOrEmpty(text) ? new ImportWords("import.nothing") : RegisterProblem.Printable(text);
}
