using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>Somebody who looks everywhere: follows every link from the own pages, and asks every search that they meet.</summary>
internal sealed partial class Wanderer(IPage page)
{
    // Lists lead to hundreds of pages alike.
    private const int MostAlike = 12;

    private static readonly EveryPage _pages = new();

    /// <summary>How many pages were opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Addresses of all pages on which one of the words stands.</summary>
    /// <param name="query">What is searched for; a page may repeat it, so it is none of the words.</param>
    public async Task<IReadOnlyList<string>> FindAsync(string query, params string[] words)
    {
        var home = new Uri(page.Url);
        var next = new Queue<string>(["/me", "/", "/owed", "/confidential", "/office", "/office/cases", "/agenda", "/audit", "/admin", "/below"]);
        var known = new HashSet<string>(next, StringComparer.Ordinal);
        var alike = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new List<string>();
        while (next.TryDequeue(out var address))
        {
            if (_pages.PatternOf(address.Split('?', '#')[0]) is not { } pattern || alike.GetValueOrDefault(pattern) >= MostAlike) continue;
            var answer = await page.APIRequest.GetAsync(new Uri(home, address).ToString());
            if (!answer.Ok) continue;
            Opened++;
            alike[pattern] = alike.GetValueOrDefault(pattern) + 1;
            var html = WebUtility.HtmlDecode(await answer.TextAsync());
            if (words.Any(w => html.Contains(w, StringComparison.OrdinalIgnoreCase))) found.Add(address);
            foreach (Match link in Link().Matches(html)) Add(link.Groups[1].Value);
            foreach (Match form in Search().Matches(html)) Add($"{form.Groups[1].Value}?{form.Groups[2].Value}={Uri.EscapeDataString(query)}");
        }

        return found;

        void Add(string address)
        {
            // Letters are read by themselves, not by whoever looks; the language changes nothing.
            var skipped = address.StartsWith("/demo", StringComparison.Ordinal) || address.Contains("lang=", StringComparison.Ordinal);
            if (!skipped && known.Add(address)) next.Enqueue(address);
        }
    }

    [GeneratedRegex("""(?:href|src)="(/[^"#]*)""")]
    private static partial Regex Link();

    [GeneratedRegex("""<form method="get" action="([^"#]+)[^>]*>(?:(?!</form>)[\s\S])*?<input[^>]*name="([^"]+)"[^>]*type="search""")]
    private static partial Regex Search();
}
