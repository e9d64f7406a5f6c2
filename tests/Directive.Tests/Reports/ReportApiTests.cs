using System.Net;
using System.Text;
using System.Text.Json;
using Directives.Tests.Web;

namespace Directives.Tests.Reports;

public sealed class ReportApiTests
{
    private const string Good =
        """{"visits":[{"date":"2023-04-04","where":"Thôn Cẩn Hậu"}],"whomMet":"Bí thư","livingConditions":"Ổn định"}""";

    [Fact]
    public async Task A_report_is_answered_with_its_receipt()
    {
        await using var site = await TestSite.StartAsync();
        var page = await PostAsync(site, Good);
        Assert.Equal(HttpStatusCode.Created, page.Status);
        var receipt = JsonDocument.Parse(page.Html).RootElement;
        Assert.Equal(SampleWorld.Receipt, receipt.GetProperty("receipt").GetString());
        Assert.Equal("2023-04-17T02:31:00+00:00", receipt.GetProperty("receivedAt").GetString());
        Assert.True(receipt.GetProperty("onTime").GetBoolean());
        Assert.Single(site.World.Filed);
    }

    [Theory]
    [InlineData("{}", "vi", "visits", "Ghi ít nhất một lần đi")]
    [InlineData("{}", "en-GB,vi;q=0.5", "visits", "Enter at least one visit")]
    [InlineData("""{"mood":"x"}""", "en", "mood", "no field named")]
    [InlineData(
        """{"visits":[{"date":"2023-01-01","where":"x"}],"whomMet":"x","livingConditions":"x"}""", "en", "visits[0].date", "outside the period")]
    [InlineData("""{"noVisitBecause":"a\u0000b"}""", "en", "noVisitBecause", "U+0000")]
    public async Task What_is_wrong_is_told_per_field_in_the_language_asked_for(string json, string language, string field, string text)
    {
        await using var site = await TestSite.StartAsync();
        var page = await PostAsync(site, json, language: language);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("application/problem+json", page.Header("Content-Type").Split(';')[0]);
        var problem = JsonDocument.Parse(page.Html).RootElement;
        Assert.Equal(422, problem.GetProperty("status").GetInt32());
        Assert.Contains(text, problem.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
        Assert.Empty(site.World.Filed);
    }

    [Theory]
    [InlineData("{", 400, "not valid JSON")]
    [InlineData("", 400, "not valid JSON")]
    [InlineData("[1]", 400, "must be a JSON object")]
    [InlineData("""{"whomMet":"\ud800"}""", 400, "not valid Unicode")]
    [InlineData("""{"visits":[[[[[[[[[1]]]]]]]]]}""", 400, "at most 8 levels")]
    public async Task What_is_no_report_at_all_is_refused(string json, int status, string text)
    {
        await using var site = await TestSite.StartAsync();
        var page = await PostAsync(site, json, language: "en");
        Assert.Equal(status, (int)page.Status);
        Assert.Contains(text, JsonDocument.Parse(page.Html).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_ten_thousand_deep_is_refused_calmly()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(site, new string('[', 10_000))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(site, string.Concat(Enumerable.Repeat("{\"visits\":", 10_000)))).Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? type)
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await PostAsync(site, Good, type: type)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_whether_it_says_its_length_or_not(bool says)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var body = Encoding.UTF8.GetBytes($$"""{"feedback":"{{new string('x', 1024 * 1024)}}"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reports/{SampleWorld.Key}")
        {
            Content = says ? new ByteArrayContent(body) : new StreamContent(new MemoryStream(body)),
        };
        request.Content.Headers.ContentType = new("application/json");
        if (!says) request.Headers.TransferEncodingChunked = true;
        var page = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Equal("application/problem+json", page.Header("Content-Type").Split(';')[0]);
    }

    [Theory]
    [InlineData(SampleWorld.ForgedKey, 404, null)]
    [InlineData(SampleWorld.ExpiredKey, 410, null)]
    [InlineData(SampleWorld.RevokedKey, 410, null)]
    [InlineData(SampleWorld.OverKey, 410, SampleWorld.Receipt)]
    public async Task A_key_that_opens_nothing_files_nothing(string key, int status, string? receipt)
    {
        await using var site = await TestSite.StartAsync();
        var page = await PostAsync(site, Good, key);
        Assert.Equal(status, (int)page.Status);
        var problem = JsonDocument.Parse(page.Html).RootElement;
        Assert.Contains("liên hệ Văn phòng Tỉnh ủy", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(receipt, problem.TryGetProperty("receipt", out var number) ? number.GetString() : null);
        Assert.Empty(site.World.Filed);
    }

    [Theory]
    [InlineData("GET", "/api/reports/x", 405)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("POST", "/api/reports", 404)]
    public async Task Other_refusals_are_problem_documents_too(string method, string path, int status)
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var page = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), ("Accept-Language", "en"));
        Assert.Equal(status, (int)page.Status);
        Assert.Equal(status, JsonDocument.Parse(page.Html).RootElement.GetProperty("status").GetInt32());
    }

    private static async Task<TestPage> PostAsync(
        TestSite site, string json, string key = SampleWorld.Key, string? type = "application/json", string language = "vi")
    {
        using var browser = site.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reports/{key}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)),
        };
        if (type is not null) request.Content.Headers.ContentType = new(type);
        return await browser.SendAsync(request, ("Accept-Language", language));
    }
}
