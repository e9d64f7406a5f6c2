using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Directives.Register.Import.Sheets;

/// <summary>Reads CSV: UTF-8 with or without BOM, <c>,</c> or <c>;</c>. A record is one line, so that an open quotation mark spoils its own line only.</summary>
internal static class CsvSheet
{
    /// <exception cref="UnusableFileException">It is in an older encoding, or its header is none.</exception>
    public static SheetTable Read(ReadOnlyMemory<byte> file)
    {
        CheckEncoding(file.Span);
        var delimiter = Delimiter(file.Span);
        var (rows, faults, torn) = (new List<SheetRow>(), new List<ImportEntry>(), new Dictionary<int, IReadOnlyList<string>>());

        void Refuse(CsvMalformedRecord record)
        {
            var (line, number) = (record.RawRecord ?? "", (int)record.LineNumber);
            var kind = record.Reason is CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote ? RegisterProblemKind.StrayQuote : RegisterProblemKind.UnclosedQuote;
            Tear(new RegisterProblem(kind, line, number), line.Split(delimiter));
        }

        void Tear(RegisterProblem problem, IReadOnlyList<string> pieces)
        {
            var entry = new ImportEntry(problem.Row, "", ImportWords.Of(problem));
            // Without a header no row can be read.
            if (rows.Count == 0) throw new UnusableFileException(entry);
            faults.Add(entry);
            torn[problem.Row!.Value] = [.. pieces.Select(p => p.Trim(' ', '\t', '"'))];
        }

        using var reader = CsvReader.Create(file, CsvReaderOptions.Default with
        {
            Separator = delimiter,
            HasHeader = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = Refuse,
        });
        while (reader.Read())
        {
            var fields = reader.Current.ToArray();
            var number = (int)reader.LineNumber;
            // Spreadsheets leave rows of empty cells behind, and empty cells at the end of rows.
            if (Array.TrueForAll(fields, f => f.Length == 0)) continue;
            var width = rows.Count == 0 ? fields.Length : rows[0].Cells.Count;
            if (fields.Length < width || fields.Skip(width).Any(f => f.Length > 0))
            {
                var kind = fields.Length < width ? RegisterProblemKind.MissingField : RegisterProblemKind.TooManyFields;
                Tear(new RegisterProblem(kind, reader.Current.ToString(), number, Count(fields.Length), Count(width)), fields);
            }
            else
            {
                rows.Add(new SheetRow(number, [.. fields.Take(width).Select(f => new SheetCell(SheetFile.Clean(f)))]));
            }
        }

        return new SheetTable { Rows = rows, Faults = faults, Torn = torn };
    }

    // One message for the whole file: where the encoding is wrong, nearly every row is.
    private static void CheckEncoding(ReadOnlySpan<byte> file)
    {
        if (Utf8.IsValid(file)) return;
        var (row, first, count) = (0, 0, 0);
        foreach (var range in file.Split((byte)'\n'))
        {
            row++;
            if (Utf8.IsValid(file[range])) continue;
            first = first == 0 ? row : first;
            count++;
        }

        throw new UnusableFileException(new ImportEntry(first, "", ImportWords.Of(new RegisterProblem(RegisterProblemKind.NotUtf8, "", first, Count(count)))));
    }

    private static char Delimiter(ReadOnlySpan<byte> file)
    {
        var end = file.IndexOfAny((byte)'\r', (byte)'\n');
        var header = Encoding.UTF8.GetString(end < 0 ? file : file[..end]);
        return header.Count(c => c == ';') > header.Count(c => c == ',') ? ';' : ',';
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
