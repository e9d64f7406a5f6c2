using System.Net;

namespace Directives.Tests.Recommendations;

/// <summary>Each bad input gets a clear message, keeps what was typed, and changes nothing.</summary>
public sealed class CaseBadInputTests
{
    [Theory]
    [InlineData("Decline", "", "2023-05-25", "", "", "Cần nêu lý do.")]
    [InlineData("Agree", "abolished", "2023-05-25", "", "", "không còn trong danh mục")]
    [InlineData("Agree", "health", "2023-05-05", "", "", "Ngày này đã qua")]
    [InlineData("Agree", "health", "2023-09-04", "", "", "Ngày này là ngày nghỉ")]
    [InlineData("Agree", "health", "2023-05-28", "", "", "Ngày này là ngày nghỉ")]
    [InlineData("Agree", "health", "mai", "", "", "Ngày không đọc được")]
    [InlineData("Agree", "other", "2023-05-25", "", "", "Một cơ quan đứng hai lần")]
    [InlineData("Decline", "health", "2023-05-25", "Chưa có vốn.", "", "Chỉ giao nhiệm vụ khi đồng ý")]
    [InlineData("PutOff", "", "", "", "", "Ngày không đọc được")]
    [InlineData("PutOff", "", "", "", "2023-05-02", "Ngày này đã qua")]
    [InlineData("", "", "", "", "", "Xin chọn kết luận.")]
    public async Task A_decision_that_is_not_whole_is_refused(string outcome, string lead, string due, string reason, string putOffTo, string message)
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync();
        await site.StepAsync("office", id, "to-committee");
        var rows = await site.Site.RowsAsync();
        var page = await site.SendAsync("recorder", id, "decide", CaseSite.Decision(outcome, lead, due, reason, putOffTo));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Text, StringComparison.Ordinal);
        Assert.Equal((CaseSite.Internal, CaseSite.ForPlace), (page.TextArea("internal"), page.TextArea("forPlace")));
        Assert.Equal(rows, await site.Site.RowsAsync());
    }

    [Fact]
    public async Task The_second_time_a_decision_is_put_off_needs_a_reason()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync();
        await site.StepAsync("office", id, "to-committee");
        await site.StepAsync("recorder", id, "decide", CaseSite.Decision("PutOff", putOffTo: "2023-05-25"));
        Assert.Contains("Cần nêu lý do.", (await site.SendAsync("recorder", id, "decide", CaseSite.Decision("PutOff", putOffTo: "2023-06-01"))).Text, StringComparison.Ordinal);
        var page = await site.StepAsync("recorder", id, "decide", CaseSite.Decision("PutOff", reason: "Chờ thẩm định.", putOffTo: "2023-06-01"));
        Assert.Contains("Số lần hoãn kết luận", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await site.StateAsync(id)).PutOffs);
    }

    [Fact]
    public async Task The_second_decision_is_refused_with_its_words_kept_and_the_first_stands()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.DecidedAsync();
        var rows = await site.Site.RowsAsync();
        var page = await site.SendAsync("recorder", id, "decide", [("internal", "Lời thứ hai"), .. CaseSite.Decision("Decline", reason: "Không.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Kiến nghị này đã có kết luận", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lời thứ hai", page.Text, StringComparison.Ordinal);
        Assert.Equal(rows, await site.Site.RowsAsync());
    }

    [Fact]
    public async Task What_has_ended_takes_no_answer()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync();
        await site.StepAsync("m113", id, "withdraw", ("reason", "Đã có thuốc."));
        var rows = await site.Site.RowsAsync();
        var page = await site.SendAsync("m113", id, "answer", ("on", "2023-05-08"), ("how", "họp"), ("whom", "dân"), ("told", "Lời muộn."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Kiến nghị này đã khép lại", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lời muộn.", page.Text, StringComparison.Ordinal);
        Assert.Equal(rows, await site.Site.RowsAsync());
    }

    [Theory]
    [InlineData("withdraw", "reason", " ", "Xin nhập nội dung.")]
    [InlineData("withdraw", "reason", "a\u0007b", "U+0007")]
    [InlineData("answer", "on", "2023-05-09", "chưa đến")]
    public async Task What_a_form_lacks_is_said_at_its_field(string step, string field, string typed, string message)
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync();
        var page = await site.SendAsync("m113", id, step, (field, typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Text, StringComparison.Ordinal);
        Assert.Single((await site.OpenAsync(id)).Events);
    }

    [Fact]
    public async Task A_body_that_has_handed_on_is_told_so_and_a_word_overlong_is_refused()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.DecidedAsync();
        var task = await site.TaskAsync(id);
        var page = await site.SendAsync("chief", id, "finish", task, ("result", new string('x', 5001)));
        Assert.Contains("dài quá 5000 ký tự", page.Text, StringComparison.Ordinal);
        Assert.Equal(5001, page.TextArea("result").Length);
        await site.StepAsync("chief", id, "hand-on", task, ("to", "other"), ("reason", "Không đúng lĩnh vực."));
        page = await site.SendAsync("chief", id, "finish", task, ("result", "Xong."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("có người đã làm trước", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_more_line_for_an_assignment_keeps_what_was_typed_and_decides_nothing()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync();
        await site.StepAsync("office", id, "to-committee");
        var page = await site.SendAsync("recorder", id, "decide", [.. CaseSite.Decision(lead: "health"), ("do", "rows")]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(CaseSite.Internal, page.TextArea("internal"));
        Assert.Equal("", page.TextArea("assignments.1.what"));
        Assert.Equal(2, (await site.OpenAsync(id)).Events.Count);
    }

    [Theory]
    [InlineData("kind", "Violation", "theo đường kín")]
    [InlineData("kind", "x", "Xin chọn loại kiến nghị.")]
    [InlineData("place", "121", "Xin chọn địa bàn")]
    [InlineData("is-urgent", "yes", "vì sao khẩn")]
    [InlineData("is-answered", "yes", "đã trả lời tại chỗ")]
    [InlineData("text", "\u0007", "U+0007")]
    public async Task What_cannot_be_raised_so_is_refused_and_stays_typed(string field, string typed, string message)
    {
        await using var site = await CaseSite.StartAsync();
        var rows = await site.Site.RowsAsync();
        var page = await site.SendRaiseAsync("m113", "113", (field, typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Text, StringComparison.Ordinal);
        if (field != "text") Assert.Equal(CaseSite.Text, page.TextArea("text"));
        Assert.Equal(rows, await site.Site.RowsAsync());
    }
}
