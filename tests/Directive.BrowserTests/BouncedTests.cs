using Directives.Language;
using Directives.Web.Office;
using Microsoft.Playwright;

namespace Directives.BrowserTests;

/// <summary>
/// An official's letters come back, on a phone and without a mouse: the office is asked to telephone, no leader is told; once the office has noted
/// the call, the next rung tells the leaders as ever.
/// </summary>
[Collection(Together.Name)]
public sealed class BouncedTests(Browser browser) : IAsyncLifetime
{
    private const string Office = "Văn phòng Tỉnh ủy";
    private const string HeadOfOrganisation = "Trưởng Ban Tổ chức Tỉnh ủy";
    private const string StandingDeputy = "Phó Bí thư Thường trực Tỉnh ủy";
    private const string SpokeTo = "chánh văn phòng cơ quan";

    private static readonly DateOnly _april = new(2023, 4, 30);
    private static readonly Texts _t = Texts.Vietnamese;

    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task An_official_whose_letters_come_back_is_telephoned_and_leaders_hear_from_the_next_rung_on()
    {
        await using var desk = await browser.VisitAsync(_served.Address);
        await using var phone = await browser.VisitAsync(_served.Address, phone: true, script: false);
        var (demo, office, letters) = (new Demonstration(desk.Page), new OfficeWindow(desk.Page), new Demonstration(phone.Page));
        await demo.ToAsync(new(2023, 4, 28));
        await demo.BecomeAsync(Office);
        await office.OpenMonthAsync(_april);
        var (area, seats) = await office.FirstAreaAsync();
        var (lost, other) = (seats[0], seats.First(s => s.Holder != seats[0].Holder));
        await letters.NewestLinkOfAsync(lost.Holder);
        await letters.LetBounceAsync();
        await PageCheck.IsPlainAsync(phone.Page);

        // The rung that would tell whoever is in charge above.
        var above = await demo.InChargeOfAsync(area);
        await demo.ToAsync(new(2023, 5, 17));
        await office.ExpectAsync(lost, SeatState.Overdue, "after2");
        var history = await office.HistoryAsync();
        Assert.Equal([Office], Sent("after2", history));
        Assert.Contains(history, t => t.What == _t.Rung("after2") && t.Reader == above && t.Letter == _t["office.remark.unreached"]);
        await office.ExpectAsync(other, SeatState.Overdue, "after2");
        Assert.Equal(Sorted(other.Holder, above), Sent("after2", await office.HistoryAsync()));
        Assert.Contains(await demo.LettersOfAsync(Office), subject => subject.Contains(lost.Holder, StringComparison.Ordinal));

        // Who telephones finds the official in the office's queue.
        await Hand.VisitAsync(desk.Page, "/office");
        await Hand.GoAsync(desk.Page, desk.Page.Locator("main a[href='/office/unreached']").First);
        var person = desk.Page.Locator("main section").Filter(new() { HasText = lost.Holder });
        await Assertions.Expect(person).ToContainTextAsync(_t["unreached.not-yet"]);
        await Hand.PressAsync(desk.Page, person.Locator("details.act summary"));
        await Hand.GoAsync(desk.Page, person.Locator("button.main"));
        await Assertions.Expect(desk.Page.Locator(".problems")).ToContainTextAsync(_t["unreached.problem.NobodyNamed"]);
        await Hand.TypeAsync(desk.Page, person.Locator("input[name='spoke-to']"), SpokeTo);
        await Hand.GoAsync(desk.Page, person.Locator("button.main"));
        await Assertions.Expect(desk.Page.Locator(".done")).ToContainTextAsync(_t["unreached.telephoned"]);
        await Assertions.Expect(person).ToContainTextAsync(SpokeTo);

        await demo.ToAsync(new(2023, 5, 24));
        await office.ExpectAsync(lost, SeatState.Overdue, "after3");
        history = await office.HistoryAsync();
        Assert.Equal(Sorted(HeadOfOrganisation, StandingDeputy), Sent("after3", history));
        Assert.Equal([Office], Sent("after2", history));
        Assert.Empty(desk.Complaints);
        Assert.Empty(phone.Complaints);
    }

    private static IEnumerable<string> Sorted(params string[] readers) => readers.Order(StringComparer.Ordinal);

    /// <summary>Who was told on a rung by a letter that left and did not come back.</summary>
    private static IEnumerable<string> Sent(string rung, IReadOnlyList<OfficeWindow.Told> history) => Sorted([
        .. history.Where(t => t.What == _t.Rung(rung) && t.Letter.StartsWith(_t["office.letter.sent", ""], StringComparison.Ordinal)).Select(t => t.Reader)]);
}
