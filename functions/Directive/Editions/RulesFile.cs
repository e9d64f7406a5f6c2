using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Directives.Editions;

/// <summary>
/// Reads a data file of rules against its schema (R2). The semantic checks are the reader's, since a schema cannot say that
/// offsets ascend. All that can be wrong ends in one <see cref="RulesFileException"/>.
/// </summary>
internal static class RulesFile
{
    /// <summary>How rules are written: camel case, enums in kebab case, nothing unknown, nothing twice.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Far above any real file; keeps a wrong path from filling the memory.</summary>
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The text of a file on disk.</summary>
    /// <exception cref="RulesFileException">Missing, not readable, too large, or not UTF-8.</exception>
    public static string Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
                throw Refuse(path, "$", $"The file is larger than {MaxBytes / 1024 / 1024} MB.");
            return Decode(path, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refuse(path, "$", "There is no such file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refuse(path, "$", $"The file cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The text of a file that the program carries.</summary>
    public static string ReadEmbedded(string name)
    {
        using var stream = typeof(RulesFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program carries no file {name}.");
        using var reader = new StreamReader(stream, StrictUtf8);
        return reader.ReadToEnd();
    }

    /// <summary>Parses a text, and checks it against a schema.</summary>
    /// <param name="file">What to call the file in errors.</param>
    /// <exception cref="RulesFileException">Not JSON, or not as the schema says.</exception>
    public static T Parse<T>(string json, string file, RulesSchema schema) where T : class
    {
        var problems = new List<RulesProblem>();
        try
        {
            // The strict parser first: it refuses comments and doubled properties, which the schema's parser lets pass.
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 });
            HugeNumbers(document.RootElement, "$", problems);
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } n ? $"Line {n + 1}: " : "";
            throw Refuse(file, "$", $"{line}This is not JSON: {e.Message}", e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw Refuse(file, "$", "The text holds half a character (a lone surrogate).", e);
        }

        if (problems.Count == 0) problems.AddRange(schema.Problems(json));
        if (problems.Count > 0) throw new RulesFileException(file, problems);
        try
        {
            return JsonSerializer.Deserialize<T>(json, Json) ?? throw Refuse(file, "$", "The file holds only null.");
        }
        catch (JsonException e)
        {
            throw Refuse(file, e.Path ?? "$", e.Message, e);
        }
    }

    /// <summary>Whether a text that the schema let pass is a date that exists; if not, says so.</summary>
    public static bool TryDate(string text, string path, List<RulesProblem> problems, out DateOnly date)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return true;
        problems.Add(new(path, $"\"{text}\" is not a day of the calendar."));
        return false;
    }

    public static RulesFileException Refuse(string file, string path, string reason, Exception? cause = null) =>
        new(file, [new RulesProblem(path, reason)], cause);

    // The schema's parser breaks on numbers that no decimal holds.
    private static void HugeNumbers(JsonElement element, string path, List<RulesProblem> problems)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Number when !element.TryGetDecimal(out var n) || Math.Abs(n) > int.MaxValue:
                problems.Add(new(path, "The number is too large."));
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) HugeNumbers(property.Value, $"{path}.{property.Name}", problems);
                break;
            case JsonValueKind.Array:
                var i = 0;
                foreach (var item in element.EnumerateArray()) HugeNumbers(item, $"{path}[{i++}]", problems);
                break;
        }
    }

    private static string Decode(string path, byte[] bytes)
    {
        ReadOnlySpan<byte> text = bytes;
        // Editors on Windows put a mark before UTF-8; it is harmless.
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException e)
        {
            throw Refuse(path, "$", "The file is not UTF-8; save it with the encoding UTF-8.", e);
        }
    }
}
