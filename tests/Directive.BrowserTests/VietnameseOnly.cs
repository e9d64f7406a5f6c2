using System.Text.RegularExpressions;
using Directives.Language;
using Directives.Register;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>A page for somebody who reads only Vietnamese: no English text of the program and no English title is on it.</summary>
internal static partial class VietnameseOnly
{
    private const int Shortest = 6;

    // What one reads or hears: text, names and hints of fields, names of pictures.
    private const string Words = """
        () => {
            const said = [document.title, document.body.textContent];
            for (const e of document.querySelectorAll('[aria-label], [placeholder], [alt], [title], [data-label]'))
                for (const name of ['aria-label', 'placeholder', 'alt', 'title', 'data-label']) said.push(e.getAttribute(name) ?? '');
            return said.join('\n');
        }
        """;

    private static readonly string[] _english = [.. English()];

    /// <summary>Fails for a page, or a letter on it, that is not in Vietnamese alone.</summary>
    public static async Task IsAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        Check(page.Url, await page.EvaluateAsync<string>(Words));
        if (await page.Locator("iframe.letter").CountAsync() == 0)
            return;
        var letter = page.FrameLocator("iframe.letter");
        await Assertions.Expect(letter.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        Check($"the letter on {page.Url}", await letter.Locator("body").EvaluateAsync<string>("e => e.textContent"));
    }

    /// <summary>The English words that are on a page, the first of them; null for none.</summary>
    internal static string? FirstIn(string said) => _english.FirstOrDefault(e => said.Contains(e, StringComparison.Ordinal));

    private static void Check(string where, string said) =>
        Assert.True(FirstIn(said) is null, $"{where} says in English: '{FirstIn(said)}'.");

    /// <summary>English texts between their places, and titles of people, unless Vietnamese ones hold the same words.</summary>
    private static IEnumerable<string> English()
    {
        var register = SampleProvince.WithClerks();
        var titles = register.Officials.Where(o => o.TitleEn != o.Title).Select(o => o.TitleEn);
        var vietnamese = string.Join('\n', Texts.Vietnamese.Keys.Select(k => Texts.Vietnamese[k]).Concat(register.Officials.Select(o => o.Title)));
        return Texts.English.Keys.SelectMany(k => Place().Split(Texts.English[k])).Concat(titles)
            .Select(w => w.Trim().Trim('.', ',', ':', ';', '(', ')', '“', '”', '"').Trim())
            .Where(w => w.Length >= Shortest && w.Any(char.IsAsciiLetter) && !vietnamese.Contains(w, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();
}
