using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>What every page must be, on a phone too.</summary>
internal static class PageCheck
{
    private const int Narrowest = 320;

    // Runs by the browser's own tools, also where pages may run no script.
    private const string Faults = """
        () => {
            const faults = [];
            const root = document.documentElement;
            const all = selector => [...document.querySelectorAll(selector)];
            if (all('h1').length !== 1) faults.push(`${all('h1').length} h1`);
            if (!['vi', 'en'].includes(root.lang)) faults.push(`lang '${root.lang}'`);
            if (root.scrollWidth > root.clientWidth) {
                const wide = all('main *').filter(e => e.getBoundingClientRect().right > root.clientWidth && !e.closest('.scroll'));
                faults.push(`${root.scrollWidth} wide on ${root.clientWidth}: ${wide.slice(0, 3).map(e => e.outerHTML.slice(0, 120))}`);
            }
            for (const field of all('input:not([type=hidden]), textarea, select')) {
                if (![...field.labels].some(l => l.textContent.trim()) && !field.ariaLabel) faults.push(`no label: ${field.outerHTML.slice(0, 120)}`);
            }
            for (const named of all('a, button:not([hidden]), summary')) {
                if (!named.textContent.trim() && !named.ariaLabel) faults.push(`no name: ${named.outerHTML.slice(0, 120)}`);
            }
            const ids = all('[id]').map(e => e.id);
            ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => faults.push(`id twice: ${id}`));
            all('a[href^="#"]').filter(a => !document.getElementById(a.hash.slice(1))).forEach(a => faults.push(`leads nowhere: ${a.hash}`));
            all('[aria-describedby], [aria-labelledby]').forEach(e => `${e.getAttribute('aria-describedby') ?? ''} ${e.getAttribute('aria-labelledby') ?? ''}`
                .split(' ').filter(id => id && !document.getElementById(id)).forEach(id => faults.push(`refers nowhere: ${id}`)));
            return faults;
        }
        """;

    /// <summary>One h1, a language, a label for each field, nothing beside the screen at a phone's width or at 320 pixels.</summary>
    public static async Task IsPlainAsync(IPage page)
    {
        // The stylesheet is there: before it nothing has its place.
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("display", "flex");
        foreach (var width in (int[])[Narrowest, Browser.Phone])
        {
            await page.SetViewportSizeAsync(width, page.ViewportSize!.Height);
            var faults = await page.EvaluateAsync<string[]>(Faults);
            Assert.True(faults.Length == 0, $"{page.Url} at {width}:\n{string.Join('\n', faults)}");
        }
    }
}
