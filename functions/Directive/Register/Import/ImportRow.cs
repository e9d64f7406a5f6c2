namespace Directives.Register.Import;

/// <summary>A row of a file, its fields by the names of their columns.</summary>
internal sealed class ImportRow(int number, string code, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, DateOnly> days)
{
    /// <summary>Line of the file, its header being line 1.</summary>
    public int Number => number;

    /// <summary>What the row is called by in messages.</summary>
    public string Code => code;

    /// <summary>The same row, called by another code.</summary>
    public ImportRow Called(string other) => new(number, other, fields, days);

    /// <summary>The text of a field, trimmed and composed; empty where there is no such column.</summary>
    public string this[string column] => fields.GetValueOrDefault(column, "");

    /// <summary>Whether the file has the column at all.</summary>
    public bool Has(string column) => fields.ContainsKey(column);

    /// <summary>The text of a field; null where it is empty, or what was before where the file has no such column.</summary>
    public string? Or(string column, string? before) => !Has(column) ? before : this[column].Length == 0 ? null : this[column];

    /// <summary>The day in a field; null where it is empty.</summary>
    public DateOnly? Day(string column) => days.TryGetValue(column, out var day) ? day : null;

    /// <summary>The day in a field, or what was before where the file has no such column.</summary>
    public DateOnly? DayOr(string column, DateOnly? before) => Has(column) ? Day(column) : before;
}
