using System.Net;
using System.Net.Http.Headers;
using Directives.Calendars;
using Directives.Editions;
using Directives.Tests.Persons;
using Directives.Tests.Web;

namespace Directives.Tests.WhatIf;

/// <summary>The page that tries editions, and those that forecast letters, over a real installation.</summary>
public sealed class WhatIfPageTests
{
    private const string Path = "/rules/what-if";

    [Fact]
    public async Task A_candidate_of_the_form_is_compared_at_an_address_that_gives_the_same_again()
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        var page = await office.GetAsync(Path);
        Assert.Contains("Chưa có kỳ nào kết thúc", page.Text, StringComparison.Ordinal);

        var answer = await office.PostAsync(
            page, Path, ("c1-monitor", "Quarter"), ("c2-monitor-due", "10"), ("basis", "simulated"), ("from", "2023-01"), ("months", "12"), ("seed", "7"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var result = await office.GetAsync(answer.Location!);

        Assert.Equal(HttpStatusCode.OK, result.Status);
        Assert.Contains("seed=7", answer.Location, StringComparison.Ordinal);
        Assert.Contains("Số hạt giống: 7.", result.Text, StringComparison.Ordinal);
        Assert.Contains("Theo dõi: hằng quý, hạn 5 ngày làm việc", result.Text, StringComparison.OrdinalIgnoreCase);
        // Seven filled seats, twelve months; six of them quarterly.
        Assert.Equal(["84", "36", "84"], Cells(result, "Báo cáo phải nộp"));
        Assert.Contains("Mỗi báo cáo phải nộp ứng với một lượt đi cơ sở", result.Text, StringComparison.Ordinal);
        Assert.Equal(Figures(result), Figures(await office.GetAsync(answer.Location!)));
        Assert.NotEqual(Figures(result), Figures(await office.GetAsync(answer.Location!.Replace("seed=7", "seed=8", StringComparison.Ordinal))));

        var chart = System.Text.RegularExpressions.Regex.Match(result.Html, "src=\"([^\"]*chart.svg[^\"]*)\"").Groups[1].Value;
        var svg = await office.GetAsync(WebUtility.HtmlDecode(chart));
        Assert.Equal("image/svg+xml", svg.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Biểu đồ so sánh", svg.Html, StringComparison.Ordinal);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(result.Html) < 60 * 1024);
    }

    [Fact]
    public async Task Closed_cycles_are_replayed_unless_asked_otherwise()
    {
        await using var site = await RoleSite.StartAsync();
        await site.Play.RunToAsync(6, 20, 10);
        using var office = await site.BeAsync("office");

        var result = await office.GetAsync($"{Path}?c1-monitor-due=10");

        Assert.Contains("chạy lại các kỳ đã qua", result.Text, StringComparison.Ordinal);
        Assert.Contains("từ 01/04/2023 đến hết 30/04/2023", result.Text, StringComparison.Ordinal);
        Assert.Equal(["7", "7"], Cells(result, "Báo cáo phải nộp"));
        Assert.Equal(["5", "5"], Cells(result, "Không có báo cáo"));
    }

    [Fact]
    public async Task A_pasted_and_a_sent_edition_are_compared_and_stay_in_the_form()
    {
        await using var site = await RoleSite.StartAsync();
        using var admin = await site.BeAsync("admin1");
        var page = await admin.GetAsync(Path);
        var pasted = EditionFile.Write(TriedEditions.Monitors(r => r with { Cadence = Cadence.HalfYear }) with { Id = "pasted", InForceFrom = new DateOnly(2024, 1, 1) });
        var sent = EditionFile.Write(EditionFile.Sample with { Id = "sent" });
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Token), "__RequestVerificationToken" },
            { new StringContent(pasted), "text" },
            { new StringContent("simulated"), "basis" },
            { new StringContent("6"), "months" },
        };
        var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(sent));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        form.Add(file, "file", "sent.json");

        var result = await admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = form });

        Assert.Equal(HttpStatusCode.OK, result.Status);
        Assert.Equal(3, Cells(result, "Thư gửi đi").Count);
        Assert.Contains("pasted", result.Text, StringComparison.Ordinal);
        Assert.Equal(pasted, result.TextArea("text").ReplaceLineEndings("\n"));
        Assert.Contains("\"id\": \"sent\"", result.Text, StringComparison.Ordinal);

        // From here it leads to the administrators' form, filled.
        var proposal = await admin.PostAsync(result, $"{Path}/propose", ("edition", pasted));
        Assert.Equal(pasted, proposal.TextArea("edition").ReplaceLineEndings("\n"));
        Assert.Contains("action=\"/admin/editions\"", proposal.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text={", "Văn bản của phương án A không đúng")]
    [InlineData("c1-monitor=Weekly", "Weekly không phải là chu kỳ")]
    [InlineData("c1-monitor-due=0", "0 không phải là số từ 1 đến 250")]
    [InlineData("c1-monitor=Quarter&months=25", "25 không phải là số từ 1 đến 24")]
    [InlineData("c1-monitor=Quarter&basis=simulated&from=2023-13", "2023-13 không phải là tháng")]
    [InlineData("c1-monitor=Quarter&basis=simulated&on-time=90&late=20", "cộng lại phải bằng 100 %")]
    [InlineData("c1-monitor=Quarter&basis=simulated&on-time=x", "x không phải là tỷ lệ")]
    [InlineData("c1-monitor=Quarter&basis=past", "Chưa có kỳ nào kết thúc")]
    [InlineData("c1-monitor=Quarter&seed=abc", "abc không phải là số")]
    [InlineData("", "Chưa có phương án nào")]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays(string fields, string says)
    {
        await using var site = await RoleSite.StartAsync();
        using var office = await site.BeAsync("office");
        var typed = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => (f.Split('=')[0], f.Split('=')[1])).ToArray();

        var answer = await office.PostAsync(await office.GetAsync(Path), Path, typed);
        if (answer.Status == HttpStatusCode.SeeOther) answer = await office.GetAsync(answer.Location!);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
        foreach (var (name, value) in typed.Where(t => t.Item1 is not ("basis" or "text" or "c1-monitor"))) Assert.Contains(value, answer.Inputs(name));
        if (typed.Any(t => t.Item1 == "text")) Assert.Contains("This is not JSON", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_sees_their_own_letters_to_come_and_the_office_everybodys()
    {
        await using var site = await RoleSite.StartAsync();
        using var monitor = await site.BeAsync("m112");
        Assert.Contains("/me/forecast", (await monitor.GetAsync("/me")).Html, StringComparison.Ordinal);
        var own = await monitor.GetAsync("/me/forecast");
        Assert.Contains("10/05/2023", own.Text, StringComparison.Ordinal);
        Assert.Contains("10 ngày làm việc sau hạn", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nơi 113", own.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await monitor.GetAsync("/office/people/m113/forecast")).Status);

        using var office = await site.BeAsync("office");
        Assert.Contains("/office/people/m112/forecast", (await office.GetAsync("/office/people/m112")).Html, StringComparison.Ordinal);
        Assert.Contains("Nơi 112", (await office.GetAsync("/office/people/m112/forecast")).Text, StringComparison.Ordinal);
        var boss = await office.GetAsync("/office/people/boss/forecast");
        Assert.Contains("Về việc của người khác", boss.Text, StringComparison.Ordinal);
        Assert.Contains("Nơi 112", boss.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/office/people/boss/forecast?next")).Status);
    }

    private static string Figures(TestPage page) => string.Join('|', Measures.Select(m => string.Join(' ', Cells(page, m))));

    private static readonly string[] Measures = ["Báo cáo phải nộp", "Thư gửi đi", "Lần báo lên cấp trên", "Báo cáo muộn", "Không có báo cáo", "Số ngày đến khi biết khó khăn (lâu nhất)"];

    /// <summary>The values of a row of the comparison, without what is said below them.</summary>
    private static List<string> Cells(TestPage page, string measure)
    {
        var row = System.Text.RegularExpressions.Regex.Match(page.Html, $"<th scope=\"row\">{System.Text.RegularExpressions.Regex.Escape(measure)}</th>(.*?)</tr>", System.Text.RegularExpressions.RegexOptions.Singleline);
        return [.. System.Text.RegularExpressions.Regex.Matches(row.Groups[1].Value, "<td class=\"number\">\\s*([^<]*?)\\s*<").Select(m => m.Groups[1].Value)];
    }
}
