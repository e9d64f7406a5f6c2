using System.Globalization;
using CsvHelper;

namespace Directives.Register;

/// <summary>The rows of a places file with their fields in the order of <see cref="Columns"/> (R1).</summary>
internal sealed class PlacesTable
{
    /// <summary>The columns a places file must have.</summary>
    public static readonly string[] Columns = ["code", "name", "kind", "level", "parent"];

    private readonly List<RegisterProblem> _problems;
    private readonly char _delimiter;
    private readonly List<(int Row, string[] Fields)> _rows = [];
    private readonly HashSet<string> _codesOfBrokenRows = new(StringComparer.Ordinal);
    private int[] _columns = [];
    private int _width;
    private bool _headerRefused;

    private PlacesTable(List<RegisterProblem> problems, char delimiter) => (_problems, _delimiter) = (problems, delimiter);

    /// <summary>Row number (the header being 1) and fields of every whole row.</summary>
    public IReadOnlyList<(int Row, string[] Fields)> Rows => _rows;

    /// <summary>Codes on rows that were refused: places below them are not to blame.</summary>
    public IReadOnlySet<string> CodesOfBrokenRows => _codesOfBrokenRows;

    /// <summary>Splits a file; broken rows are added to the problems and left out.</summary>
    /// <exception cref="RegisterRefusedException">The header is missing or wrong, so that no row can be read.</exception>
    public static PlacesTable Split(ReadOnlyMemory<byte> file, List<RegisterProblem> problems)
    {
        var table = new PlacesTable(problems, Delimiter(file.Span));
        table.Parse(file);
        return table;
    }

    private void Parse(ReadOnlyMemory<byte> file)
    {
        using CsvReader reader = CsvReader.Create(file, CsvReaderOptions.Default with
        {
            Separator = _delimiter,
            HasHeader = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            // A record is one line, so that one open quotation mark cannot swallow the rest of the file.
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = Refuse,
        });
        while (reader.Read())
        {
            string[] fields = reader.Current.ToArray();
            // Spreadsheets leave rows of empty cells behind.
            if (Array.TrueForAll(fields, f => f.Length == 0))
                continue;
            if (_headerRefused)
                break;
            if (_width == 0)
                ReadHeader(fields, (int)reader.LineNumber);
            else
                ReadRow(fields, (int)reader.LineNumber, reader.Current.ToString());
        }

        if (_width > 0)
            return;
        if (!_headerRefused)
            _problems.Add(new(RegisterProblemKind.EmptyFile, "", 1));
        PlacesFile.Refuse(_problems);
    }

    private void ReadRow(string[] fields, int row, string line)
    {
        if (fields.Length == _width)
        {
            _rows.Add((row, [.. _columns.Select(c => fields[c])]));
            return;
        }

        RegisterProblemKind kind = fields.Length < _width ? RegisterProblemKind.MissingField : RegisterProblemKind.TooManyFields;
        _problems.Add(new(kind, line, row, Count(fields.Length), Count(_width)));
        Blame(fields);
    }

    private void ReadHeader(string[] header, int row)
    {
        var names = header.Select(h => h.ToLowerInvariant()).ToList();
        _width = names.Count;
        _columns = [.. Columns.Select(c => names.IndexOf(c))];
        var wrong = Columns.Except(names).Select(c => new RegisterProblem(RegisterProblemKind.MissingColumn, c, row))
            .Concat(Columns.Where(c => names.Count(n => n == c) > 1)
                .Select(c => new RegisterProblem(RegisterProblemKind.DuplicateColumn, c, row)))
            .ToList();
        _problems.AddRange(wrong);
        if (wrong.Count > 0)
            PlacesFile.Refuse(_problems);
    }

    // Called while the reader moves on: with the quotation marks of a line out of order, where its fields end is a guess.
    private void Refuse(CsvMalformedRecord record)
    {
        string line = record.RawRecord ?? "";
        RegisterProblemKind kind = record.Reason is CsvMalformedReason.StrayQuote or CsvMalformedReason.TextAfterClosingQuote
            ? RegisterProblemKind.StrayQuote
            : RegisterProblemKind.UnclosedQuote;
        _problems.Add(new(kind, line, (int)record.LineNumber));
        if (_width == 0)
            _headerRefused = true;
        else
            Blame(line.Split(_delimiter));
    }

    private void Blame(string[] fields)
    {
        if (_columns[0] < fields.Length)
            _codesOfBrokenRows.Add(fields[_columns[0]].Trim(' ', '\t', '"'));
    }

    private static char Delimiter(ReadOnlySpan<byte> file)
    {
        int end = file.IndexOfAny((byte)'\r', (byte)'\n');
        ReadOnlySpan<byte> header = end < 0 ? file : file[..end];
        return header.Contains((byte)';') && !header.Contains((byte)',') ? ';' : ',';
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
