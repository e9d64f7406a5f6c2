using System.Text.Json;
using Directives.Mail.Transports;

namespace Directives.Mail.Deliveries;

/// <summary>
/// Reads a body of SendGrid's event webhook; pure. Only what is needed leaves it: the letter's id, what happened and when. Addresses and
/// the provider's own words, which may hold one, do not.
/// </summary>
public static class EventReader
{
    private const long LastSecond = 253402300799;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>The events about letters; one that is about none, or of a kind that says nothing of arrival, is counted only.</summary>
    /// <exception cref="JsonException">The body is no JSON array.</exception>
    public static (IReadOnlyList<DeliveryEvent> Events, int Others) Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body, Options);
        if (document.RootElement.ValueKind != JsonValueKind.Array) throw new JsonException("The body is no array of events.");
        var events = new List<DeliveryEvent>();
        var others = 0;
        foreach (var item in document.RootElement.EnumerateArray())
        {
            if (EventOf(item) is { } known) events.Add(known);
            else others++;
        }

        return (events, others);
    }

    private static DeliveryEvent? EventOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, SendGridTransport.LetterArgument) is not { } letter || At(item) is not { } at) return null;
        return Text(item, "event") switch
        {
            "processed" => new DeliveryEvent(letter, at, null),
            "delivered" => Said(DeliveryKind.Delivered, null),
            "deferred" => Said(DeliveryKind.Deferred, null),
            "bounce" when Text(item, "type") == "blocked" => Said(DeliveryKind.Blocked, IsFull(item) ? DeliveryReasons.MailboxFull : DeliveryReasons.Blocked),
            "bounce" => Said(DeliveryKind.Bounced, Bounced(item)),
            "dropped" => Said(DeliveryKind.Dropped, Dropped(Text(item, "reason") ?? "")),
            "spamreport" => Said(DeliveryKind.Spam, DeliveryReasons.Spam),
            _ => null,
        };

        DeliveryEvent Said(DeliveryKind kind, string? reason) => new(letter, at, new DeliveryWord(kind, at, reason));
    }

    private static string Bounced(JsonElement item) =>
        IsFull(item) ? DeliveryReasons.MailboxFull
        : Status(item) is ['5', '.', '1', '.', ..] || Is(Text(item, "bounce_classification"), "Invalid Address") ? DeliveryReasons.AddressUnknown
        : DeliveryReasons.Refused;

    private static string Dropped(string reason) =>
        reason.StartsWith("Bounced", StringComparison.OrdinalIgnoreCase) || reason.StartsWith("Invalid", StringComparison.OrdinalIgnoreCase) ? DeliveryReasons.AddressUnknown
        : reason.StartsWith("Spam Report", StringComparison.OrdinalIgnoreCase) ? DeliveryReasons.Spam
        : DeliveryReasons.Refused;

    // RFC 3463: x.2.2 is a full mailbox, 5.1.x a bad address.
    private static bool IsFull(JsonElement item) => Status(item) is [_, '.', '2', '.', '2', ..];

    private static string Status(JsonElement item) => Text(item, "status") ?? "";

    private static bool Is(string? text, string expected) => string.Equals(text, expected, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement item, string name)
    {
        try
        {
            return item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is no text.
            return null;
        }
    }

    private static DateTimeOffset? At(JsonElement item) =>
        item.TryGetProperty("timestamp", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
