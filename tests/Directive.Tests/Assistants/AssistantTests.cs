using Directives.Access;
using Directives.Assistants;
using Directives.Chasing;
using Directives.Reports;
using Directives.Tests.Chasing;
using Directives.Verification;

namespace Directives.Tests.Assistants;

/// <summary>An official names an assistant, who drafts by links of their own.</summary>
public sealed class AssistantTests
{
    private static readonly AssistantNaming Anna = new("Chuyên viên Phòng Tổng hợp", "tong-hop@place.example", "vi");

    [Fact]
    public async Task Whoever_is_named_gets_a_letter_with_a_draft_link_at_once_and_one_with_each_reminder()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 29, 20);
        await NameAsync(play, Anna);
        await play.Work.SettleAsync();
        // On a Saturday evening: a person acted.
        var first = Assert.Single(play.Mail.Letters, l => l.Reader.Address == Anna.Address);
        Assert.Equal(NoticeKind.Named, Assert.Single(first.Notices).Notice.Kind);
        await play.RunToAsync(5, 10, 9);
        Assert.Equal(["112.monitor named", "112.monitor before1", "112.monitor due"], play.Mail.To(first.Reader.Id));
        Assert.Equal(["112.monitor before2", "112.monitor before1", "112.monitor due"], play.Mail.To("m112"));
        var link = await play.It.Links.FindAsync(first.Notices[0].LinkKey!, default);
        Assert.Equal(("m112", first.Reader.Id), (link!.Official, link.Drafter));
        Assert.Empty(await play.FaultsAsync());
        Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);
    }

    [Fact]
    public async Task Removing_or_naming_another_ends_links_and_waiting_letters_at_once()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        await NameAsync(play, Anna);
        await play.Work.SettleAsync();
        var key = play.Mail.Letters[^1].Notices[0].LinkKey!;
        var desk = new LinkDesk(play.It);
        Assert.IsType<ReportOwed>((await desk.LookAsync(key, default)).Look);

        // Decided at midnight, to be sent at eight.
        await play.RunToAsync(5, 9, 1);
        await NameAsync(play, Anna with { Title = "Thư ký tổng hợp", Address = "khac@place.example" });
        Assert.Equal(LinkRefusal.NotDrafter, Refusal(await desk.LookAsync(key, default)));
        await play.RunToAsync(5, 10, 9);
        Assert.Single(play.Mail.Letters, l => l.Reader.Address == Anna.Address);
        var second = play.Mail.Letters.Where(l => l.Reader.Address == "khac@place.example").ToList();
        Assert.Equal(["named", "due"], second.SelectMany(l => l.Notices.Select(n => n.Notice.Rung)));

        await play.It.Naming.RemoveAsync("m112");
        Assert.Equal(LinkRefusal.NotDrafter, Refusal(await desk.LookAsync(second[^1].Notices[0].LinkKey!, default)));
        await play.RunToAsync(5, 12, 9);
        Assert.Equal(2, play.Mail.Letters.Count(l => l.Reader.Address == "khac@place.example"));
        Assert.Empty(await play.FaultsAsync());
        Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);
    }

    [Fact]
    public async Task The_same_named_again_changes_nothing_and_three_a_day_are_the_most()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        for (var i = 0; i < 5; i++) await NameAsync(play, Anna);
        await NameAsync(play, Anna with { Address = "b@place.example" });
        await NameAsync(play, Anna with { Address = "c@place.example" });
        Assert.Equal(AssistantRefusal.TooOften, await TryNameAsync(play, Anna with { Address = "d@place.example" }));
        Assert.Equal("c@place.example", (await play.It.Assistants.FindAsync("m112", default))!.Now!.Address);
        await play.RunToAsync(5, 9, 10);
        await NameAsync(play, Anna with { Address = "d@place.example" });
        Assert.Equal(1, (await play.It.Assistants.GetAsync()).Count);
    }

    [Theory]
    [InlineData("", "a@place.example", "vi", AssistantRefusal.NoTitle)]
    [InlineData("   ", "a@place.example", "vi", AssistantRefusal.NoTitle)]
    [InlineData("Trợ lý\r\nBcc: x@place.example", "a@place.example", "vi", AssistantRefusal.NotATitle)]
    [InlineData("Xem http://evil.example/", "a@place.example", "vi", AssistantRefusal.NotATitle)]
    [InlineData("Xem evil.example", "a@place.example", "vi", AssistantRefusal.NotATitle)]
    [InlineData("\u202Ey\u202C", "a@place.example", "vi", AssistantRefusal.NotATitle)]
    [InlineData("<b>Trợ lý</b>", "a@place.example", "vi", AssistantRefusal.NotATitle)]
    [InlineData("Trợ lý", "", "vi", AssistantRefusal.NotAnAddress)]
    [InlineData("Trợ lý", "a@place.example, b@place.example", "vi", AssistantRefusal.NotAnAddress)]
    [InlineData("Trợ lý", "a@place.example\r\nBcc: b@place.example", "vi", AssistantRefusal.NotAnAddress)]
    [InlineData("Trợ lý", "Trợ lý <a@place.example>", "vi", AssistantRefusal.NotAnAddress)]
    [InlineData("Trợ lý", "M112@place.example", "vi", AssistantRefusal.KnownAddress)]
    [InlineData("Trợ lý", "a@place.example", "fr", AssistantRefusal.NotALanguage)]
    public async Task What_is_not_a_title_one_address_and_a_language_is_refused(string title, string address, string language, AssistantRefusal refusal)
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        Assert.Equal(refusal, await TryNameAsync(play, new AssistantNaming(title, address, language)));
        Assert.Null(await play.It.Assistants.FindAsync("m112", default));
    }

    [Theory]
    [InlineData("Chuyên viên Phòng Tổng hợp - Hành chính (2)")]
    [InlineData("Phó Chánh Văn phòng Huyện ủy Hoài Ân")]
    [InlineData("Specialist, People's Council’s Office")]
    public void Titles_as_people_have_them_are_taken(string title) =>
        Assert.Null(AssistantRules.Refuses(title, "a@place.example", "vi", []));

    [Fact]
    public async Task A_link_of_a_clerk_is_dead_once_another_is_clerk_and_no_draft_link_files()
    {
        using var play = await Playground.BegunAsync(content: ClerkedProvince.Content());
        await play.RunToAsync(4, 28, 9);
        var key = play.Mail.Letters.Single(l => l.Reader.Id == "clerk").Notices.Single(n => n.Notice.Seat == "112.monitor").LinkKey!;
        var desk = new LinkDesk(play.It);
        var look = await desk.LookAsync(key, default);
        Assert.Equal(("clerk", false, "m112"), (look.Session!.Drafter, look.Session.MayFile, look.Session.Official));
        Assert.Equal("Chức danh clerk", look.Session.Title.Vi);
        Assert.Equal(
            LinkRefusal.DraftOnly,
            Assert.IsType<LinkRefused>(await desk.FileAsync(look.Session, new ReportContent { NoVisitBecause = "x" }, null, default)).Why);
        Assert.Equal(0, (await play.OwedAsync("112")).Versions);

        await play.It.Registers.ReplaceAsync(ClerkedProvince.Content("m122"), MonthScript.Office, "another clerk");
        Assert.Equal(LinkRefusal.NotDrafter, Refusal(await desk.LookAsync(key, default)));
    }

    [Fact]
    public async Task A_draft_link_is_dead_when_the_officials_own_is()
    {
        using var play = await Playground.BegunAsync(content: ClerkedProvince.Content());
        await play.RunToAsync(5, 10, 9);
        var key = play.Mail.Letters.Last(l => l.Reader.Id == "clerk").Notices.Single(n => n.Notice.Seat == "112.monitor").LinkKey!;
        var other = play.Mail.Letters.Last(l => l.Reader.Id == "clerk").Notices.Single(n => n.Notice.Seat == "122.monitor").LinkKey!;
        await MonthScript.FileAsync(play.It, "112");
        Assert.Null(await play.It.Rounds.RevokeLinksAsync(MonthScript.SheetOf("122"), "122.monitor", MonthScript.Office, "lost"));
        var desk = new LinkDesk(play.It);
        Assert.Equal(LinkRefusal.Over, Refusal(await desk.LookAsync(key, default)));
        Assert.Equal(LinkRefusal.Revoked, Refusal(await desk.LookAsync(other, default)));
    }

    private static LinkRefusal? Refusal(LinkLook look) => (look.Look as LinkRefused)?.Why;

    private static async Task NameAsync(Playground play, AssistantNaming naming) => Assert.Null(await TryNameAsync(play, naming));

    private static async Task<AssistantRefusal?> TryNameAsync(Playground play, AssistantNaming naming) =>
        await play.It.Naming.NameAsync("m112", naming, (MonthScript.SheetOf("112"), await play.OwedAsync("112")));
}
