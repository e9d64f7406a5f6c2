using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Register.Import.Sheets;

/// <summary>Reads the first sheet of a workbook that is shown and holds something. Row by row: its document is never in memory as a whole.</summary>
internal static class XlsxSheet
{
    // A workbook of 11,000 places unpacks to some five.
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostRows = 100_000;
    private const int MostColumns = 200;

    /// <exception cref="UnusableFileException">It is damaged, or too large.</exception>
    public static SheetTable Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.ToArray();
        try
        {
            CheckSize(bytes);
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            var book = document.WorkbookPart ?? throw new UnusableFileException(null, "import.file.broken");
            var cells = XlsxCells.Of(book);
            SheetTable? first = null;
            foreach (var sheet in book.Workbook?.Sheets?.Elements<Sheet>() ?? [])
            {
                if (sheet.State?.Value is { } state && state != SheetStateValues.Visible) continue;
                if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part) continue;
                var table = Read(part, sheet.Name?.Value ?? "", cells);
                if (table.Rows.Count > 0) return table;
                first ??= table;
            }

            return first ?? throw new UnusableFileException(null, "import.file.empty");
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException or FormatException
            or ArgumentException or InvalidOperationException or NotSupportedException or OverflowException)
        {
            throw new UnusableFileException(null, "import.file.broken");
        }
    }

    private static SheetTable Read(WorksheetPart part, string name, XlsxCells cells)
    {
        var (rows, merges, last) = (new List<SheetRow>(), new List<SheetMerge>(), 0);
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
            {
                last = row.RowIndex?.Value is { } index ? (int)index : last + 1;
                if (CellsOf(row, last, name, cells) is not { Count: > 0 } read) continue;
                if (rows.Count == MostRows) throw new UnusableFileException(last, "import.file.too-many-rows", MostRows);
                rows.Add(new SheetRow(last, read));
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } range })
            {
                if (Merge(range) is { } merge) merges.Add(merge);
            }
        }

        return new SheetTable { Name = name, Rows = rows, Merges = merges };
    }

    /// <summary>Null where all are empty.</summary>
    private static List<SheetCell>? CellsOf(Row row, int number, string sheet, XlsxCells cells)
    {
        var read = new List<SheetCell>();
        var holds = false;
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? Column(reference) : read.Count;
            if (column is < 0 or >= MostColumns) continue;
            while (read.Count <= column) read.Add(SheetCell.Empty);
            read[column] = cells.Read(cell, sheet, SheetTable.Reference(number, column));
            holds |= read[column] != SheetCell.Empty;
        }

        return holds ? read : null;
    }

    private static SheetMerge? Merge(string range) => range.Split(':') is [var from, var to] && Column(from) is >= 0 and var first && Column(to) is >= 0 and var last
        ? new SheetMerge(RowOf(from), RowOf(to), first, last, range)
        : null;

    /// <summary>From 0 on; -1 where it names none.</summary>
    private static int Column(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter)) column = Math.Min((column * 26) + char.ToUpperInvariant(c) - 'A' + 1, 1_000_000);
        return column - 1;
    }

    private static int RowOf(string reference) => int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), out var row) ? row : 0;

    // What a part says of its size may be a lie, so it is unpacked once to see.
    private static void CheckSize(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var (left, buffer) = (MostUnpacked, new byte[64 * 1024]);
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            while (part.Read(buffer) is var read and > 0)
            {
                if ((left -= read) < 0) throw new UnusableFileException(null, "import.file.too-large", MostUnpacked >> 20);
            }
        }
    }
}
