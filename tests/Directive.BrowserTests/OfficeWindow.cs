using Directives.Calendars;
using Directives.Language;
using Directives.Web;
using Directives.Web.Office;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>The office's pages in a window of somebody of the office, by keyboard. In Vietnamese.</summary>
internal sealed class OfficeWindow(IPage page)
{
    private static readonly Texts _t = Texts.Vietnamese;

    /// <summary>A seat as the list of an area shows it.</summary>
    internal sealed record Seat(string Place, string Holder, string Address);

    /// <summary>One thing that was told about an obligation.</summary>
    internal sealed record Told(string What, string Reader, string Letter);

    /// <summary>Opens the page of the month that ends on this day.</summary>
    public async Task OpenMonthAsync(DateOnly last)
    {
        await Hand.VisitAsync(page, "/office");
        await Hand.GoAsync(page, Month(last).GetByRole(AriaRole.Link));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"{_t["office.cycle"]} {_t.Period(Cadence.Month, last)}");
    }

    /// <summary>Seats of a month by state, as the list of cycles shows them; the last number is their sum.</summary>
    public async Task<IReadOnlyList<int>> TallyAsync(DateOnly last)
    {
        await Hand.VisitAsync(page, "/office");
        return await NumbersAsync(Month(last));
    }

    /// <summary>Seats of an area by state, as the grid of the open page shows them; the last number is their sum.</summary>
    public async Task<IReadOnlyList<int>> AreaAsync(string name) =>
        await NumbersAsync(page.Locator("table.grid tbody tr").Filter(new() { HasText = name }));

    /// <summary>Name of the first area of the grid, and its seats.</summary>
    public async Task<(string Area, IReadOnlyList<Seat> Seats)> FirstAreaAsync()
    {
        var link = page.Locator("table.grid tbody a").First;
        var area = await link.InnerTextAsync();
        await Hand.GoAsync(page, link);
        var seats = new List<Seat>();
        foreach (var row in await page.Locator("section[aria-labelledby='area'] tbody tr").AllAsync())
        {
            var place = row.Locator("th a");
            seats.Add(new(
                await place.InnerTextAsync(), await row.Locator("td").First.InnerTextAsync(), (await place.GetAttributeAsync("href"))!));
        }
        return (area, seats);
    }

    /// <summary>Opens an obligation; it must stand so.</summary>
    public async Task ExpectAsync(Seat seat, SeatState state, string? rung)
    {
        await Hand.VisitAsync(page, seat.Address);
        var facts = page.Locator("main dl.facts").First;
        await Assertions.Expect(facts).ToContainTextAsync(_t[$"state.{state}"]);
        await Assertions.Expect(facts).ToContainTextAsync(_t.Rung(rung));
        await Assertions.Expect(facts).ToContainTextAsync(seat.Holder);
    }

    /// <summary>What the open obligation says was told, and to whom.</summary>
    public async Task<IReadOnlyList<Told>> HistoryAsync()
    {
        var told = new List<Told>();
        foreach (var row in await page.Locator("section[aria-labelledby='history'] tbody tr").AllAsync())
        {
            var cells = await row.Locator("td").AllInnerTextsAsync();
            told.Add(new(await row.Locator("th").InnerTextAsync(), cells[1].Trim(), cells[2].Trim()));
        }
        return told;
    }

    /// <summary>Opens an obligation, and sends a report back, moves its date or revokes its links.</summary>
    public async Task ActAsync(Seat seat, string act, string reason, DateOnly? due = null)
    {
        await Hand.VisitAsync(page, seat.Address);
        await Hand.PressAsync(page, page.Locator("details.act summary").Filter(new() { HasText = _t[$"office.{act}.title"] }));
        await Hand.TypeAsync(page, page.Locator($"#{act}-reason"), reason);
        if (due is { } day)
            await Hand.TypeAsync(page, page.Locator($"#{act}-due"), day);
        await Hand.GoAsync(page, page.Locator($"form[action$='/{act}'] button[type='submit']"));
    }

    /// <summary>The act was done.</summary>
    public Task ExpectDoneAsync(string act) =>
        Assertions.Expect(page.Locator(".done")).ToHaveTextAsync(_t[$"office.done.{act}"]);

    private ILocator Month(DateOnly last) =>
        page.Locator("main tbody tr").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = Pages.Upper(_t.Period(Cadence.Month, last)), Exact = true }) });

    private static async Task<IReadOnlyList<int>> NumbersAsync(ILocator row) =>
        [.. (await row.Locator("td.number").AllInnerTextsAsync()).Select(int.Parse)];
}
