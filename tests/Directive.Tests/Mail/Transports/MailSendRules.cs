using System.Text;
using System.Text.Json.Nodes;

namespace Directives.Tests.Mail.Transports;

/// <summary>The rules of SendGrid's v3 mail-send as its reference states them, and what we promise beside: nothing tracked, nobody named in what it keeps.</summary>
internal static class MailSendRules
{
    public const int MostBytes = 30 * 1024 * 1024;
    private const int MostPersonalizations = 1000;
    private const int MostArgumentBytes = 10_000;
    private const int MostCategories = 10;
    private const int LongestCategory = 255;

    private static readonly string[] _reservedHeaders =
        ["x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding", "to", "from", "subject", "reply-to", "cc", "bcc"];

    /// <summary>The body of a refusal.</summary>
    public static string Errors(params IReadOnlyList<(string Message, string? Field)> errors) => new JsonObject
    {
        ["errors"] = new JsonArray([.. errors.Select(e => new JsonObject { ["message"] = e.Message, ["field"] = e.Field, ["help"] = null })]),
    }.ToJsonString();

    /// <summary>What is wrong with a letter.</summary>
    public static IReadOnlyList<(string Message, string? Field)> Of(JsonObject letter)
    {
        var wrong = new List<(string, string?)>();
        Personalizations(letter["personalizations"] as JsonArray, wrong);
        if (!IsAddress(letter["from"]?["email"])) wrong.Add(("The from email does not contain a valid address.", "from.email"));
        if (letter["reply_to"] is { } reply && !IsAddress(reply["email"])) wrong.Add(("The reply_to email does not contain a valid address.", "reply_to.email"));
        if (Text(letter["subject"]) is not { Length: > 0 } subject) wrong.Add(("The subject is required.", "subject"));
        else if (subject.AsSpan().ContainsAny('\r', '\n')) wrong.Add(("The subject may not contain line breaks.", "subject"));
        Content(letter["content"] as JsonArray, wrong);
        var categories = (letter["categories"] as JsonArray)?.Select(Text).ToList() ?? [];
        if (categories.Count > MostCategories) wrong.Add(("You cannot have more than 10 categories.", "categories"));
        if (categories.Any(c => c is null or { Length: 0 or > LongestCategory })) wrong.Add(("The category is too long.", "categories"));
        if (letter["custom_args"] is { } arguments && Encoding.UTF8.GetByteCount(arguments.ToJsonString()) > MostArgumentBytes)
            wrong.Add(("The custom_args exceed 10000 bytes.", "custom_args"));
        if ((letter["headers"] as JsonObject)?.Any(h => _reservedHeaders.Contains(h.Key.ToLowerInvariant())) == true)
            wrong.Add(("The headers contain a reserved key.", "headers"));
        return wrong;
    }

    /// <summary>What we promise of each letter and is not kept.</summary>
    public static IReadOnlyList<string> Broken(JsonObject letter)
    {
        var broken = new List<string>();
        foreach (var tracking in new[] { "click_tracking", "open_tracking", "subscription_tracking", "ganalytics" })
        {
            if (letter["tracking_settings"]?[tracking]?["enable"]?.GetValue<bool>() != false) broken.Add($"{tracking} is not off");
        }

        if (letter["tracking_settings"]?["click_tracking"]?["enable_text"]?.GetValue<bool>() == true) broken.Add("links in plain text are tracked");
        if (letter["headers"] is JsonObject headers && headers.ContainsKey("List-Unsubscribe")) broken.Add("nobody can leave this list");
        var to = letter["personalizations"]![0]!["to"]![0]!;
        var kept = $"{letter["categories"]?.ToJsonString()} {letter["custom_args"]?.ToJsonString()} {letter["personalizations"]![0]!["custom_args"]?.ToJsonString()}";
        foreach (var private_ in new[] { Text(to["email"]), Text(to["name"]), Text(letter["subject"]), "@" })
        {
            if (private_?.Length > 0 && kept.Contains(private_, StringComparison.OrdinalIgnoreCase)) broken.Add($"'{private_}' stands in what is kept");
        }

        return broken;
    }

    private static void Personalizations(JsonArray? all, List<(string, string?)> wrong)
    {
        if (all is null or { Count: 0 }) wrong.Add(("The personalizations field is required and must have at least one personalization.", "personalizations"));
        else if (all.Count > MostPersonalizations) wrong.Add(("There is a limit of 1000 personalizations per request.", "personalizations"));
        for (var i = 0; i < (all?.Count ?? 0); i++)
        {
            if (all![i]?["to"] is not JsonArray { Count: > 0 } to) wrong.Add(("The to array is required for all personalization objects.", $"personalizations.{i}.to"));
            else if (to.Any(t => !IsAddress(t?["email"]))) wrong.Add(("Does not contain a valid address.", $"personalizations.{i}.to.0.email"));
        }
    }

    private static void Content(JsonArray? content, List<(string, string?)> wrong)
    {
        var types = content?.Select(c => Text(c?["type"])).ToList() ?? [];
        if (types.Count == 0) wrong.Add(("Unless a valid template_id is provided, the content parameter is required.", "content"));
        if (content?.Any(c => Text(c?["value"]) is not { Length: > 0 }) == true) wrong.Add(("The content value must be a string at least one character in length.", "content.0.value"));
        if (types.Contains("text/plain") && types.IndexOf("text/plain") > 0)
            wrong.Add(("If present, text/plain and text/html may only be provided once and in that order.", "content"));
    }

    private static bool IsAddress(JsonNode? node) =>
        Text(node) is { } address && System.Net.Mail.MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && parsed.Host.Contains('.', StringComparison.Ordinal);

    private static string? Text(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : null;
}
