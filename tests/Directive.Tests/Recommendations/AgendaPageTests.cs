using System.Net;
using Directives.Recommendations;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;

namespace Directives.Tests.Recommendations;

/// <summary>Agenda, decision, look list and radar over the running site: nothing typed is lost, nothing wrong is recorded, and who may only read changes nothing.</summary>
public sealed class AgendaPageTests
{
    private static readonly (string, string)[] Agree =
        [("how", "circulation"), ("decision", "0123456789ab"), ("outcome", "Agree"), ("internal", "Giao Sở Y tế."), ("forPlace", "Đồng ý."), ("do", "decide")];

    [Fact]
    public async Task The_recorder_decides_from_the_agenda_and_a_member_of_the_committee_only_reads()
    {
        await using var site = await RoleSite.StartAsync();
        await ToCommitteeAsync(site);
        using var recorder = await site.BeAsync("recorder");
        using var member = await site.BeAsync("member");
        Assert.DoesNotContain("type=\"checkbox\"", (await member.GetAsync("/agenda")).Html, StringComparison.Ordinal);
        var agenda = await recorder.GetAsync("/agenda");
        Assert.Contains("name=\"case\" value=\"c1\"", agenda.Html, StringComparison.Ordinal);
        Assert.Equal("/agenda?done=choose", (await recorder.GetAsync("/agenda/decide")).Location);

        var form = await recorder.GetAsync("/agenda/decide?case=c1");
        Assert.Contains("Cầu treo", form.Text, StringComparison.Ordinal);
        (string, string)[] row = [("case", "c1"), ("assignments.0.lead", "health"), ("assignments.0.what", "Sửa cầu."), ("assignments.0.due", "30/06/2023")];
        var more = await recorder.PostAsync(form, "/agenda/decide", [.. Agree[..^1], .. row, ("do", "rows")]);
        Assert.Equal("Sửa cầu.", more.TextArea("assignments.0.what").Trim());
        Assert.Contains("id=\"assignments.1.what\"", more.Html, StringComparison.Ordinal);

        var done = await recorder.PostAsync(form, "/agenda/decide", [.. Agree, .. row]);
        Assert.Equal("/agenda/decisions/2", done.Location);
        Assert.Equal(done.Location, (await recorder.PostAsync(form, "/agenda/decide", [.. Agree, .. row])).Location);
        Assert.Contains("Sửa cầu.", (await member.GetAsync(done.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(CaseStage.Work, (await site.Play.It.Cases.FindAsync("c1"))!.State.Stage);
        Assert.DoesNotContain("value=\"c1\"", (await recorder.GetAsync("/agenda")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outcome", "Decline", "Cần nêu lý do.")]
    [InlineData("how", "", "Chọn: kết luận tại cuộc họp")]
    [InlineData("how", "meeting", "Ghi một ngày")]
    [InlineData("assignments.0.due", "05/05/2023", "Ngày này đã qua")]
    [InlineData("assignments.0.due", "13/05/2023", "Ngày này là ngày nghỉ")]
    [InlineData("assignments.0.due", "mai", "Ngày không đọc được")]
    [InlineData("assignments.0.lead", "abolished", "không còn trong danh mục")]
    [InlineData("internal", " ", "Xin nhập nội dung.")]
    public async Task A_wrong_decision_is_shown_again_with_what_is_wrong_and_nothing_is_recorded(string field, string value, string message)
    {
        await using var site = await RoleSite.StartAsync();
        await ToCommitteeAsync(site);
        using var recorder = await site.BeAsync("recorder");
        var fields = new Dictionary<string, string>(Agree.Select(a => KeyValuePair.Create(a.Item1, a.Item2)))
        {
            ["case"] = "c1",
            ["assignments.0.lead"] = "health",
            ["assignments.0.what"] = "Sửa cầu.",
            ["assignments.0.due"] = "30/06/2023",
        };
        if (field == "outcome") foreach (var part in (string[])["lead", "what", "due"]) fields.Remove($"assignments.0.{part}");
        fields[field] = value;
        var page = await recorder.PostAsync(await recorder.GetAsync("/agenda/decide?case=c1"), "/agenda/decide", [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Text, StringComparison.Ordinal);
        Assert.Equal("Đồng ý.", page.TextArea("forPlace").Trim());
        Assert.Equal(1, (await site.Play.It.Agenda.HeadAsync())!.Value.Head.Decisions);
    }

    [Fact]
    public async Task A_decision_over_cases_of_which_one_was_decided_meanwhile_names_that_one()
    {
        await using var site = await RoleSite.StartAsync();
        await ToCommitteeAsync(site);
        using var recorder = await site.BeAsync("recorder");
        var form = await recorder.GetAsync("/agenda/decide?case=c1&case=c2");
        Assert.Contains("không còn chờ kết luận", form.Text, StringComparison.Ordinal);
        var done = await recorder.PostAsync(form, "/agenda/decide", [.. Agree, ("case", "c1"), ("case", "c2")]);
        var page = await recorder.GetAsync(done.Location!);
        Assert.Contains("Một số kiến nghị không nhận kết luận này", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kiến nghị này đã có kết luận; kết luận ghi trước được giữ.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meetings_are_added_and_removed_and_a_day_off_is_refused_in_words()
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        var page = await office.GetAsync("/agenda");
        var refused = await office.PostAsync(page, "/agenda/meetings", ("day", "2023-05-13"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("ngày nghỉ", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.PostAsync(page, "/agenda/meetings", ("day", "x"))).Status);
        Assert.Equal("/agenda?done=met", (await office.PostAsync(page, "/agenda/meetings", ("day", "16/05/2023"))).Location);
        Assert.Contains("16/05/2023", (await office.GetAsync("/agenda")).Text, StringComparison.Ordinal);
        Assert.Equal("/agenda?done=removed", (await office.PostAsync(page, "/agenda/meetings", ("remove", "2023-05-16"))).Location);
    }

    [Fact]
    public async Task The_office_sees_what_waits_counts_and_finds_by_place_and_merges_like_ones()
    {
        await using var site = await RoleSite.StartAsync();
        var it = site.Play.It;
        await it.CaseDesk.RaiseAsync("c3", new("m113"), new Raised
        {
            Kind = CaseKind.Difficulty,
            Text = "Cầu treo qua suối hư hỏng nặng.",
            Place = "113",
            Seat = SmallProvince.Monitor("113"),
            Urgent = "Sắp lũ.",
        });
        using var office = await site.BeAsync("office");
        var look = await office.GetAsync("/office/cases?place=noi%20113");
        Assert.True(look.Html.IndexOf("/cases/c3\"", StringComparison.Ordinal) < look.Html.IndexOf("/cases/c1\"", StringComparison.Ordinal));
        Assert.Contains("Sắp lũ.", look.Text, StringComparison.Ordinal);
        Assert.Matches("<strong>2</strong> <span>chờ Văn phòng xem", look.Html);
        Assert.DoesNotContain("Không tìm thấy", look.Text, StringComparison.Ordinal);

        var like = await office.GetAsync("/office/cases/c1/like");
        Assert.Contains("Giống nhau ở:", like.Text, StringComparison.Ordinal);
        Assert.Equal("/office/cases/c1/like?done=merged", (await office.PostAsync(like, "/office/cases/c1/merge", ("with", "c3"), ("way", "give"))).Location);
        Assert.Equal("c3", (await it.Cases.FindAsync("c1"))!.State.MergedInto);
        var circle = await office.PostAsync(like, "/office/cases/c1/merge", ("with", "c3"), ("way", "take"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, circle.Status);
        Assert.Contains("theo vòng tròn", circle.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.PostAsync(like, "/office/cases/c1/unmerge", ("reason", ""))).Status);
        Assert.Equal("/office/cases/c1/like?done=unmerged", (await office.PostAsync(like, "/office/cases/c1/unmerge", ("reason", "Khác cầu."))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await office.PostAsync(like, "/office/cases/c1/merge", ("with", "none"), ("way", "give"))).Status);
    }

    private static Task ToCommitteeAsync(RoleSite site) =>
        site.Play.It.CaseDesk.StepAsync("c1", new("office"), _ => new SentToCommittee());
}
