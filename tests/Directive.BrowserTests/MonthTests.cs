using Directives.Calendars;
using Directives.Language;
using Directives.Web.Office;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>
/// April 2023 as the office and five officials see it, from the first letter to the tally: one files and is asked for more, one
/// files late, one gets more time, one gets a new link, and one never reports until all is over.
/// Everybody is at a phone, has no mouse, and reads only Vietnamese: each page visited must be in Vietnamese alone.
/// </summary>
[Collection(Together.Name)]
public sealed class MonthTests(Browser browser) : IAsyncLifetime
{
    private const string Office = "Văn phòng Tỉnh ủy";
    private const string HeadOfOrganisation = "Trưởng Ban Tổ chức Tỉnh ủy";
    private const string StandingDeputy = "Phó Bí thư Thường trực Tỉnh ủy";
    private const string More = "Bổ sung kết quả đối thoại với Nhân dân.";
    private const string NoVisit = "Mưa lũ, đường bị cắt.";
    private const int Communes = 159;

    private static readonly DateOnly _april = new(2023, 4, 30);
    private static readonly Texts _t = Texts.Vietnamese;

    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_month_goes_from_its_first_letter_to_its_tally_on_a_phone_by_keyboard_with_and_without_script(bool script)
    {
        await using var desk = await browser.VisitAsync(_served.Address, phone: true, script: script);
        await using var phone = await browser.VisitAsync(_served.Address, phone: true, script: script);
        var (demo, office) = (new Demonstration(desk.Page), new OfficeWindow(desk.Page));
        var (letters, page) = (new Demonstration(phone.Page), phone.Page);

        // Five working days before the due date: everybody's first letter.
        await demo.ToAsync(new(2023, 4, 28));
        await demo.BecomeAsync(Office);
        await office.OpenMonthAsync(_april);
        var (area, seats) = await office.FirstAreaAsync();
        var (asked, late, extended, renewed, never) = (seats[0], seats[1], seats[2], seats[3], seats[4]);
        Assert.Equal([0, 0, seats.Count, 0, 0, seats.Count], await office.AreaAsync(area));
        Assert.Equal([0, 0, Communes, 0, 0, Communes], await office.TallyAsync(_april));

        await letters.NewestLinkOfAsync(asked.Holder);
        await letters.FollowLinkAsync(asked.Place);
        await FileVisitAsync(page);
        await Assertions.Expect(page.Locator(".receipt")).ToContainTextAsync(_t["receipt.OnTime"]);
        await office.OpenMonthAsync(_april);
        Assert.Equal([1, 0, seats.Count - 1, 0, 0, seats.Count], await office.AreaAsync(area));

        var moved = new DateOnly(2023, 5, 12);
        await office.ActAsync(asked, OfficeForm.SendBack, More, new(2023, 5, 13));
        await Assertions.Expect(desk.Page.Locator(".problems")).ToContainTextAsync(_t["office.problem.NotAWorkingDay"]);
        await office.ActAsync(asked, OfficeForm.SendBack, More, moved);
        await office.ExpectDoneAsync(OfficeForm.SendBack);
        await office.ActAsync(extended, OfficeForm.Extend, "Bão số 1.", moved);
        await office.ExpectDoneAsync(OfficeForm.Extend);
        var oldLink = await letters.NewestLinkOfAsync(renewed.Holder);
        await office.ActAsync(renewed, OfficeForm.Revoke, "Thư bị chuyển tiếp.");
        await office.ExpectDoneAsync(OfficeForm.Revoke);
        await RefusedAsRevokedAsync(page, oldLink);

        // The new rounds begin with a letter of their own, and have rungs of their own.
        await demo.ToAsync(new(2023, 5, 5));
        var period = _t.Period(Cadence.Month, _april);
        var returned = _t["letter.returned.subject", asked.Place, period, moved];
        Assert.Contains(returned, await letters.LettersOfAsync(asked.Holder));
        Assert.Contains(_t["letter.extended.subject", extended.Place, period, moved], await letters.LettersOfAsync(extended.Holder));
        await letters.NewestLinkOfAsync(asked.Holder, returned);
        await letters.FollowLinkAsync(asked.Place);
        await Assertions.Expect(page.Locator(".warning")).ToContainTextAsync(More);
        await Assertions.Expect(page.Locator("#whomMet")).Not.ToBeEmptyAsync();
        await FormWindow.OpenAsync(page, "mood");
        await Hand.TypeAsync(page, page.Locator("#feedback"), "Dân hỏi về giá đền bù.");
        await FileAsync(page);

        await demo.ToAsync(new(2023, 5, 9));
        Assert.NotEqual(oldLink, await letters.NewestLinkOfAsync(renewed.Holder));
        await letters.FollowLinkAsync(renewed.Place);
        await FileNoVisitAsync(page);
        await RefusedAsRevokedAsync(page, oldLink);

        // One day after the first due date only the one with more time is not late.
        await demo.ToAsync(new(2023, 5, 11));
        await office.ExpectAsync(extended, SeatState.Open, "before1");
        await office.ExpectAsync(never, SeatState.Overdue, "due");
        await letters.NewestLinkOfAsync(extended.Holder);
        await letters.FollowLinkAsync(extended.Place);
        await FileNoVisitAsync(page);
        await Assertions.Expect(page.Locator(".receipt")).ToContainTextAsync(_t["receipt.OnTime"]);

        await demo.ToAsync(new(2023, 5, 12));
        await letters.NewestLinkOfAsync(late.Holder);
        await letters.FollowLinkAsync(late.Place);
        await FileNoVisitAsync(page);
        await Assertions.Expect(page.Locator(".receipt")).ToContainTextAsync(_t["receipt.Late"]);
        await office.ExpectAsync(late, SeatState.Late, "after1");
        await office.OpenMonthAsync(_april);
        Assert.Equal([3, 1, 0, seats.Count - 4, 0, seats.Count], await office.AreaAsync(area));

        // The ladder climbs for the one who never reports.
        var above = await demo.InChargeOfAsync(area);
        await demo.ToAsync(new(2023, 5, 17));
        await office.ExpectAsync(never, SeatState.Overdue, "after2");
        Assert.Equal(Told(never.Holder, above), ToldOn("after2", await office.HistoryAsync()));
        await demo.ToAsync(new(2023, 5, 24));
        await office.ExpectAsync(never, SeatState.Overdue, "after3");
        var history = await office.HistoryAsync();
        foreach (var rung in (string[])["before2", "before1", "due", "after1"])
            Assert.Equal(Told(never.Holder), ToldOn(rung, history));
        Assert.Equal(Told(never.Holder, above), ToldOn("after2", history));
        Assert.Equal(Told(never.Holder, HeadOfOrganisation, StandingDeputy), ToldOn("after3", history));
        var lastLink = await letters.NewestLinkOfAsync(never.Holder);

        // The fifteenth working day is over: the month is closed, and its leaders hear how it went.
        await demo.ToAsync(new(2023, 6, 1));
        IReadOnlyList<int> tally = [3, 1, 0, 0, Communes - 4, Communes];
        Assert.Equal(tally, await office.TallyAsync(_april));
        await office.ExpectAsync(late, SeatState.Late, "after1");
        await Assertions.Expect(desk.Page.Locator("main dl.facts").First).ToContainTextAsync($"({_t.Count("days", 2)})");
        await office.ExpectAsync(renewed, SeatState.OnTime, "before1");
        await Assertions.Expect(desk.Page.Locator("main dl.facts").First).Not.ToContainTextAsync(_t.Count("days", 2)[2..]);
        await office.OpenMonthAsync(_april);
        await Assertions.Expect(desk.Page.Locator("main .lead")).ToContainTextAsync(_t["cycle.Closed"]);
        Assert.Contains(_t["letter.tally.subject", period, Communes, 3], await letters.LettersOfAsync(StandingDeputy));

        // What comes now is kept, and changes nothing that was counted.
        await Hand.VisitAsync(page, lastLink);
        await Hand.GoAsync(page, page.Locator("main form button.main"));
        await FileNoVisitAsync(page);
        await Assertions.Expect(page.Locator(".receipt")).ToContainTextAsync(_t["receipt.after-closing"]);
        Assert.Equal(tally, await office.TallyAsync(_april));
        await office.ExpectAsync(never, SeatState.Missed, "after3");
        await Assertions.Expect(desk.Page.Locator("section[aria-labelledby='report']")).ToContainTextAsync(NoVisit);

        Assert.Empty(desk.Complaints);
        Assert.Empty(phone.Complaints);
    }

    private static async Task FileVisitAsync(IPage page)
    {
        await FormWindow.OpenAsync(page, "visits");
        await Hand.TypeAsync(page, page.Locator(".visit input[type='date']").First, new DateOnly(2023, 4, 20));
        await Hand.TypeAsync(page, page.Locator(".visit input[type='text']").First, "Nhà văn hóa thôn");
        await Hand.TypeAsync(page, page.Locator("#whomMet"), "Bí thư chi bộ, trưởng thôn");
        await FormWindow.OpenAsync(page, "mood");
        await Hand.TypeAsync(page, page.Locator("#livingConditions"), "Ổn định.");
        await FileAsync(page);
    }

    private static async Task FileNoVisitAsync(IPage page)
    {
        await FormWindow.OpenAsync(page, "visits");
        await Hand.TypeAsync(page, page.Locator("#noVisitBecause"), NoVisit);
        await FileAsync(page);
    }

    private static async Task FileAsync(IPage page)
    {
        await Hand.GoAsync(page, page.Locator("#report button.main"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(_t["receipt.title"]);
        await Assertions.Expect(page.Locator(".receipt .mark")).Not.ToBeEmptyAsync();
    }

    private static async Task RefusedAsRevokedAsync(IPage page, string link)
    {
        var answer = await Hand.VisitAsync(page, link);
        Assert.Equal(410, answer?.Status);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(_t["link.Revoked.title"]);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(_t["link.Revoked.text"]);
    }

    private static IEnumerable<string> Told(params string[] readers) => readers.Order(StringComparer.Ordinal);

    /// <summary>Who was told on a rung, each by a letter that left.</summary>
    private static IEnumerable<string> ToldOn(string rung, IReadOnlyList<OfficeWindow.Told> history)
    {
        var told = history.Where(t => t.What == _t.Rung(rung)).ToList();
        Assert.All(told, t => Assert.StartsWith(_t["office.letter.sent", ""].Trim(), t.Letter, StringComparison.Ordinal));
        return Told([.. told.Select(t => t.Reader)]);
    }
}
