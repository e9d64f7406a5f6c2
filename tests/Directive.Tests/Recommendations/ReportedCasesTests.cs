using System.Net;
using System.Text;
using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Reports;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Tests.Reports;

namespace Directives.Tests.Recommendations;

/// <summary>Recommendations in a report (R5): each a case once, however often the report is sent, amended, or the process killed.</summary>
public sealed class ReportedCasesTests
{
    private static readonly RecommendedCase Bridge = new(CaseKind.Difficulty, "Cầu vào thôn yếu.", "Sắp đến mùa lũ.");
    private static readonly RecommendedCase School = new(CaseKind.Proposal, "Xây thêm phòng học.");
    private static readonly RecommendedCase Water = new(CaseKind.Feedback, "Dân hỏi lịch cấp nước.", Answer: "Cấp hai ngày một lần.");

    [Fact]
    public async Task What_a_report_recommends_is_raised_for_its_seat_and_place_and_names_its_receipt()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        var filed = Assert.IsType<FilingResult.Accepted>(await FileAsync(play.It, null, Bridge, Water));
        await play.RunToAsync(5, 8, 11);

        var cases = await CasesAsync(play.It);
        Assert.Equal(["Cầu vào thôn yếu.", "Dân hỏi lịch cấp nước."], cases.Select(c => c.Text).Order(StringComparer.Ordinal));
        Assert.All(cases, c => Assert.Equal(("112", "112.monitor", "m112", filed.Receipt), (c.Place, c.Seat, c.By, c.Report)));
        Assert.Equal("Sắp đến mùa lũ.", cases.Single(c => c.Text == Bridge.Text).Urgent);
        Assert.Equal("Cấp hai ngày một lần.", cases.Single(c => c.Text == Water.Text).SpotAnswer);
        Assert.Null((await play.OwedAsync("112")).Raising);
        Assert.Single(await play.It.OwedCases.ListAsync(Party.Office, 10) is var (owed, _) ? owed : []);
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task An_amended_report_neither_raises_the_same_twice_nor_takes_one_back()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        await FileAsync(play.It, null, Bridge, Water);
        await play.RunToAsync(5, 8, 11);
        Assert.Equal(2, Assert.IsType<FilingResult.Accepted>(await FileAsync(play.It, 1, School, Water with { Urgent = "Nắng hạn." })).Version);
        // Sent again, it is the same version.
        Assert.Equal(2, Assert.IsType<FilingResult.Accepted>(await FileAsync(play.It, 1, School, Water)).Version);
        await play.RunToAsync(5, 8, 12);

        var report = (await play.It.Reports.FindAsync(MonthScript.SheetOf("112"), "112.monitor", 2))!;
        Assert.Equal([Bridge, Water, School], report.Content.Cases!);
        Assert.Equal(3, (await CasesAsync(play.It)).Count);
        Assert.All(await CasesAsync(play.It), c => Assert.DoesNotContain("112.monitor", c.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CrashPoint.Before)]
    [InlineData(CrashPoint.After)]
    public async Task Killed_at_any_write_no_recommendation_is_lost_and_none_is_raised_twice(CrashPoint point)
    {
        IReadOnlyList<MonthStep> steps =
        [
            new(SmallProvince.Begin, it => it.BeginAsync(new DateOnly(2023, 4, 3))),
            new(MonthScript.Local(5, 8, 9), it => FileAsync(it, null, Bridge, Water)),
            new(MonthScript.Local(5, 8, 11), it => FileAsync(it, 1, School)),
            // A letter whose lease was lost waits an hour for the provider's word.
            new(MonthScript.Local(5, 8, 15), _ => Task.CompletedTask),
        ];
        var calm = await CrashedMonth.KilledAtAnyOneWriteAsync((crashes, at) => CrashedMonth.PlayAsync(crashes, at, steps), point);
        Assert.Equal(3, calm.State.Split('\n').Count(l => l.StartsWith("case ", StringComparison.Ordinal)));
        Assert.True(calm.Commits > 20);
    }

    [Fact]
    public void A_line_needs_a_kind_and_words_and_a_violation_is_sent_the_confidential_way()
    {
        static IEnumerable<string> Problems(params CaseRow[] rows) => ReportRules.Check(
            new ReportForm { NoVisitBecause = "bão", Cases = rows }, new(2023, 4, 1), new(2023, 4, 30), new(2023, 5, 8)).Problems.Select(p => $"{p.Field} {p.Message.Split('.')[^1]}");

        Assert.Empty(Problems(CaseRow.Blank, new("proposal", "Xây trường", "", ""), CaseRow.Blank));
        Assert.Equal(["cases[1].text text-needed", "cases[1].kind kind-needed"], Problems(CaseRow.Blank, new("", "", "gấp", "")));
        Assert.Equal(["cases[0].kind violation"], Problems(new CaseRow("violation", "Cán bộ vi phạm", "", "")));
        Assert.Equal(["cases[0].text too-long"], Problems(new CaseRow("proposal", new string('a', 4001), "", "")));
        Assert.Equal(["cases too-many"], Problems([.. Enumerable.Range(0, 21).Select(i => new CaseRow("proposal", $"{i}", "", ""))]));
    }

    [Fact]
    public void The_same_words_twice_are_one_recommendation_and_a_report_without_any_reads_as_before()
    {
        static ReportContent Content(params CaseRow[] rows) => ReportRules.Check(
            new ReportForm { NoVisitBecause = "bão", Cases = rows }, new(2023, 4, 1), new(2023, 4, 30), new(2023, 5, 8)).Content!;

        Assert.Single(Content(new("proposal", "Xây trường", "", ""), new("proposal", " Xây trường ", "", "")).Cases!);
        Assert.Null(Content().Cases);
        Assert.DoesNotContain("cases", Encoding.UTF8.GetString(Directives.Tables.Stored.Bytes(Content())), StringComparison.Ordinal);
    }

    [Fact]
    public void The_api_takes_the_same_lines()
    {
        var read = ReportJson.Read(Encoding.UTF8.GetBytes("""{"noVisitBecause":"bão","cases":[{"kind":"conflict","text":"Tranh chấp đất.","urgent":null,"answer":"Đã hòa giải."},{"what":1}]}"""));
        Assert.Equal(new CaseRow("conflict", "Tranh chấp đất.", "", "Đã hòa giải."), read.Form.Cases[0]);
        Assert.Equal(["cases[1].what"], read.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task The_form_offers_lines_without_script_keeps_them_and_shows_what_was_filed_as_fixed()
    {
        await using var site = await FormSite.StartAsync();
        using var browser = await site.OpenAsync();
        (string, string)[] typed = [("noVisitBecause", "bão"), ("cases[0].kind", "difficulty"), ("cases[0].text", "Cầu yếu."), ("cases[0].urgent", "Lũ."), ("cases[0].answer", "")];
        var more = await FormSite.SendAsync(browser, await browser.GetAsync("/report"), "case-rows", typed);
        Assert.Equal("Cầu yếu.", more.TextArea("cases[0].text").Trim());
        Assert.Contains("id=\"cases[1].text\"", more.Html, StringComparison.Ordinal);
        Assert.Contains("/confidential/raise", more.Html, StringComparison.Ordinal);

        await FormSite.SendAsync(browser, more, "draft", typed);
        var draft = await browser.GetAsync("/report");
        Assert.Equal("Cầu yếu.", draft.TextArea("cases[0].text").Trim());
        var refused = await FormSite.SendAsync(browser, draft, "file", [.. typed, ("cases[1].text", "Thiếu loại"), ("cases[1].kind", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("href=\"#cases[1].kind\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await FormSite.SendAsync(browser, refused, "file", typed)).Status);

        Assert.Contains("Cầu yếu.\nGấp, vì: Lũ.", WebUtility.HtmlDecode((await browser.GetAsync("/report")).Html), StringComparison.Ordinal);
        var amend = await browser.GetAsync("/report?amend");
        Assert.Contains("type=\"hidden\" name=\"cases[0].text\"", amend.Html, StringComparison.Ordinal);
        Assert.Contains("đang được theo dõi", amend.Text, StringComparison.Ordinal);
        await site.Play.RunToAsync(5, 8, 11);
        Assert.Single(await CasesAsync(site.Play.It));
    }

    private static Task<FilingResult> FileAsync(Installation it, int? amends, params RecommendedCase[] cases) => it.Reports.FileAsync(
        MonthScript.SheetOf("112"), SmallProvince.Monitor("112"), new Actor("m112"), new ReportContent { NoVisitBecause = "bão", Cases = cases }, amends: amends);

    private static async Task<IReadOnlyList<(string Id, string Text, string Place, string Seat, string By, string? Report, string? Urgent, string? SpotAnswer)>> CasesAsync(Installation it)
    {
        var found = new List<(string, string, string, string, string, string?, string?, string?)>();
        foreach (var listed in await it.CaseList.SaidSinceAsync(DateOnly.MinValue))
        {
            if (await it.Cases.FindAsync(listed.Id) is not { Events: [Raised raised, ..] }) continue;
            found.Add((listed.Id, raised.Text, raised.Place, raised.Seat, raised.By, raised.Report, raised.Urgent, raised.SpotAnswer));
        }

        return found;
    }
}
