using System.Globalization;
using System.Text;
using System.Text.Json;
using Directives.Tables;

namespace Directives.Mail.Book;

/// <summary>How lines of the book are kept: JSON lines, a part of the book by time.</summary>
internal static class PostLines
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The lines as they are written.</summary>
    public static byte[] Bytes(IEnumerable<PostLine> lines) => [.. lines.SelectMany(line => (byte[])[.. Stored.Bytes(line), (byte)'\n'])];

    /// <summary>What was written, from a time (UTC) on. What power took in the middle of a line was never handed over: it is passed over.</summary>
    public static IEnumerable<PostLine> Read(string text, DateTimeOffset from)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(line) is { } known && known.At >= from) yield return known;
        }
    }

    /// <summary>Name of a day's part.</summary>
    public static string NameOf(DateTimeOffset at) => at.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>The day in a part's name; null for any other name.</summary>
    public static DateOnly? DayOf(string name) =>
        name.Length >= Day.Length && DateOnly.TryParseExact(name.AsSpan(0, Day.Length), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static PostLine? Parse(string line)
    {
        try
        {
            return Stored.Read<PostLine>(Encoding.UTF8.GetBytes(line));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
