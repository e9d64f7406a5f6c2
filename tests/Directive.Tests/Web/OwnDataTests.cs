using System.Text;
using System.Text.Json;
using Directives.Access;
using Directives.Chasing;
using Directives.Language;
using Directives.Mail;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Web.OwnData;

namespace Directives.Tests.Web;

/// <summary>A person's own data: all of theirs, nothing of anybody else's.</summary>
public sealed class OwnDataTests
{
    [Fact]
    public async Task A_person_gets_their_entry_posts_obligations_reports_and_letters()
    {
        using var play = await PlayedAsync();
        var data = await OfAsync(play, "m113");
        Assert.Equal(("m113", "m113@place.example"), (data.Person!.Id, data.Person.Address));
        Assert.Equal("Nơi 113", Assert.Single(data.Posts).Place);
        var owed = Assert.Single(data.Obligations);
        Assert.Equal((SmallProvince.CycleId, ObligationState.Filed, "nobody was met"), (owed.Cycle, owed.State, owed.ReturnedBecause));
        Assert.Equal(["first", "again"], owed.Reports.Select(r => r.Content.LivingConditions));
        Assert.Contains(data.Letters, l => l.State == LetterState.Sent && l.Tells.Any(t => t.Kind == NoticeKind.Returned && t.Words == "nobody was met"));
        Assert.Contains(data.Letters, l => l.Tells.Any(t => t.Kind == NoticeKind.Reminder));
    }

    [Fact]
    public async Task Nobody_gets_anything_of_anybody_else()
    {
        using var play = await PlayedAsync();
        string[] people = ["m111", "m112", "m113", "m121", "m122", "m123", "boss", "deputy", "secretary", "head", "office"];
        foreach (var id in people)
        {
            var text = JsonSerializer.Serialize(await OfAsync(play, id), Stored.Options);
            foreach (var other in people.Where(p => p != id))
            {
                Assert.DoesNotContain($"{other}@place.example", text, StringComparison.Ordinal);
                Assert.DoesNotContain($"Title {other}", text, StringComparison.Ordinal);
                Assert.DoesNotContain($"\"{other}\"", text, StringComparison.Ordinal);
            }

            // Of all who were sent reports back, only one was told this.
            Assert.Equal(id == "m113", text.Contains("nobody was met", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_post_that_was_handed_over_gives_each_of_both_only_their_own()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        await MonthScript.FileAsync(play.It, "112", "words of the first");
        var content = SmallProvince.Content();
        var seat = SmallProvince.Monitor("112");
        content = content with
        {
            Officials = [.. content.Officials, SmallProvince.Person("next")],
            Posts =
            [
                .. content.Posts.Where(p => p.Seat != seat), new(seat, "m112", SmallProvince.Start, new DateOnly(2023, 5, 9)),
                new(seat, "next", new DateOnly(2023, 5, 10)),
            ],
        };
        await play.It.Registers.ReplaceAsync(content, MonthScript.Office, "hand-over");
        await play.RunToAsync(5, 12, 10);
        Assert.Equal("words of the first", Assert.Single(Assert.Single((await OfAsync(play, "m112")).Obligations).Reports).Content.LivingConditions);
        Assert.Empty(Assert.Single((await OfAsync(play, "next")).Obligations).Reports);
    }

    [Fact]
    public async Task Whoever_is_unknown_gets_an_empty_answer()
    {
        using var play = await PlayedAsync();
        var data = await OfAsync(play, "nobody");
        Assert.Null(data.Person);
        Assert.Empty(data.Obligations);
        Assert.Empty(data.Letters);
    }

    [Fact]
    public async Task The_page_and_the_file_are_those_of_the_session()
    {
        using var play = await PlayedAsync();
        await using var site = await TestSite.StartAsync(engine: services => TestSite.Engine(play.It)(services));
        using var browser = site.Browser();
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await browser.GetAsync("/me/data")).Status);
        await browser.BecomeAsync("deputy");
        var page = await browser.GetAsync("/me/data?lang=en&id=m113&official=m113");
        Assert.Contains("deputy@place.example", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("m113@place.example", page.Html, StringComparison.Ordinal);
        var file = await browser.GetAsync("/me/data.json");
        Assert.Equal("deputy", JsonDocument.Parse(Encoding.UTF8.GetBytes(file.Html)).RootElement.GetProperty("person").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Sessions_the_log_of_the_account_and_links_with_their_uses_are_among_them()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        var it = play.It;
        await it.Sessions.BeginAsync("m113", "mail", "203.0.113.0/24", "Firefox, Linux", false);
        var sheet = MonthScript.SheetOf("113");
        var key = await it.LetterLinks.EnsureAsync(sheet, await play.OwedAsync("113"), "m113", null, "m113@place.example", default);
        Assert.IsType<Directives.Reports.ReportOwed>((await new LinkDesk(it).OpenAsync(key!, new LinkUse("198.51.100.0/24", "Windows"), default)).Look);
        var data = await OfAsync(play, "m113");
        var session = Assert.Single(data.Sessions);
        Assert.Equal(("mail", "203.0.113.0/24", "Firefox, Linux"), (session.How, session.Network, session.Device));
        Assert.Equal([("signed-in", "Firefox, Linux")], data.Account.Select(a => (a.Act, a.Device)));
        var link = Assert.Single(data.Links);
        Assert.Equal((SmallProvince.CycleId, "Nơi 113", false), (link.Cycle, link.Place, link.Prepares));
        Assert.NotEmpty(link.Opens);
        Assert.Equal([("198.51.100.0/24", "Windows", false)], link.Uses.Select(u => (u.Network, u.Device, u.Filed)));
        // The officials of other places have links of their own, and none of these.
        var other = await OfAsync(play, "m112");
        Assert.Empty(other.Sessions);
        Assert.DoesNotContain(other.Links, l => l.Uses.Count > 0 || l.Place == "Nơi 113");
    }

    private static async Task<OwnData> OfAsync(Playground play, string id) =>
        (await new OwnDataDesk(play.It).OfAsync(new PersonSession(id, new Bilingual(id, id), "vi"), default)).Data;

    private static async Task<Playground> PlayedAsync()
    {
        var play = await Playground.BegunAsync();
        foreach (var step in MonthScript.Steps)
        {
            await play.Work.RunAsync(step.At);
            await step.Act(play.It);
        }

        return play;
    }
}
