using System.Text.Json;
using System.Text.Json.Serialization;

namespace Directives.Seals;

/// <summary>A checkpoint as auditors keep it: a few lines of JSON, alone in a file or in the midst of a saved letter.</summary>
/// <param name="Form">Always 1; tells it from other JSON.</param>
/// <param name="At">UTC.</param>
public sealed record CheckpointFile(
    [property: JsonPropertyName("directiveCheckpoint")] int Form, string Authority, long Seal, DateTimeOffset At, string Hash)
{
    private const int CurrentForm = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>A checkpoint of an authority.</summary>
    public static CheckpointFile Of(string authority, Checkpoint checkpoint) => new(CurrentForm, authority, checkpoint.Seal, checkpoint.At, checkpoint.Hash);

    /// <summary>The lines.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Finds the checkpoint in a text; null where there is none.</summary>
    public static CheckpointFile? Read(string text)
    {
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            if (text.IndexOf('}', at) is var end and > 0 && Parse(text[at..(end + 1)]) is { } found) return found;
        }

        return null;
    }

    private static CheckpointFile? Parse(string block)
    {
        try
        {
            return JsonSerializer.Deserialize<CheckpointFile>(block, Json) is { Form: CurrentForm, Authority: not null, Hash.Length: > 0, Seal: > 0 } file ? file : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
