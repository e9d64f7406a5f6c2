using Directives.Language;
using Directives.Reports;

namespace Directives.Tests.Reports;

public sealed class ReportRulesTests
{
    private static readonly DateOnly From = new(2023, 3, 15);
    private static readonly DateOnly To = new(2023, 4, 14);
    private static readonly DateOnly Today = new(2023, 4, 10);

    public static readonly ReportForm Good = new()
    {
        Visits = [new("2023-04-04", "Thôn Cẩn Hậu")],
        Texts = new Dictionary<string, string> { ["whomMet"] = "Bí thư Đảng ủy xã", ["livingConditions"] = "Ổn định" },
    };

    [Fact]
    public void A_report_with_a_visit_whom_met_and_living_conditions_is_good()
    {
        var content = Check(Good).Content!;
        Assert.Equal([new Visit(new(2023, 4, 4), "Thôn Cẩn Hậu")], content.Visits);
        Assert.Null(content.NoVisitBecause);
        Assert.Equal("Ổn định", content.LivingConditions);
        Assert.Equal("", content.Feedback);
    }

    [Fact]
    public void A_report_without_a_visit_needs_only_the_reason()
    {
        var content = Check(new ReportForm { Visits = [VisitRow.Blank, new("  ", "\t")], NoVisitBecause = "Đi công tác" }).Content!;
        Assert.Empty(content.Visits);
        Assert.Equal("Đi công tác", content.NoVisitBecause);
    }

    [Fact]
    public void With_every_field_empty_it_says_what_is_needed() =>
        Assert.Equal([("visits", "report.problem.visits-needed")], Problems(new ReportForm()));

    [Fact]
    public void A_visit_needs_whom_met_and_living_conditions() => Assert.Equal(
        [("whomMet", "report.problem.whom-met-needed"), ("livingConditions", "report.problem.living-conditions-needed")],
        Problems(Good with { Texts = new Dictionary<string, string> { ["livingConditions"] = " \r\n " } }));

    [Fact]
    public void Visits_and_a_reason_for_none_contradict_each_other() =>
        Assert.Equal([("noVisitBecause", "report.problem.visits-and-reason")], Problems(Good with { NoVisitBecause = "Ốm" }));

    [Theory]
    [InlineData("2023-03-14", "date-outside")]
    [InlineData("2023-04-15", "date-outside")]
    [InlineData("2023-04-11", "date-future")]
    [InlineData("31/02/2023", "date-unreadable")]
    [InlineData("hôm qua", "date-unreadable")]
    [InlineData("04/13/2023", "date-unreadable")]
    [InlineData("2023-04-04T00:00", "date-unreadable")]
    [InlineData("", "date-needed")]
    public void A_bad_date_is_told_at_its_line(string date, string message) => Assert.Equal(
        [("visits[1].date", $"report.problem.{message}")],
        Problems(Good with { Visits = [.. Good.Visits, new(date, "Thôn Phú Trị")] }));

    [Theory]
    [InlineData("2023-03-15")]
    [InlineData("2023-04-10")]
    [InlineData("10/04/2023")]
    [InlineData("1/4/2023")]
    [InlineData(" 01/4/2023 ")]
    public void A_day_of_the_period_up_to_today_is_good_however_it_is_written(string date) =>
        Assert.NotNull(Check(Good with { Visits = [new(date, "Thôn Cẩn Hậu")] }).Content);

    [Fact]
    public void A_date_without_a_place_is_told_at_its_line_even_after_blank_lines() => Assert.Equal(
        [("visits[2].where", "report.problem.where-needed")],
        Problems(Good with { Visits = [.. Good.Visits, VisitRow.Blank, new("2023-04-05", " ")] }));

    [Fact]
    public void Text_over_the_limit_is_refused_with_limit_and_length()
    {
        var problem = Assert.Single(Check(With("feedback", new string('ă', 30_001))).Problems);
        Assert.Equal("Mục này dài 30001 ký tự; nhiều nhất 30000. Xin rút ngắn.", problem.In(Texts.Vietnamese));
        Assert.NotNull(Check(With("feedback", new string('ă', 30_000))).Content);
    }

    [Theory]
    [InlineData("a\u0000b", "U+0000", 2)]
    [InlineData("\u001b[31m", "U+001B", 1)]
    [InlineData("dòng một\u0008dòng hai", "U+0008", 9)]
    [InlineData("x\u0086", "U+0086", 2)]
    [InlineData("x\u007f", "U+007F", 2)]
    [InlineData("x\ufffe", "U+FFFE", 2)]
    public void Control_characters_are_named_with_their_position(string text, string name, int position)
    {
        var problem = Assert.Single(Check(With("difficulties", text)).Problems);
        Assert.Equal(("difficulties", "report.problem.control-character"), (problem.Field, problem.Message));
        Assert.Equal([name, position], problem.Arguments);
    }

    [Fact]
    public void Text_of_a_word_processor_keeps_its_lines_quotes_and_bullets_and_its_markup_stays_text()
    {
        var pasted = "“Đời sống”\u000b• ổn định\u2028\u2013 yên tâm\u2029<p class=\"MsoNormal\" onclick=\"x()\">…</p><!--[if mso]><script>x</script><![endif]-->";
        Assert.Equal(
            "“Đời sống”\n• ổn định\n\u2013 yên tâm\n<p class=\"MsoNormal\" onclick=\"x()\">…</p><!--[if mso]><script>x</script><![endif]-->",
            Check(With("difficulties", pasted)).Content!.Difficulties);
    }

    [Fact]
    public void Half_a_character_is_refused_like_a_control_character() =>
        Assert.Equal(["U+D800", 2], Assert.Single(Check(With("difficulties", "x\ud800y")).Problems).Arguments);

    [Fact]
    public void Control_characters_in_a_place_are_found_too() => Assert.Equal(
        [("visits[0].where", "report.problem.control-character")], Problems(Good with { Visits = [new("2023-04-04", "Thôn\u0007")] }));

    [Fact]
    public void Text_is_composed_and_its_lines_end_alike()
    {
        var content = Check(With("feedback", "\r\n  Đường hu\u031b ho\u0309ng\r\nlầy lội\rbụi\n")).Content!;
        Assert.Equal("Đường hư hỏng\nlầy lội\nbụi", content.Feedback);
    }

    [Fact]
    public void Markup_and_emoji_are_text_like_any_other() =>
        Assert.Equal("<b onclick=alert(1)>& 😀</b>", Check(With("feedback", "<b onclick=alert(1)>& 😀</b>")).Content!.Feedback);

    [Fact]
    public void Too_many_visits_are_refused_whole()
    {
        var rows = Enumerable.Repeat(new VisitRow("2023-04-04", "Thôn"), ReportRules.MostVisits + 1).ToList();
        Assert.Equal([("visits", "report.problem.too-many-visits")], Problems(Good with { Visits = rows }));
    }

    [Fact]
    public void All_problems_are_told_at_once_in_the_order_of_the_form() => Assert.Equal(
        ["visits[0].date", "visits[0].where", "noVisitBecause", "whomMet", "livingConditions"],
        Problems(new ReportForm { Visits = [new("2023-01-01", new string('x', 501))], NoVisitBecause = "Ốm" }).Select(p => p.Field));

    [Fact]
    public void Content_from_elsewhere_is_judged_alike_and_comes_out_as_it_went_in()
    {
        var content = Web.SampleWorld.Content;
        var again = ReportRules.Check(content, From, To, new(2023, 4, 14)).Content!;
        Assert.Equal(content.Visits, again.Visits);
        Assert.Equal(content with { Visits = [] }, again with { Visits = [] });
        Assert.NotEmpty(ReportRules.Check(content, From, To, Today).Problems);
    }

    [Fact]
    public void Every_problem_reads_well_in_both_languages()
    {
        var problems = Check(new ReportForm { Visits = [new("x", ""), new("", "y"), new("2023-04-12", "z")], NoVisitBecause = "\u0001" }).Problems;
        Assert.All(problems, p => Assert.All(Texts.All, t => Assert.DoesNotContain("{", p.In(t), StringComparison.Ordinal)));
    }

    private static ReportForm With(string field, string text) =>
        Good with { Texts = new Dictionary<string, string>(Good.Texts) { [field] = text } };

    private static ReportVerdict Check(ReportForm form) => ReportRules.Check(form, From, To, Today);

    private static IEnumerable<(string Field, string Message)> Problems(ReportForm form)
    {
        var verdict = Check(form);
        Assert.Null(verdict.Content);
        return verdict.Problems.Select(p => (p.Field, p.Message));
    }
}
