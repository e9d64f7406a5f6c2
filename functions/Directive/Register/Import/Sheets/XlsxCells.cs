using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Register.Import.Sheets;

/// <summary>
/// What cells of one workbook hold: texts as they stand, dates as dates, numbers as they are shown where their format only adds zeros. Formulas
/// count by the value that was stored with them; one without, and every error, is a fault.
/// </summary>
internal sealed partial class XlsxCells
{
    private readonly List<string> _shared;
    private readonly bool[] _days;
    private readonly int[] _zeros;
    private readonly bool _since1904;

    private XlsxCells(List<string> shared, bool[] days, int[] zeros, bool since1904) =>
        (_shared, _days, _zeros, _since1904) = (shared, days, zeros, since1904);

    public static XlsxCells Of(WorkbookPart book)
    {
        var shared = new List<string>();
        if (book.SharedStringTablePart is { } strings)
        {
            using var reader = OpenXmlReader.Create(strings);
            while (reader.Read())
            {
                if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem) && reader.LoadCurrentElement() is SharedStringItem item) shared.Add(Text(item));
            }
        }

        var styles = book.WorkbookStylesPart?.Stylesheet;
        var codes = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .GroupBy(f => f.NumberFormatId?.Value ?? 0).ToDictionary(g => g.Key, g => g.First().FormatCode?.Value ?? "");
        var formats = (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(f => f.NumberFormatId?.Value ?? 0).ToList();
        return new XlsxCells(
            shared, [.. formats.Select(f => IsDay(f, codes.GetValueOrDefault(f, "")))], [.. formats.Select(f => Zeros(codes.GetValueOrDefault(f, "")))],
            book.Workbook?.WorkbookProperties?.Date1904?.Value ?? false);
    }

    /// <param name="sheet">Name of the sheet, for messages.</param>
    /// <param name="reference">How the cell is called.</param>
    public SheetCell Read(Cell cell, string sheet, string reference)
    {
        var (type, value) = (cell.DataType?.Value, cell.CellValue?.Text ?? "");
        if (type == CellValues.Error) return Fault("import.cell.error", RegisterProblem.Printable(value));
        if (cell.CellFormula is not null && value.Length == 0 && type != CellValues.String) return Fault("import.cell.formula");
        if (type == CellValues.InlineString) return Of(cell.InlineString is { } inline ? Text(inline) : "");
        if (type == CellValues.SharedString) return Of(int.TryParse(value, out var index) && index >= 0 && index < _shared.Count ? _shared[index] : "");
        if (type == CellValues.String) return Of(value);
        if (type == CellValues.Boolean) return Of(value == "1" ? "TRUE" : "FALSE");
        if (type == CellValues.Date) return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? Of(DateOnly.FromDateTime(at)) : Of(value);
        return value.Length == 0 ? SheetCell.Empty : Number(value, (int)(cell.StyleIndex?.Value ?? 0));

        SheetCell Fault(string key, params object?[] more) => new("", null, new ImportWords(key, [sheet, reference, .. more]));
    }

    private SheetCell Number(string value, int style)
    {
        if (style < _days.Length && _days[style] && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && Day(serial) is { } day) return Of(day);
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return Of(value);
        var text = number.ToString("0.#############", CultureInfo.InvariantCulture);
        return Of(style < _zeros.Length && text.All(char.IsAsciiDigit) ? text.PadLeft(_zeros[style], '0') : text);
    }

    private DateOnly? Day(double serial)
    {
        var days = serial + (_since1904 ? 1462 : 0);
        // Before 1 March 1900 spreadsheets count a day that never was.
        return days is >= 61 and < 200_000 ? DateOnly.FromDateTime(DateTime.FromOADate(days)) : null;
    }

    private static SheetCell Of(string text) => SheetFile.Clean(text) is { Length: > 0 } clean ? new SheetCell(clean) : SheetCell.Empty;

    private static SheetCell Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day);

    // Without the reading aids that Asian fonts carry along.
    private static string Text(OpenXmlCompositeElement item) => string.Concat(item.ChildElements.Select(c => c switch
    {
        Text text => text.Text,
        Run run => run.Text?.Text ?? "",
        _ => "",
    }));

    private static bool IsDay(uint format, string code) =>
        format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58) || (code.Length > 0 && Aside().Replace(code, "").AsSpan().IndexOfAny("dDyY") >= 0);

    private static int Zeros(string code) => code.Length is > 1 and < 20 && code.All(c => c == '0') ? code.Length : 0;

    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|\\.|_.|\*.")]
    private static partial Regex Aside();
}
