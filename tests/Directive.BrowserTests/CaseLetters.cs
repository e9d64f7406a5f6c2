using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Directives.Language;
using Directives.Recommendations;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>Letters of the outbox about recommendations, read by what stands in them.</summary>
internal sealed partial class CaseLetters(IPage page)
{
    private const string Shown = "HH:mm dd/MM/yyyy";

    private static readonly Texts _t = Texts.Vietnamese;
    private readonly Dictionary<string, string> _read = new(StringComparer.Ordinal);

    /// <summary>A letter that left.</summary>
    /// <param name="At">Local time.</param>
    internal sealed record Sent(DateTime At, string Subject);

    /// <summary>Letters to somebody in which this is asked for about this place, the oldest first.</summary>
    public async Task<IReadOnlyList<Sent>> OfAsync(string person, DutyKind duty, string place)
    {
        var asked = _t[$"letter.case.duty.{duty}"];
        await page.GotoAsync($"/demo/outbox?reader={person}");
        var found = new List<Sent>();
        foreach (var row in await page.Locator("table tbody tr").AllAsync())
        {
            var link = row.Locator("th a");
            var text = await ReadAsync((await link.GetAttributeAsync("href"))!);
            if (!text.Contains(asked, StringComparison.OrdinalIgnoreCase) || !text.Contains(place, StringComparison.Ordinal)) continue;
            found.Add(new Sent(Time(await row.Locator("td").Last.InnerTextAsync()), await link.InnerTextAsync()));
        }

        return [.. found.OrderBy(f => f.At)];
    }

    /// <summary>Everything that stands in the letters of the outbox's first page.</summary>
    public async Task<string> AllAsync()
    {
        await page.GotoAsync("/demo/outbox");
        var letters = await page.Locator("table tbody th a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        var texts = new List<string>();
        foreach (var letter in letters) texts.Add(await ReadAsync(letter));
        return string.Join('\n', texts);
    }

    private async Task<string> ReadAsync(string address)
    {
        if (_read.TryGetValue(address, out var known)) return known;
        var answer = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), address).ToString());
        return _read[address] = WebUtility.HtmlDecode(await answer.TextAsync());
    }

    private static DateTime Time(string said) =>
        DateTime.ParseExact($"{Hour().Match(said).Value} {Day().Match(said).Value}", Shown, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d\d:\d\d")]
    private static partial Regex Hour();

    [GeneratedRegex(@"\d\d/\d\d/\d{4}")]
    private static partial Regex Day();
}
