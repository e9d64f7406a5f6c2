using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Directives.Register;

/// <summary>
/// Reads places from a CSV file with the columns <c>code,name,kind,level,parent</c> (R1): UTF-8 with or without BOM, <c>,</c> or
/// <c>;</c>, any number of roots, any depth; columns in any order, further ones ignored.
/// </summary>
/// <remarks>A record is one line, for names hold no line break: an open quotation mark spoils its own line only.</remarks>
public static class PlacesFile
{
    /// <summary>Reads and checks the places, in the file's order.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="from">First day in force of all of them.</param>
    /// <exception cref="RegisterRefusedException">All that is wrong, each with its row, the header being row 1.</exception>
    public static IReadOnlyList<Place> Read(ReadOnlyMemory<byte> file, DateOnly from)
    {
        var problems = new List<RegisterProblem>();
        CheckEncoding(file.Span, problems);
        PlacesTable table = PlacesTable.Split(file, problems);

        var places = new List<Place>(table.Rows.Count);
        var rows = new List<int>(table.Rows.Count);
        foreach ((int row, string[] fields) in table.Rows)
        {
            // Names typed on other systems come with accents apart from their letters.
            places.Add(new Place(fields[0], Composed(fields[1]), Composed(fields[2]), fields[3],
                fields[4].Length == 0 ? null : fields[4], from));
            rows.Add(row);
        }

        PlaceChecks.Check(problems, places, i => rows[i], table.CodesOfBrokenRows);
        if (places.Count == 0 && problems.Count == 0)
            problems.Add(new(RegisterProblemKind.EmptyFile, "", 1));
        Refuse(problems);
        return places;
    }

    /// <summary>Reads and checks the places of a file, in its order.</summary>
    /// <exception cref="RegisterRefusedException">As for the bytes.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static IReadOnlyList<Place> Read(string path, DateOnly from) => Read(File.ReadAllBytes(path), from);

    internal static void Refuse(List<RegisterProblem> problems)
    {
        if (problems.Count > 0)
            throw new RegisterRefusedException([.. problems.OrderBy(p => p.Row ?? int.MaxValue)]);
    }

    private static string Composed(string text) => text.Normalize(NormalizationForm.FormC);

    // One message for the whole file: where the encoding is wrong, nearly every row is.
    private static void CheckEncoding(ReadOnlySpan<byte> file, List<RegisterProblem> problems)
    {
        if (Utf8.IsValid(file))
            return;
        int row = 0, first = 0, count = 0;
        foreach (Range range in file.Split((byte)'\n'))
        {
            row++;
            if (Utf8.IsValid(file[range]))
                continue;
            first = first == 0 ? row : first;
            count++;
        }

        problems.Add(new(RegisterProblemKind.NotUtf8, "", first, count.ToString(CultureInfo.InvariantCulture)));
        // Without a readable header there is nothing else to say.
        if (first == 1)
            Refuse(problems);
    }
}
