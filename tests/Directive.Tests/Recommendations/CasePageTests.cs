using System.Net;
using Directives.Recommendations;
using Directives.Tests.Chasing;

namespace Directives.Tests.Recommendations;

/// <summary>A recommendation from raised to its certificate, as each role in turn, over the real pipeline.</summary>
public sealed class CasePageTests
{
    [Fact]
    public async Task A_recommendation_goes_from_raised_to_its_certificate_through_the_pages()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.DecidedAsync();
        var task = await site.TaskAsync(id);
        Assert.Equal("accept finish progress ask-time hand-on", CaseSite.Offered(await site.GetAsync("chief", $"/cases/{id}")));
        await site.StepAsync("chief", id, "accept", task);
        await site.StepAsync("clerk", id, "progress", task, ("progress", "Đã đặt thuốc."));
        await site.StepAsync("otherclerk", id, "part", task, ("body", "other"));
        await site.StepAsync("chief", id, "finish", task, ("result", "Đã cấp thuốc."));
        Assert.Contains("Đã đặt thuốc.", (await site.GetAsync("m113", $"/cases/{id}")).Text, StringComparison.Ordinal);
        await site.StepAsync("m113", id, "answer", ("on", "2023-05-08"), ("how", "họp dân"), ("whom", "Chủ tịch xã"), ("told", "Thuốc đã về."));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("m113", $"/cases/{id}/certificate")).Status);
        await site.StepAsync("leader113", id, "confirm", ("verdict", "HeardSettled"));
        Assert.Equal(CaseEnd.Settled, (await site.StateAsync(id)).End);
        foreach (var who in (string[])["m113", "leader113", "office", "recorder", "member", "boss", "chief", "otherclerk"])
        {
            var certificate = await site.GetAsync(who, $"/cases/{id}/certificate");
            Assert.Equal(HttpStatusCode.OK, certificate.Status);
            Assert.Contains("Phiếu khép kín vòng việc", certificate.Text, StringComparison.Ordinal);
            Assert.Contains("Đã giải quyết xong", certificate.Text, StringComparison.Ordinal);
            Assert.Contains("9. Địa bàn xác nhận", certificate.Text, StringComparison.Ordinal);
            Assert.Contains("Chức danh leader113", certificate.Text, StringComparison.Ordinal);
            Assert.Contains(CaseSite.ForPlace, certificate.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(CaseSite.Internal, certificate.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_leader_of_the_place_reads_what_is_fit_for_the_place_and_nothing_internal()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync();
        await site.StepAsync("office", id, "ask", ("question", "Câu hỏi riêng của Văn phòng"));
        await site.StepAsync("m113", id, "reply", ("words", "Trả lời riêng"));
        await site.StepAsync("office", id, "to-committee");
        await site.StepAsync("recorder", id, "decide", CaseSite.Decision(lead: "health"));
        await site.StepAsync("chief", id, "hand-on", await site.TaskAsync(id), ("to", "other"), ("reason", "Lý do nội bộ"));
        string[] secret = [CaseSite.Internal, "Câu hỏi riêng của Văn phòng", "Trả lời riêng", "Cấp thuốc cho trạm.", "Lý do nội bộ"];
        var leader = (await site.GetAsync("leader113", $"/cases/{id}")).Text;
        Assert.Contains(CaseSite.ForPlace, leader, StringComparison.Ordinal);
        Assert.Contains("Sở Tư pháp", leader, StringComparison.Ordinal);
        Assert.All(secret, s => Assert.DoesNotContain(s, leader, StringComparison.Ordinal));
        foreach (var who in (string[])["m113", "office", "recorder", "member", "boss", "chief", "otherclerk"])
        {
            var page = await site.GetAsync(who, $"/cases/{id}");
            Assert.All(secret, s => Assert.Contains(s, page.Text, StringComparison.Ordinal));
            if (who is "member" or "boss" or "chief" or "recorder") Assert.Equal("", CaseSite.Offered(page));
        }
    }

    [Fact]
    public async Task To_a_stranger_a_recommendation_is_as_one_that_never_was()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.DecidedAsync();
        var rows = await site.Site.RowsAsync();
        foreach (var who in (string[])["m112", "m121", "leader121", "sub=m112"])
        {
            foreach (var path in (string[])["", "/certificate"])
            {
                var (page, never) = (await site.GetAsync(who, $"/cases/{id}{path}"), await site.GetAsync(who, $"/cases/never{path}"));
                Assert.Equal((HttpStatusCode.NotFound, never.Html.Replace("never", id, StringComparison.Ordinal)), (page.Status, page.Html));
            }

            foreach (var step in Enum.GetValues<CaseStep>())
                Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync(who, id, step.Name(), ("reason", "x"), ("because", "x"))).Status);
        }

        foreach (var who in (string[])["admin2", "auditor", "desk1"]) Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync(who, $"/cases/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync("office", id, "no-such-step")).Status);
        Assert.Equal(rows, await site.Site.RowsAsync());
    }

    [Fact]
    public async Task Whoever_only_reads_can_take_no_step()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync();
        await site.StepAsync("office", id, "to-committee");
        var rows = await site.Site.RowsAsync();
        foreach (var (who, step) in new[] { ("boss", "withdraw"), ("office", "decide"), ("recorder", "withdraw"), ("leader113", "correct"), ("m113", "decide"), ("m113", "correct") })
            Assert.Equal(HttpStatusCode.NotFound, (await site.SendAsync(who, id, step, [.. CaseSite.Decision(), ("step", "2"), ("verdict", "HeardSettled")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.SendAsync("member", id, "decide", CaseSite.Decision())).Status);
        Assert.Equal(rows, await site.Site.RowsAsync());
    }

    [Fact]
    public async Task A_form_sent_twice_raises_one_and_the_same_field_of_another_raises_another()
    {
        await using var site = await CaseSite.StartAsync();
        var nonce = ("nonce", new string('a', 32));
        var id = await site.RaiseAsync(fields: nonce);
        Assert.Equal(26, id.Length);
        var again = await site.SendRaiseAsync("m113", "113", nonce);
        Assert.Equal($"/cases/{id}?done=raised", again.Location);
        Assert.Single((await site.OpenAsync(id)).Events);
        Assert.NotEqual(again.Location, (await site.SendRaiseAsync("m112", "112", nonce)).Location);
    }

    [Fact]
    public async Task A_standing_substitute_raises_for_another_and_both_names_stand_on_it()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync("sub=m112", "112");
        var raised = (await site.OpenAsync(id)).Events[0];
        Assert.Equal(("sub", "m112"), (raised.By, raised.For));
        Assert.Contains("Chức danh sub thay Chức danh m112", (await site.GetAsync("m112", $"/cases/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_on_the_spot_can_be_refused_by_the_place_and_urgency_be_lowered_visibly()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync(fields: [("is-answered", "yes"), ("answer", "Đã giải thích."), ("is-urgent", "yes"), ("urgent", "Hết thuốc.")]);
        Assert.Equal(CaseStage.OnTheSpot, (await site.StateAsync(id)).Stage);
        await site.StepAsync("leader113", id, "not-settled", ("because", "Vẫn thiếu thuốc."));
        var page = await site.StepAsync("office", id, "lower-urgency", ("reason", "Còn thuốc dự phòng."));
        Assert.Contains("Văn phòng đã hạ mức khẩn.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Còn thuốc dự phòng.", (await site.GetAsync("m113", $"/cases/{id}")).Text, StringComparison.Ordinal);
        await site.StepAsync("office", id, "to-agency", ("field", "y tế"), ("lead", "health"), ("what", "Cấp thuốc."), ("due", "2023-05-25"));
        Assert.Equal(CaseStage.Work, (await site.StateAsync(id)).Stage);
    }

    [Fact]
    public async Task A_corrected_step_stays_readable_and_the_place_may_take_its_word_back()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync();
        await site.StepAsync("office", id, "to-committee");
        await site.StepAsync("recorder", id, "decide", CaseSite.Decision("Decline", reason: "Chưa có vốn."));
        var page = await site.StepAsync("office", id, "correct", ("step", "3"), ("reason", "Ghi nhầm kết luận"));
        Assert.Contains("<del>Ghi kết luận của Ban Thường vụ</del>", page.Html, StringComparison.Ordinal);
        Assert.Contains("Lý do: Ghi nhầm kết luận", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa có vốn.", page.Text, StringComparison.Ordinal);
        await site.StepAsync("recorder", id, "decide", [.. CaseSite.Decision("Decline", reason: "Chưa có vốn."), ("decision", "x")]);
        await site.StepAsync("m113", id, "answer", ("on", "2023-05-08"), ("how", "điện thoại"), ("whom", "Chủ tịch xã"), ("told", "Chưa có vốn."));
        page = await site.StepAsync("leader113", id, "confirm", ("verdict", "NotHeard"), ("because", "Không ai gọi cho tôi"));
        Assert.Equal("undo", CaseSite.Offered(page));
        Assert.Contains("Không ai gọi cho tôi", (await site.GetAsync("office", $"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Không ai gọi cho tôi", (await site.GetAsync("m113", $"/cases/{id}")).Text, StringComparison.Ordinal);
        page = await site.StepAsync("leader113", id, "undo");
        Assert.Contains("Địa bàn đã rút lại xác nhận này.", page.Text, StringComparison.Ordinal);
        await site.StepAsync("leader113", id, "confirm", ("verdict", "HeardSettled"));
        Assert.Equal(CaseEnd.DeclinedAndHeard, (await site.StateAsync(id)).End);
    }

    [Fact]
    public async Task More_time_is_asked_once_and_what_was_handed_on_three_times_is_placed_by_the_office()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.DecidedAsync();
        var task = await site.TaskAsync(id);
        await site.StepAsync("chief", id, "ask-time", task, ("until", "2023-06-08"), ("reason", "Chờ hàng."));
        Assert.Contains("value=\"2023-06-08\"", (await site.GetAsync("office", $"/cases/{id}")).Html, StringComparison.Ordinal);
        var page = await site.StepAsync("office", id, "grant-time", task, ("until", "2023-06-08"));
        Assert.Contains("hạn ban đầu 25/05/2023", page.Text, StringComparison.Ordinal);
        foreach (var (who, to) in new[] { ("chief", "other"), ("otherclerk", "health"), ("chief", "other") })
            await site.StepAsync(who, id, "hand-on", task, ("to", to), ("reason", "Không đúng lĩnh vực."));
        Assert.True((await site.StateAsync(id)).Assignments[0].WithOffice);
        await site.StepAsync("office", id, "place", task, ("to", "other"), ("reason", "Đúng lĩnh vực."));
        await site.StepAsync("otherclerk", id, "finish", task, ("result", "Xong."));
    }

    [Fact]
    public async Task Silence_ends_a_recommendation_as_unconfirmed_and_its_certificate_says_that_this_is_no_consent()
    {
        await using var site = await CaseSite.StartAsync();
        var id = await site.RaiseAsync();
        await site.StepAsync("office", id, "to-committee");
        await site.StepAsync("recorder", id, "decide", CaseSite.Decision());
        await site.StepAsync("m113", id, "answer", ("on", "2023-05-08"), ("how", "họp dân"), ("whom", "Chủ tịch xã"), ("told", "Sẽ cấp thuốc."));
        site.Site.Play.Clock.MoveTo(SmallProvince.Zone.At(new DateOnly(2023, 7, 3), new TimeOnly(9, 0)));
        await site.Site.Play.It.Waker.WakeAsync(site.Site.Play.It.Cases.Ref(id).Dossier);
        var page = await site.GetAsync("m113", $"/cases/{id}/certificate");
        Assert.Contains("Không có xác nhận của địa bàn", page.Text, StringComparison.Ordinal);
        Assert.Contains("im lặng không được coi là đồng ý", page.Text, StringComparison.Ordinal);
    }
}
