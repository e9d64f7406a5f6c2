using System.Net;
using System.Text.RegularExpressions;
using Directives.Language;
using Directives.Local;
using Directives.Local.Data;
using Directives.Tests.Tables;
using Directives.Tests.Web;

namespace Directives.Tests.Local;

/// <summary>The demonstration, served as it is: an official whose letters come back is telephoned, not escalated.</summary>
public sealed partial class BouncedOfficialTests : IDisposable
{
    private const string Office = "Văn phòng Tỉnh ủy";
    private const string Owner = "Phó Bí thư Tỉnh đoàn (1)";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task An_official_whose_letters_come_back_is_telephoned_and_no_leader_is_told()
    {
        await using var server = await Server.StartAsync(DataFolder.Open(new DirectoryInfo(_folder.File("data"))), 0, CancellationToken.None);
        using var browser = new TestBrowser(new Uri(server.Address));
        for (var rung = 0; rung < 4; rung++) await NextRungAsync(browser);
        var reader = "youth-union-deputy-1";
        var letter = Letter().Match((await browser.GetAsync($"/demo/outbox?reader={reader}")).Html).Groups[1].Value;
        var answer = await browser.PostAsync(await browser.GetAsync(letter), $"{letter}/bounce", ("bounce", "yes"));
        Assert.Contains("Thư này đã bị trả lại", (await browser.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);

        await browser.BecomeAsync("office-desk");
        await NextRungAsync(browser);
        var unreached = await browser.GetAsync("/office/unreached");
        Assert.Contains("Địa chỉ thư không tồn tại", unreached.Text, StringComparison.Ordinal);
        var about = About().Match(unreached.Html).Groups[1].Value;
        Assert.Empty(await LeadersToldAsync(browser, about));
        Assert.Contains("không đến được Phó Bí thư Tỉnh đoàn (1)", (await browser.GetAsync("/demo/outbox?reader=office-desk")).Text, StringComparison.Ordinal);

        var noted = await browser.PostAsync(unreached, $"/office/unreached/{reader}", ("about", about), ("spoke-to", "Bí thư Tỉnh đoàn"), ("note", ""));
        Assert.Equal(HttpStatusCode.SeeOther, noted.Status);
        await NextRungAsync(browser);
        Assert.Equal(["Phó Bí thư Thường trực Tỉnh ủy", "Trưởng Ban Tổ chức Tỉnh ủy"], await LeadersToldAsync(browser, about));
    }

    private static async Task NextRungAsync(TestBrowser browser) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(await browser.GetAsync("/demo"), "/demo/clock", ("by", "rung"))).Status);

    // Who was told by a letter that left, beside the one who owes and the office.
    private static async Task<IReadOnlyList<string>> LeadersToldAsync(TestBrowser browser, string obligation)
    {
        var left = Texts.Vietnamese["office.letter.sent", ""];
        var rows = Told().Matches((await browser.GetAsync(obligation)).Html).Select(m => (Reader: m.Groups[1].Value, Letter: m.Groups[2].Value)).ToList();
        Assert.Contains(rows, r => r.Reader == Owner);
        return [.. rows.Where(r => r.Letter.StartsWith(left, StringComparison.Ordinal)).Select(r => r.Reader).Except([Owner, Office]).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("href=\"(/demo/outbox/youth-union-deputy-1[^\"]+)\"")]
    private static partial Regex Letter();

    [GeneratedRegex("<option value=\"(/office/cycles/[^\"]*2023-04/[^\"]+)\"")]
    private static partial Regex About();

    [GeneratedRegex("<td data-label=\"Người nhận\">([^<]*)</td>\\s*<td data-label=\"Thư\">([^<]*)</td>")]
    private static partial Regex Told();
}
