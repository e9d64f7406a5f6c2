using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Register.Import.Sheets;

/// <summary>Writes rows as a file that spreadsheets open without taking anything for a formula or a number.</summary>
public static class SheetWriter
{
    private const uint AsText = 1;

    // The number format "@": what is typed into such a cell stays a text, and a code keeps its zeros.
    private const uint TextFormat = 49;

    /// <summary>UTF-8 with BOM, by which spreadsheets know it.</summary>
    public static byte[] Csv(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        using (var writer = CsvWriter.Create(file, CsvWriterOptions.Default with { Separator = ',', WriteByteOrderMark = true }))
        {
            foreach (var row in rows)
            {
                foreach (var field in row) writer.WriteField(CellGuard.Write(field));
                writer.EndRecord();
            }
        }

        return file.ToArray();
    }

    /// <summary>A workbook of one sheet; all cells are texts, the first row stays in sight.</summary>
    /// <param name="name">Name of the sheet.</param>
    public static byte[] Xlsx(string name, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = name, SheetId = 1, Id = book.GetIdOfPart(sheet) }));
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            using var writer = OpenXmlWriter.Create(sheet);
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
            // Rows that are added below are texts, too.
            writer.WriteElement(new Columns(new Column { Min = 1, Max = 16, Width = 22, CustomWidth = true, Style = AsText }));
            writer.WriteStartElement(new SheetData());
            foreach (var row in rows)
            {
                writer.WriteStartElement(new Row());
                foreach (var field in row)
                    writer.WriteElement(new Cell(new InlineString(new Text(CellGuard.Write(field, typed: true)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = AsText });
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return file.ToArray();
    }

    private static Stylesheet Styles() => new(
        new Fonts(new Font()), new Fills(new Fill(), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })), new Borders(new Border()),
        new CellStyleFormats(new CellFormat()), new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true }));
}
