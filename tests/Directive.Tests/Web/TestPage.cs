using System.Net;
using System.Text.RegularExpressions;

namespace Directives.Tests.Web;

/// <summary>What a browser was shown.</summary>
internal sealed partial record TestPage(HttpStatusCode Status, string Html, HttpResponseMessage Answer)
{
    /// <summary>The token of the page's first form.</summary>
    public string Token => TokenField().Match(Html) is { Success: true } match
        ? WebUtility.HtmlDecode(match.Groups[1].Value)
        : throw new InvalidOperationException("The page has no form of ours.");

    /// <summary>The page as read: without markup.</summary>
    public string Text => WebUtility.HtmlDecode(Markup().Replace(Html, " "));

    public string? Location => Answer.Headers.Location?.OriginalString;

    /// <summary>What a text area holds, as a browser reads it.</summary>
    public string TextArea(string name)
    {
        var match = Regex.Match(Html, $"<textarea[^>]*name=\"{Regex.Escape(name)}\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline);
        Assert.True(match.Success, $"There is no text area '{name}'.");
        var text = WebUtility.HtmlDecode(match.Groups[1].Value);
        return text.StartsWith('\n') ? text[1..] : text;
    }

    /// <summary>Values of all inputs of that name, in order.</summary>
    public IReadOnlyList<string> Inputs(string name) =>
    [
        .. Regex.Matches(Html, "<input[^>]*>").Select(m => m.Value)
            .Where(tag => tag.Contains($"name=\"{name}\"", StringComparison.Ordinal))
            .Select(tag => WebUtility.HtmlDecode(Regex.Match(tag, "value=\"([^\"]*)\"").Groups[1].Value)),
    ];

    public string Header(string name) =>
        string.Join(", ", Answer.Headers.TryGetValues(name, out var values) || Answer.Content.Headers.TryGetValues(name, out values) ? values : []);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();
}
