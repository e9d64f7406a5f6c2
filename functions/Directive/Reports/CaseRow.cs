using System.Text.Json.Serialization;
using Directives.Attachments;

namespace Directives.Reports;

/// <summary>A recommendation's line as typed.</summary>
/// <param name="Kind">Name of the kind; empty where nothing was chosen.</param>
/// <param name="Urgent">Why it is urgent; empty where it is not.</param>
/// <param name="Answer">What was answered on the spot; empty where nothing was.</param>
public sealed record CaseRow(string Kind, string Text, string Urgent, string Answer)
{
    public static readonly CaseRow Blank = new("", "", "", "");

    private const int LongestLine = 64;

    /// <summary>Names the line among those of its form, and of other writers' forms; empty where nothing named it yet. A filed recommendation's is its row.</summary>
    public string Line { get; init; } = "";

    /// <summary>Its files; they are kept beside the form, not in it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>Whether nothing was typed.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Urgent) && string.IsNullOrWhiteSpace(Answer) && Files.Count == 0;

    /// <summary>The lines, each with a name of its own.</summary>
    public static IReadOnlyList<CaseRow> Named(IEnumerable<CaseRow> rows)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return [.. rows.Select(r => r.Line.Length is > 0 and <= LongestLine && known.Add(r.Line) ? r : r with { Line = $"{Guid.NewGuid():N}" })];
    }
}
