using System.Net;
using System.Text.RegularExpressions;

namespace Directives.Tests.Hostile;

/// <summary>A form as a page showed it: where it goes, what it would send, and who was shown it.</summary>
internal sealed record HostileForm(string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    public HashSet<HostilePerson> ShownTo { get; } = [];
}

/// <summary>Finds the forms of a page.</summary>
internal static partial class HostileForms
{
    public const string TokenField = "__RequestVerificationToken";

    /// <summary>All forms that post; their token is left out, for each sender has their own.</summary>
    public static IEnumerable<HostileForm> Of(string path, string html)
    {
        foreach (Match form in Form().Matches(html))
        {
            var head = form.Groups[1].Value;
            if (!head.Contains("post", StringComparison.OrdinalIgnoreCase)) continue;
            var action = Attribute(head, "action") ?? path.Split('?')[0];
            var fields = new List<(string, string)>();
            foreach (Match field in Fields().Matches(form.Groups[2].Value))
            {
                if (Attribute(field.Value, "name") is not { } name || name == TokenField) continue;
                fields.Add((name, Attribute(field.Value, "value") ?? Likely(name)));
            }

            yield return new HostileForm(action, fields);
        }
    }

    /// <summary>The token of a page's first form; empty without one.</summary>
    public static string TokenOf(string html) => Token().Match(html) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : "";

    /// <summary>What somebody would type into a field of that name.</summary>
    private static string Likely(string name) =>
        name.Contains("date", StringComparison.OrdinalIgnoreCase) || name.Contains("due", StringComparison.OrdinalIgnoreCase) || name.Contains("wished", StringComparison.OrdinalIgnoreCase)
            ? "2023-05-19"
            : name.Contains("address", StringComparison.OrdinalIgnoreCase) ? "x@place.example" : "Ổn định";

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<(?:input|textarea|select|button)[^>]*>")]
    private static partial Regex Fields();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
