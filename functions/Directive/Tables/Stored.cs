using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Directives.Tables;

/// <summary>How records become bytes in a row: camelCase JSON, enums by name, Vietnamese letters left readable.</summary>
public static class Stored
{
    /// <summary>The one set of options for everything that is stored.</summary>
    public static readonly JsonSerializerOptions Options = Make();

    /// <summary>The record's bytes.</summary>
    public static byte[] Bytes<T>(T record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    /// <summary>The record that a row holds.</summary>
    /// <exception cref="JsonException">The row holds something else.</exception>
    public static T Read<T>(Row row) =>
        JsonSerializer.Deserialize<T>(row.Body.Span, Options) ?? throw new JsonException($"Row '{row.Key}' is empty.");

    /// <summary>The record in what was written as a row.</summary>
    /// <exception cref="JsonException">The bytes are something else.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize<T>(body.Span, Options) ?? throw new JsonException("The row is empty.");

    /// <summary>The bytes with the last occurrence of a part replaced.</summary>
    /// <exception cref="ArgumentException">The part is not there.</exception>
    public static byte[] Spliced(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> part, ReadOnlySpan<byte> with)
    {
        var at = bytes.LastIndexOf(part);
        if (at < 0) throw new ArgumentException("The part to replace is not there.", nameof(part));
        return [.. bytes[..at], .. with, .. bytes[(at + part.Length)..]];
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
