using System.Net;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;

namespace Directives.Tests.Recommendations.Confidential;

/// <summary>The pages of what is confidential: what is refused comes back as typed, and stores nothing (R6).</summary>
public sealed class ConfidentialPageTests
{
    [Theory]
    [InlineData("Official:m111", "Không thể nêu chính mình")]
    [InlineData("Place:1", "không còn ai xem xét")]
    [InlineData("", "Hãy tìm và đánh dấu")]
    public async Task What_cannot_be_raised_is_said_and_nothing_is_stored(string named, string expected)
    {
        await using var site = await RoleSite.StartAsync(DeskProvince.Content());
        using var browser = await site.BeAsync("m111");
        var form = await browser.GetAsync("/confidential/raise");
        var before = await site.RowsAsync();
        var answer = await browser.PostAsync(form, "/confidential/raise", ("once", form.Inputs("once").Single()), ("kind", "Violation"), ("text", "Việc <b>này</b>"), ("urgent", "gấp"), ("named", named), ("do", "raise"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.Equal("Việc <b>này</b>", answer.TextArea("text"));
        Assert.Equal("gấp", answer.TextArea("urgent"));
        if (named.Length > 0) Assert.Equal([named], answer.Inputs("named"));
        Assert.Equal(before, await site.RowsAsync());
    }

    [Fact]
    public async Task Searching_finds_officials_bodies_and_places_without_script_and_keeps_what_was_typed()
    {
        await using var site = await RoleSite.StartAsync(DeskProvince.Content());
        using var browser = await site.BeAsync("m111");
        var form = await browser.GetAsync("/confidential/raise");
        var found = await browser.PostAsync(form, "/confidential/raise", ("find", "so y te"), ("text", "Dài"), ("named", "Official:leader11"), ("do", "search"));
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Equal(["Official:leader11", "Body:health"], found.Inputs("named"));
        Assert.Equal("Dài", found.TextArea("text"));
        Assert.Contains("Place:113", (await browser.PostAsync(form, "/confidential/raise", ("find", "noi 113"), ("do", "search"))).Inputs("named"));
    }

    [Fact]
    public async Task It_is_raised_read_and_answered_in_the_browser_by_those_whose_it_is()
    {
        await using var site = await RoleSite.StartAsync(DeskProvince.Content());
        using var raiser = await site.BeAsync("m111");
        var form = await raiser.GetAsync("/confidential/raise");
        (string, string)[] fields = [("once", form.Inputs("once").Single()), ("kind", "Difficulty"), ("text", "Việc kín"), ("named", "Official:leader11"), ("do", "raise")];
        var raised = await raiser.PostAsync(form, "/confidential/raise", fields);
        Assert.Equal(raised.Location, (await raiser.PostAsync(form, "/confidential/raise", fields)).Location);
        var address = raised.Location!.Split('?')[0];
        Assert.Contains("Đã gửi", (await raiser.GetAsync(raised.Location)).Text, StringComparison.Ordinal);
        using var desk = await site.BeAsync("desk1");
        Assert.Contains(address, (await desk.GetAsync("/confidential")).Html, StringComparison.Ordinal);
        var page = await desk.GetAsync(address);
        Assert.Contains("Việc kín", page.Text, StringComparison.Ordinal);
        var refused = await desk.PostAsync(page, $"{address}/question", ("words", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("href=\"#question-words\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.PostAsync(page, $"{address}/take-up")).Status);
        // A page that has grown old: clear words, and nothing half done.
        Assert.Contains("đã sang bước khác", (await desk.PostAsync(page, $"{address}/take-up")).Text, StringComparison.Ordinal);
        refused = await desk.PostAsync(page, $"{address}/decide", ("outcome", "Decline"), ("internal", "Nội bộ"), ("words", "Không"));
        Assert.Contains("Hãy nêu lý do", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Nội bộ", refused.TextArea("internal"));
        Assert.Contains("ngày làm việc", (await desk.PostAsync(page, $"{address}/decide", ("outcome", "PutOff"), ("day", "2023-05-14"), ("internal", "a"), ("words", "b"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.PostAsync(page, $"{address}/decide", ("outcome", "Agree"), ("internal", "chỉ nội bộ"), ("words", "Đồng ý"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.PostAsync(page, $"{address}/answer", ("words", "Đã xử lý"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.PostAsync(page, $"{address}/confirm", ("verdict", "HeardSettled"))).Status);
        var own = await raiser.GetAsync(address);
        Assert.Contains("Đã xử lý", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("chỉ nội bộ", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chức danh desk1", own.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await raiser.PostAsync(own, $"{address}/confirm", ("verdict", "HeardSettled"))).Status);
        Assert.Contains("Đã giải quyết", (await desk.GetAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_by_anybody_else_are_the_404_of_what_never_was_and_write_nothing()
    {
        await using var site = await RoleSite.StartAsync(DeskProvince.Content());
        var id = await site.Play.It.Matters.RaiseAsync(
            "m111", "f", Directives.Recommendations.CaseKind.Violation, "Việc kín", null, [new(Directives.Recommendations.Confidential.NamedKind.Official, "leader11")], [], default);
        foreach (var who in TwinWorld.Strangers.OfType<string>().Where(w => w != "link112"))
        {
            using var browser = await site.BeAsync(who);
            var token = await browser.GetAsync("/demo");
            var before = await site.RowsAsync();
            foreach (var step in (string[])["take-up", "question", "reply", "decide", "answer", "confirm", "undo", "withdraw", "none"])
            {
                var real = await browser.PostAsync(token, $"/confidential/{id}/{step}", ("words", "x"), ("reason", "x"));
                var never = await browser.PostAsync(token, $"/confidential/{new string('A', 24)}/{step}", ("words", "x"), ("reason", "x"));
                Assert.Equal((HttpStatusCode.NotFound, never.Html), (real.Status, real.Html));
            }

            Assert.Equal(before, await site.RowsAsync());
        }
    }

    [Fact]
    public async Task A_matter_still_opens_to_its_raiser_who_left_the_post_and_not_to_whoever_follows()
    {
        await using var world = await TwinWorld.StartAsync(true);
        await world.BeginAsync();
        await world.Site.Play.RunToAsync(6, 5, 10);
        Assert.Equal("heir", (await world.Site.Play.It.Registers.GetAsync()).HolderOf(SmallProvince.Monitor("111"), new DateOnly(2023, 6, 5))!.Id);
        Assert.Equal(HttpStatusCode.OK, (await world.ReadAsync("m111")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.ReadAsync("heir")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.ReadAsync("m111?")).Status);
        using var desk = await world.Site.BeAsync("desk1");
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/me/data")).Status);
    }
}
