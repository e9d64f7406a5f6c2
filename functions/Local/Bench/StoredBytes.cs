using System.Text;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>
/// Bytes of a row as Azure Tables count them: 4, twice the characters of its keys, and for each property 8, twice the characters of its name, and its value; a text
/// is 4 and twice its characters, a time 8.
/// </summary>
internal static class StoredBytes
{
    private const int OfEntity = 4;
    private const int OfProperty = 8;
    private const int OfText = 4;
    private const int OfTime = 8;
    private const int OfCharacter = 2;
    private const int BatchCharacters = 32;

    public static long Of(string partition, Row row)
    {
        var characters = Encoding.UTF8.GetCharCount(row.Body.Span);
        var parts = Math.Max(1, (characters + TextCharacters - 1) / TextCharacters);
        return OfEntity + (OfCharacter * (partition.Length + row.Key.Length)) + Property("Timestamp") + OfTime + Property("Batch") + OfText + (OfCharacter * BatchCharacters)
            + (parts * (Property("Body") + OfText)) + (OfCharacter * (long)characters);
    }

    // A text property holds no more; the rest of a body is in further ones.
    private const int TextCharacters = 32 * 1024;

    private static int Property(string name) => OfProperty + (OfCharacter * name.Length);
}
