using System.Globalization;
using Directives.Register.Import.Sheets;

namespace Directives.Register.Import;

/// <summary>A file of the register as it was read (R1): CSV (UTF-8, <c>,</c> or <c>;</c>) or XLSX, columns in any order, further ones ignored.</summary>
public sealed class ImportFile
{
    /// <summary>Bytes of a file.</summary>
    public const int MostBytes = 6 * 1024 * 1024;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "d/M/yyyy"];
    private static readonly (DateOnly First, DateOnly Last) Sensible = (new(1900, 1, 1), new(2199, 12, 31));

    private ImportFile(ImportKind kind, IReadOnlyList<ImportRow> rows, IReadOnlyList<ImportEntry> faults) => (Kind, Rows, Faults) = (kind, rows, faults);

    public ImportKind Kind { get; }

    /// <summary>Rows that could not be read, each with what to do about it.</summary>
    public IReadOnlyList<ImportEntry> Faults { get; }

    /// <summary>Rows that could be read, in the file's order.</summary>
    internal IReadOnlyList<ImportRow> Rows { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="kind">What it holds; null to tell by its header.</param>
    /// <exception cref="UnusableFileException">No row of it can be read.</exception>
    public static ImportFile Read(ReadOnlyMemory<byte> file, ImportKind? kind)
    {
        if (file.Length > MostBytes) throw new UnusableFileException(null, "import.file.too-large", MostBytes >> 20);
        var table = SheetFile.Read(file);
        if (table.Rows.Count == 0) throw new UnusableFileException(1, "import.file.empty");
        var head = table.Rows[0];
        var names = head.Cells.Select(c => Name(c.Text)).ToList();
        var known = kind ?? ImportColumns.Guess(names) ?? throw new UnusableFileException(head.Number, "import.file.which-kind", Kinds());
        var columns = Columns(known, names, table, head);
        LegacyFont.Refuse(table, [.. columns.Where(c => ImportColumns.IsVietnamese(c.Key)).Select(c => c.Value)]);

        var (rows, faults) = (new List<ImportRow>(table.Rows.Count), table.Faults.ToList());
        foreach (var row in table.Rows.Skip(1))
        {
            var read = Row(known, row, columns, table, out var fault);
            if (read is not null) rows.Add(read);
            else faults.Add(fault!);
        }

        if (rows.Count == 0 && faults.Count == 0) throw new UnusableFileException(head.Number, "import.file.empty");
        return new ImportFile(known, rows, [.. faults.Select(f => f.Code.Length > 0 ? f : f with { Code = CodeOf(known, f, columns, table) })]);
    }

    /// <summary>The names of all kinds, as they are typed.</summary>
    public static string Kinds() => string.Join(", ", Enum.GetNames<ImportKind>().Select(k => k.ToLowerInvariant()));

    private static Dictionary<string, int> Columns(ImportKind kind, List<string> names, SheetTable table, SheetRow head)
    {
        if (ImportColumns.Missing(kind, names) is { Count: > 0 } missing)
        {
            // Titles above the table are mostly merged: then that is what to undo.
            if (table.MergeOn(head.Number) is { } merged) throw new UnusableFileException(head.Number, "import.file.merged-head", table.Name, merged);
            throw new UnusableFileException(head.Number, "import.file.missing-column", string.Join(", ", missing), string.Join(", ", ImportColumns.All(kind)));
        }

        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, name) in names.Index().Where(n => ImportColumns.All(kind).Contains(n.Item)))
        {
            if (!columns.TryAdd(name, index)) throw new UnusableFileException(head.Number, "import.file.duplicate-column", name);
        }

        return columns;
    }

    private static ImportRow? Row(ImportKind kind, SheetRow row, Dictionary<string, int> columns, SheetTable table, out ImportEntry? fault)
    {
        var fields = new Dictionary<string, string>(columns.Count, StringComparer.Ordinal);
        var days = new Dictionary<string, DateOnly>(2, StringComparer.Ordinal);
        ImportWords? why = null;
        foreach (var (name, index) in columns)
        {
            var cell = row[index];
            fields.Add(name, cell.Text);
            why ??= cell.Fault ?? table.MergeAt(row.Number, index);
            if (ImportColumns.IsDay(name))
            {
                if (cell.Text.Length == 0) continue;
                if ((cell.Day ?? Day(cell.Text)) is { } day && day >= Sensible.First && day <= Sensible.Last) days.Add(name, day);
                else why ??= new ImportWords("import.cell.no-day", name, RegisterProblem.Printable(cell.Text));
            }
            else if (cell.Day is not null)
            {
                why ??= new ImportWords("import.cell.date", table.Name, SheetTable.Reference(row.Number, index));
            }
        }

        var code = ImportColumns.CodeOf(kind, c => fields.GetValueOrDefault(c, ""));
        fault = why is null ? null : new ImportEntry(row.Number, RegisterProblem.Printable(code), why);
        return why is null ? new ImportRow(row.Number, code, fields, days) : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // What can be told of a row that falls apart: other rows that name its code are not to blame.
    private static string CodeOf(ImportKind kind, ImportEntry fault, Dictionary<string, int> columns, SheetTable table) =>
        table.Torn.TryGetValue(fault.Row ?? 0, out var pieces)
            ? RegisterProblem.Printable(ImportColumns.CodeOf(kind, c => columns.TryGetValue(c, out var i) && i < pieces.Count ? pieces[i] : ""))
            : "";

    private static string Name(string header) => header.TrimStart('\uFEFF').ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}
