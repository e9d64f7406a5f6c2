using System.Net;
using System.Text;
using Directives.Access;
using Directives.Dossiers;
using Directives.Reports;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Web;
using Directives.Web.Office;

namespace Directives.Tests.Access;

/// <summary>When a personal link lives and when it is dead, and what is known of its uses.</summary>
public sealed class LinkLifeTests
{
    private static readonly SeatPath Seat112 = new(SmallProvince.CycleId, "11", 0, "112.monitor");

    [Fact]
    public async Task A_link_is_dead_once_its_reader_has_another_address_and_the_next_letter_brings_a_new_one()
    {
        using var play = await Playground.BegunAsync();
        await using var site = await TestSite.StartAsync(engine: TestSite.Engine(play.It));
        await play.RunToAsync(4, 28, 9);
        var old = KeyOf(play, "m112");
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.OpenLinkAsync(old)).Status);

        await MoveAsync(play, "m112", "new@place.example");
        var page = await browser.GetAsync($"/l/{old}");
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("Đường dẫn này đã được thay", page.Text, StringComparison.Ordinal);
        Assert.Contains("liên hệ Văn phòng Tỉnh ủy", page.Text, StringComparison.Ordinal);
        // The session that it began is over too.
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/report")).Status);

        await play.RunToAsync(5, 9, 10);
        var renewed = KeyOf(play, "m112");
        Assert.NotEqual(old, renewed);
        Assert.Equal("new@place.example", play.Mail.Letters.Last(l => l.Reader.Id == "m112").Reader.Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.OpenLinkAsync(renewed)).Status);
        // Whoever else was not moved keeps theirs.
        using var other = site.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await other.OpenLinkAsync(KeyOf(play, "m113"))).Status);
    }

    [Fact]
    public async Task An_address_that_differs_in_case_only_is_the_same()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 28, 9);
        await MoveAsync(play, "m112", "M112@PLACE.example");
        Assert.IsType<ReportOwed>((await new LinkDesk(play.It).LookAsync(KeyOf(play, "m112"), default)).Look);
    }

    [Fact]
    public async Task An_old_mailbox_learns_nothing_of_a_report_that_is_in()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 28, 9);
        await MonthScript.FileAsync(play.It, "112");
        var key = KeyOf(play, "m112");
        await MoveAsync(play, "m112", "new@place.example");
        Assert.Equal(new LinkRefused(LinkRefusal.Moved), (await new LinkDesk(play.It).LookAsync(key, default)).Look);
    }

    [Fact]
    public async Task Another_secret_makes_other_keys_and_kills_no_link_that_is_out()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 28, 9);
        var key = KeyOf(play, "m112");
        using var rotated = new Installation(play.It.Parts with { LinkSecret = TestKeys.Of(7, 0) });
        Assert.IsType<ReportOwed>((await new LinkDesk(rotated).LookAsync(key, default)).Look);
        var link = new Link(MonthScript.SheetOf("112").Partition, "112.monitor", "m112", 1, new DateOnly(2023, 6, 30));
        var given = await play.It.Links.EnsureAsync(link, default);
        Assert.Equal(link, await rotated.Links.GivenAsync(link, default));
        var renewed = await rotated.Links.EnsureAsync(link, default);
        Assert.NotEqual(given, renewed);
        await rotated.Links.RemoveAsync(link, default);
        Assert.Null(await rotated.Links.FindAsync(given, default));
        Assert.Null(await rotated.Links.FindAsync(renewed, default));
    }

    [Fact]
    public async Task A_newer_key_of_the_trail_kills_no_link()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 28, 9);
        using var rotated = new Installation(play.It.Parts with { TrailKey = TestKeys.Of(5, 0) });
        Assert.IsType<ReportOwed>((await new LinkDesk(rotated).LookAsync(KeyOf(play, "m112"), default)).Look);
    }

    [Fact]
    public async Task The_office_takes_a_link_back_with_a_reason_also_from_a_report_that_is_in()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 28, 9);
        await MonthScript.FileAsync(play.It, "112");
        var office = new OfficeDesk(play.It);
        Assert.True((await office.ObligationAsync(Seat112, default))!.CanRevoke);
        var by = new PersonSession("office", new("Văn phòng", "Office"), "vi");
        Assert.Equal(RoundRefusal.NoReason, await office.RevokeAsync(Seat112, by, " ", default));
        Assert.Null(await office.RevokeAsync(Seat112, by, "lost telephone", default));
        Assert.Equal(new LinkRefused(LinkRefusal.Revoked), (await new LinkDesk(play.It).LookAsync(KeyOf(play, "m112"), default)).Look);
        Assert.Equal("lost telephone", (await office.ObligationAsync(Seat112, default))!.Acts[0].Why);
    }

    [Fact]
    public async Task Each_use_is_written_down_for_the_office_without_key_or_whole_address()
    {
        using var play = await Playground.BegunAsync();
        await using var site = await TestSite.StartAsync(engine: TestSite.Engine(play.It));
        await play.RunToAsync(4, 28, 9);
        var key = KeyOf(play, "m112");
        using var browser = site.Browser();
        (string, string) phone = ("User-Agent", "Mozilla/5.0 (Linux; Android 14; SM-A155F secret-model) Mobile");
        var page = await browser.GetAsync($"/l/{key}", phone);
        Assert.Empty((await new OfficeDesk(play.It).ObligationAsync(Seat112, default))!.Uses);
        await browser.SendAsync(Post($"/l/{key}", ("__RequestVerificationToken", page.Token)), phone);
        using var json = new HttpRequestMessage(HttpMethod.Post, $"/api/reports/{key}")
        {
            Content = new StringContent("""{"visits":[{"date":"2023-04-20","where":"Thôn 1"}],"whomMet":"Bí thư","livingConditions":"Ổn định"}""", Encoding.UTF8, "application/json"),
        };
        Assert.Equal(HttpStatusCode.Created, (await browser.SendAsync(json)).Status);

        var uses = (await new OfficeDesk(play.It).ObligationAsync(Seat112, default))!.Uses;
        Assert.Equal([(true, "127.0.0.0/24", "other"), (false, "127.0.0.0/24", "Android")], uses.Select(u => (u.Filed, u.Network, u.Device)).OrderByDescending(u => u.Filed));
        Assert.All(uses, u => Assert.Equal(("Chức danh m112", new DateTime(2023, 4, 28, 9, 0, 0)), (u.By?.Vi, u.At)));
        foreach (var table in Enum.GetValues<Table>())
        {
            await foreach (var row in play.Tables.ScanAsync(table))
            {
                var text = row.Partition + row.Row.Key + Encoding.UTF8.GetString(row.Row.Body.Span);
                Assert.DoesNotContain(key, text, StringComparison.Ordinal);
                Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
                Assert.DoesNotContain("secret-model", text, StringComparison.Ordinal);
            }
        }
    }

    private static HttpRequestMessage Post(string path, params (string Name, string Value)[] fields) => new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))),
    };

    private static string KeyOf(Playground play, string reader) =>
        play.Mail.Letters.Where(l => l.Reader.Id == reader).SelectMany(l => l.Notices).Last(n => n.LinkKey is not null).LinkKey!;

    private static Task MoveAsync(Playground play, string official, string address)
    {
        var content = SmallProvince.Content();
        var officials = content.Officials.Select(o => o.Id == official ? o with { Address = address } : o);
        return play.It.Registers.ReplaceAsync(content with { Officials = [.. officials] }, Actor.System, "an address changed");
    }
}
