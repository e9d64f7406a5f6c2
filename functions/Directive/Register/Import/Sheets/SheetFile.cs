using System.IO.Compression;
using System.Text;

namespace Directives.Register.Import.Sheets;

/// <summary>Tells by its content what a file is, and reads it as rows.</summary>
internal static class SheetFile
{
    private const int Looked = 4096;

    /// <exception cref="UnusableFileException">It is neither CSV nor XLSX, or cannot be read.</exception>
    public static SheetTable Read(ReadOnlyMemory<byte> file)
    {
        var start = file.Span[..Math.Min(Looked, file.Length)];
        // Workbooks of before 2007, and those with a password, are another kind of container.
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) throw new UnusableFileException(null, "import.file.old-workbook");
        if (start.StartsWith("PK"u8)) return IsWorkbook(file) ? XlsxSheet.Read(file) : throw new UnusableFileException(null, "import.file.no-table");
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || IsWide(start))
            throw new UnusableFileException(1, "import.file.utf-16");
        if (start.Contains((byte)0) || start.StartsWith("%PDF"u8)) throw new UnusableFileException(null, "import.file.no-table");
        return CsvSheet.Read(file);
    }

    /// <summary>Whether a file is a workbook by its content.</summary>
    public static bool IsWorkbook(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
            return zip.Entries.Any(e => e.FullName.TrimStart('/').StartsWith("xl/", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The text of a cell as it counts: without blanks around it, accents on their letters, and without the guard against formulas.</summary>
    public static string Clean(string text) => CellGuard.Read(text.Trim().Normalize(NormalizationForm.FormC));

    // Two bytes for each letter of the header, one of them empty.
    private static bool IsWide(ReadOnlySpan<byte> start) => start.Length >= 4 && ((start[0] == 0 && start[2] == 0) || (start[1] == 0 && start[3] == 0));
}
