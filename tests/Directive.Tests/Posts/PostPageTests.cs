using System.Net;
using Directives.Register;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;

namespace Directives.Tests.Posts;

/// <summary>The pages on which the office hands over and enters absences, and the brief, over the engine itself.</summary>
public sealed class PostPageTests
{
    private const string Posts = "/register/seats/112.monitor/posts";

    [Fact]
    public async Task The_office_hands_a_seat_over_and_the_successor_reads_the_brief_and_files()
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        var page = await office.GetAsync(Posts);
        Assert.Contains("Chức danh m112", page.Text, StringComparison.Ordinal);
        Assert.Equal($"{Posts}?done", (await office.PostAsync(page, Posts, ("official", "m122"), ("from", "2023-05-09"), ("reason", "Điều động"))).Location);
        await site.Play.RunToAsync(5, 9, 12);

        using var successor = await site.BeAsync("m122");
        var brief = await successor.GetAsync("/hand-over/112.monitor");
        Assert.Contains("Nơi 112", brief.Text, StringComparison.Ordinal);
        Assert.Contains("16/05/2023", brief.Text, StringComparison.Ordinal);
        using var predecessor = await site.BeAsync("m112");
        Assert.NotEqual(HttpStatusCode.OK, (await predecessor.GetAsync("/hand-over/112.monitor")).Status);
        Assert.DoesNotContain("Nơi 112", (await predecessor.GetAsync("/me")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody at all", "2023-05-09", "x", "Danh mục không có “nobody at all”")]
    [InlineData("m122", "2023-02-31", "x", "“2023-02-31” không phải là một ngày")]
    [InlineData("m122", "2023-01-01", "x", "đã qua quá 31 ngày")]
    [InlineData("m112", "2023-05-09", "x", "đã như vậy rồi")]
    [InlineData("m122", "2025-05-09", "x", "còn hơn một năm nữa")]
    [InlineData("m122", "2023-05-09", " ", "lý do")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(string official, string from, string reason, string said)
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        var before = await site.RowsAsync();
        var page = await office.PostAsync(await office.GetAsync(Posts), Posts, ("official", official), ("from", from), ("reason", reason));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(official, page.Inputs("official"));
        Assert.Equal(before, await site.RowsAsync());
    }

    [Fact]
    public async Task Due_dates_that_fall_into_an_absence_are_shown_before_it_is_entered_without_a_substitute()
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        (string, string)[] typed = [("official", "m122"), ("kind", "Leave"), ("from", "2023-05-10"), ("to", "2023-05-12"), ("substitute", "")];
        var warned = await office.PostAsync(await office.GetAsync("/absences"), "/absences", typed);
        Assert.Contains("không có người làm thay", warned.Text, StringComparison.Ordinal);
        Assert.Contains("10/05/2023", warned.Text, StringComparison.Ordinal);
        Assert.Empty((await site.Play.It.Registers.GetAsync()).Content.Absences);
        Assert.Equal("/absences?done=entered", (await office.PostAsync(warned, "/absences", [.. typed, ("do", "confirm")])).Location);
        Assert.Single((await site.Play.It.Registers.GetAsync()).Content.Absences);
        Assert.Contains("Đến hạn khi vắng mặt", (await office.GetAsync("/absences")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_official_enters_their_own_absence_and_the_substitute_files_by_the_link_of_the_reminder()
    {
        await using var site = await RoleSite.StartAsync();
        using var own = await site.BeAsync("m112");
        var page = await own.GetAsync("/absences");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.PostAsync(page, "/absences", ("official", "m122"), ("kind", "Leave"), ("from", "2023-05-09"))).Status);
        Assert.Equal("/absences?done=entered", (await own.PostAsync(
            page, "/absences", ("official", "m112"), ("kind", "Leave"), ("from", "2023-05-09"), ("to", "2023-05-12"), ("substitute", "m122"))).Location);
        await site.Play.RunToAsync(5, 10, 12);

        var letter = site.Play.Mail.Letters.Last(l => l.Reader.Id == "m122" && l.Notices.Any(n => n.Notice is { Rung: "due", Owner: "m112" }));
        using var substitute = site.Site.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await substitute.OpenLinkAsync(letter.Notices.First(n => n.Notice.Owner == "m112").LinkKey!)).Status);
        var form = await substitute.GetAsync("/report");
        await MinePageTests.FileAsync(substitute, form);
        var report = await site.Play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 1);
        Assert.Equal(("m122", "m112"), (report!.By, report.For));
        Assert.DoesNotContain(site.Play.Mail.Letters, l => l.Reader.Id == "m112" && l.Notices.Any(n => n.Notice is { Rung: "due", Owner: "m112" }));
    }

    [Theory]
    [InlineData("2023-05-12", "2023-05-10", "m122", "Ngày cuối trước ngày đầu")]
    [InlineData("2023-02-31", "2023-05-10", "m122", "không phải là một ngày")]
    [InlineData("2023-05-10", "2023-05-12", "m112", "Không ai làm thay cho chính mình")]
    [InlineData("2023-05-10", "2023-05-12", "nobody at all", "Danh mục không có")]
    [InlineData("2023-04-10", "2023-04-12", "m122", "đã qua")]
    public async Task A_wrong_absence_is_refused_in_words(string from, string to, string substitute, string said)
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        var page = await office.PostAsync(
            await office.GetAsync("/absences"), "/absences", ("official", "m112"), ("kind", "Leave"), ("from", from), ("to", to), ("substitute", substitute));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Empty((await site.Play.It.Registers.GetAsync()).Content.Absences);
    }

    [Fact]
    public async Task Whoever_comes_back_early_is_reminded_again()
    {
        await using var site = await RoleSite.StartAsync();
        await site.Play.It.Absences.EnterAsync(new Absence("m112", AbsenceKind.Mission, new(2023, 5, 8), new(2023, 5, 30), "m122"), new("office"), "");
        await site.Play.RunToAsync(5, 11, 9);
        using var office = await site.BeAsync("office");
        Assert.Equal("/absences?done=back", (await office.PostAsync(
            await office.GetAsync("/absences"), "/absences/back", ("official", "m112"), ("from", "2023-05-08"), ("back", "2023-05-12"))).Location);
        await site.Play.RunToAsync(5, 12, 12);
        Assert.Contains(site.Play.Mail.Letters, l => l.Reader.Id == "m112" && l.Notices.Any(n => n.Notice is { Rung: "after1", Owner: "m112" }));
    }
}
