using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Tests.Register.Import;

/// <summary>Makes workbooks with whatever people put into them.</summary>
internal static class Workbook
{
    public const uint Date = 1, Zeros = 2, Own = 3;

    /// <summary>A workbook of one sheet, after one that is hidden; each row has the number of its place.</summary>
    public static byte[] Of(IReadOnlyList<IReadOnlyList<Cell?>> rows, string? merged = null, bool since1904 = false)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = "00000" }, new NumberingFormat { NumberFormatId = 171, FormatCode = "\"ngày\" dd/mm/yyyy;@" }),
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 170 }, new CellFormat { NumberFormatId = 171 }));
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                new SharedStringItem(new Text("Xã ")), new SharedStringItem(new Run(new Text("Xã")), new Run(new Text(" Giàu"), new PhoneticRun())));
            var (hidden, shown) = (book.AddNewPart<WorksheetPart>(), book.AddNewPart<WorksheetPart>());
            hidden.Worksheet = new Worksheet(new SheetData(new Row(Inline("code"))));
            shown.Worksheet = new Worksheet(new SheetData(rows.Index().Where(r => r.Item.Count > 0).Select(r => new Row(r.Item.Index().Where(c => c.Item is not null).Select(c =>
            {
                var cell = (Cell)c.Item!.CloneNode(deep: true);
                cell.CellReference = $"{(char)('A' + c.Index)}{r.Index + 1}";
                return cell;
            }))
            { RowIndex = (uint)r.Index + 1 })));
            if (merged is not null) shown.Worksheet.Append(new MergeCells(new MergeCell { Reference = merged }));
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new WorkbookProperties { Date1904 = since1904 },
                new Sheets(
                    new Sheet { Name = "ẩn", SheetId = 1, Id = book.GetIdOfPart(hidden), State = SheetStateValues.Hidden },
                    new Sheet { Name = "Danh sách", SheetId = 2, Id = book.GetIdOfPart(shown) }));
        }

        return file.ToArray();
    }

    public static IReadOnlyList<Cell?> Row(params string[] texts) => [.. texts.Select(t => t.Length == 0 ? null : Inline(t))];

    public static Cell Inline(string text) => new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };

    public static Cell Shared(int index) => new() { DataType = CellValues.SharedString, CellValue = new CellValue(index) };

    public static Cell Number(string value, uint style = 0) => new() { CellValue = new CellValue(value), StyleIndex = style };

    public static Cell Formula(string formula, string? value, CellValues? type = null) => new()
    {
        CellFormula = new CellFormula(formula),
        CellValue = value is null ? null : new CellValue(value),
        DataType = type is { } known ? new EnumValue<CellValues>(known) : null,
    };

    public static Cell Error(string value) => new() { DataType = CellValues.Error, CellValue = new CellValue(value) };
}
