namespace Directives.Register.Import.Sheets;

/// <summary>A cell as it was read.</summary>
/// <param name="Text">Trimmed and composed; a date as <c>yyyy-MM-dd</c>.</param>
/// <param name="Day">The day, where the cell itself says that it is one.</param>
/// <param name="Fault">Why it cannot be used; null where it can.</param>
internal readonly record struct SheetCell(string Text, DateOnly? Day = null, ImportWords? Fault = null)
{
    public static readonly SheetCell Empty = new("");
}

/// <summary>A row that holds something.</summary>
/// <param name="Number">Line of the file, or row of the sheet, from 1 on.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    public SheetCell this[int column] => column < Cells.Count ? Cells[column] : SheetCell.Empty;
}

/// <summary>Cells that were merged into one; rows from 1, columns from 0, all inclusive.</summary>
internal readonly record struct SheetMerge(int FirstRow, int LastRow, int FirstColumn, int LastColumn, string Range);

/// <summary>The rows of a CSV file or of a sheet; the first one is the header.</summary>
internal sealed record SheetTable
{
    /// <summary>Name of the sheet; empty of a CSV file.</summary>
    public string Name { get; init; } = "";

    public required IReadOnlyList<SheetRow> Rows { get; init; }

    /// <summary>Lines that are no rows.</summary>
    public IReadOnlyList<ImportEntry> Faults { get; init; } = [];

    /// <summary>Pieces of the lines that are no rows, by line.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Torn { get; init; } = new Dictionary<int, IReadOnlyList<string>>();

    public IReadOnlyList<SheetMerge> Merges { get; init; } = [];

    /// <summary>Why a cell cannot be used that was merged with others; null where it was not.</summary>
    public ImportWords? MergeAt(int row, int column)
    {
        foreach (var merge in Merges)
        {
            if (row >= merge.FirstRow && row <= merge.LastRow && column >= merge.FirstColumn && column <= merge.LastColumn)
                return new ImportWords("import.cell.merged", Name, Reference(row, column), merge.Range);
        }

        return null;
    }

    /// <summary>The first merged range that touches a row; null for none.</summary>
    public string? MergeOn(int row) => Merges.Where(m => row >= m.FirstRow && row <= m.LastRow).Select(m => m.Range).FirstOrDefault();

    /// <summary>How spreadsheets call a cell, e.g. <c>C5</c>.</summary>
    /// <param name="column">From 0 on.</param>
    public static string Reference(int row, int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26) letters = (char)('A' + ((n - 1) % 26)) + letters;
        return letters + row.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
