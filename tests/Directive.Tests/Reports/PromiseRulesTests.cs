using Directives.Reports;

namespace Directives.Tests.Reports;

/// <summary>What the next report is asked about the promises of the last, and what it must say (R4).</summary>
public sealed class PromiseRulesTests
{
    private static readonly DateOnly Day = new(2023, 4, 20);

    [Fact]
    public void Each_line_is_a_promise_without_its_bullet_and_what_was_under_way_comes_first() => Assert.Equal(
        ["Sửa cầu", "Khám bệnh lưu động", "Gặp xã", "Tập huấn"],
        PromiseRules.Of(new ReportContent
        {
            LastPromises = [new("Sửa cầu", PromiseState.UnderWay), new("Xong rồi", PromiseState.Done), new("Thôi", PromiseState.Dropped, "hết tiền")],
            Promises = "- Khám bệnh lưu động\n\n\t• Gặp xã\n– Tập huấn\n- Gặp xã",
        }));

    [Fact]
    public void A_report_without_promises_asks_nothing() => Assert.Empty(PromiseRules.Of(new ReportContent { Promises = " \n - \n" }));

    [Fact]
    public void So_much_is_asked_and_no_more()
    {
        var asked = PromiseRules.Of(new ReportContent { Promises = string.Join('\n', Enumerable.Range(0, 99).Select(i => $"{i} {new string('a', 2_000)}")) });
        Assert.Equal(PromiseRules.Most, asked.Count);
        Assert.All(asked, p => Assert.Equal(PromiseRules.MostCharacters, p.Length));
    }

    [Fact]
    public void Each_is_marked_and_one_dropped_says_why()
    {
        var problems = Check(new("a", "", ""), new("b", "dropped", " "), new("c", "perhaps", ""), new(" ", "done", ""), new("e", "done", "x\u0007")).Problems;
        Assert.Equal(
            [
                ("lastPromises[0].state", "form.problem.promise-state"), ("lastPromises[1].because", "form.problem.promise-because"),
                ("lastPromises[2].state", "form.problem.promise-state"), ("lastPromises[3].promise", "form.problem.promise-needed"),
                ("lastPromises[4].because", "report.problem.control-character"),
            ],
            problems.Select(p => (p.Field, p.Message)));
    }

    [Fact]
    public void What_became_of_them_is_in_the_report() => Assert.Equal(
        [new LastPromise("a", PromiseState.Done), new LastPromise("b", PromiseState.Dropped, "bão"), new LastPromise("c", PromiseState.UnderWay, "quý 3")],
        Check(new("a", "done", ""), new("b", "dropped", " bão "), new("c", "under-way", "quý 3")).Content!.LastPromises!);

    [Fact]
    public void Every_field_is_in_one_part_and_what_no_part_names_is_for_the_province()
    {
        Assert.All(ReportFields.Texts, f => Assert.Single(ReportFields.Sections, s => s.Fields.Contains(f.Name)));
        foreach (var place in (string[])["visits", "visits[3].where", "whomMet", "lastPromises[0].state", "promises", "recommendations"])
            Assert.Equal(Audience.Place, ReportFields.AudienceOf(place));
        foreach (var province in (string[])["livingConditions", "commentsOnLocalWork", "feedback", "attachments", "anything"])
            Assert.Equal(Audience.Province, ReportFields.AudienceOf(province));
    }

    private static ReportVerdict Check(params PromiseRow[] rows) =>
        ReportRules.Check(new ReportForm { NoVisitBecause = "bão", LastPromises = rows }, Day, Day, Day);
}
