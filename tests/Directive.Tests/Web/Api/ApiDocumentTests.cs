using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Directives.Access;
using Directives.Reports;
using Directives.Tests.Persons;
using Directives.Tests.Web.Registers;
using Microsoft.AspNetCore.Routing;

namespace Directives.Tests.Web.Api;

/// <summary>The API is described whole, and answers as it is described.</summary>
public sealed partial class ApiDocumentTests
{
    private const string Report = """
        {"visits":[{"date":"2023-04-20","where":"Thôn 1"}],"whomMet":"Trưởng thôn","livingConditions":"Ổn định","cases":[{"kind":"difficulty","text":"Thiếu nước.","urgent":null}]}
        """;

    // An address of each pattern that answers; whoever adds one to the API names it here.
    private static readonly string[] Answering =
    [
        "/api/openapi.json", "/api/register", "/api/register?q=112", "/api/register?at=11&on=2022-03-01", "/api/register/places/112", "/api/register/places/113?figures=as-it-is",
        "/api/register/places/1", "/api/register/seats/112.monitor", "/api/register/seats/12.in-charge", "/api/register/people/m112", "/api/register/people/office", "/api/register/people/chief",
        "/api/register/vacancies", "/api/register/vacancies?on=2022-10-01", "/api/register/workload", "/api/register/workload?by=bodies&show=All",
    ];

    [Fact]
    public async Task Every_endpoint_of_the_API_is_described_with_its_answers_and_whom_it_is_for()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        var schemas = await SchemasAsync(site);
        var endpoints = Endpoints(site).ToList();
        Assert.True(endpoints.Count >= 8);
        foreach (var (method, path, who) in endpoints)
        {
            Assert.True(schemas.Operation(method, path) is not null, $"{method} {path} is not described.");
            var operation = schemas.Operation(method, path)!;
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["summary"]), $"{method} {path} says nothing.");
            Assert.Equal($"For: {who}.", (string?)operation["description"]);
            Assert.Equal((who & (Who.Anyone | Who.KeyHolder | Who.MailProvider)) == 0, operation.ContainsKey("security"));
            var answers = operation["responses"]!.AsObject();
            Assert.Contains(answers, a => a.Key is "200" or "201" or "202" or "204");
            Assert.Contains("429", answers.Select(a => a.Key));
            Assert.All(answers, a => Assert.True(a.Value!["content"]!.AsObject().All(c => c.Value!["schema"] is not null), $"{method} {path} {a.Key}"));
        }
    }

    [Fact]
    public async Task Every_answer_in_JSON_is_as_it_is_described()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        await MatrixCases.RaiseAsync(site.Play.It);
        await site.Play.RunToAsync(6, 20, 0);
        var schemas = await SchemasAsync(site);
        foreach (var who in (string[])["office", "admin2", "member"])
        {
            using var browser = await site.BeAsync(who);
            var left = Endpoints(site).Where(e => e.Method == "GET").Select(e => e.Path).ToHashSet();
            foreach (var address in Answering)
            {
                var path = PatternOf(site, address.Split('?')[0]);
                left.Remove(path);
                var page = await browser.GetAsync(address);
                Assert.Equal(HttpStatusCode.OK, page.Status);
                Assert.Empty(await schemas.FaultsAsync("GET", path, 200, "application/json", page.Html));
            }

            Assert.Empty(left);
        }
    }

    [Fact]
    public async Task Refusals_are_problem_documents_as_described()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        var schemas = await SchemasAsync(site);
        using var office = await site.BeAsync("office");
        using var stranger = site.Site.Browser();
        foreach (var address in Answering.Where(a => a.StartsWith("/api/register", StringComparison.Ordinal) && !a.Contains('?', StringComparison.Ordinal)))
        {
            var path = PatternOf(site, address);
            var never = path.Contains('{', StringComparison.Ordinal) ? await office.GetAsync(PlaceholderPattern().Replace(path, "none")) : null;
            foreach (var page in (TestPage?[])[await stranger.GetAsync(address), never, path.EndsWith("workload", StringComparison.Ordinal) ? null : await office.GetAsync($"{address}?on=x")])
            {
                if (page is null) continue;
                Assert.Contains((int)page.Status, (int[])[403, 404, 422]);
                Assert.Equal("application/problem+json", page.Answer.Content.Headers.ContentType!.MediaType);
                Assert.Empty(await schemas.FaultsAsync("GET", path, (int)page.Status, "application/problem+json", page.Html));
            }
        }
    }

    [Fact]
    public async Task A_report_is_sent_received_and_refused_as_described()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        var schemas = await SchemasAsync(site);
        const string Path = "/api/reports/{key}";
        Assert.Empty(await schemas.BodyFaultsAsync("POST", Path, Report));
        Assert.NotEmpty(await schemas.BodyFaultsAsync("POST", Path, """{"whoMet":"x"}"""));
        var key = await site.KeyAsync("112");
        foreach (var (body, status) in ((string, int)[])[("""{"visits":[]}""", 422), ("[", 400), (Report, 201)])
        {
            var page = await PostAsync(site, $"/api/reports/{key}", body);
            Assert.Equal(status, (int)page.Status);
            Assert.Empty(await schemas.FaultsAsync("POST", Path, status, page.Answer.Content.Headers.ContentType!.MediaType!, page.Html));
        }
    }

    [Fact]
    public void The_described_report_has_the_properties_that_are_read()
    {
        string[] read = [.. ReportFields.Texts.Select(f => f.Name), ReportFields.Visits, ReportFields.NoVisitBecause, ReportFields.LastPromises, ReportFields.Cases, ReportJson.Amends];
        Assert.Equal(read.Order(StringComparer.Ordinal), typeof(ReportBody).GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_is_not_as_described_is_found()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        var schemas = await SchemasAsync(site);
        using var browser = await site.BeAsync("office");
        var seat = JsonNode.Parse((await browser.GetAsync("/api/register/seats/112.monitor")).Html)!.AsObject();
        foreach (var spoil in (Action<JsonObject>[])
        [
            s => s.Remove("seat"), s => s["seat"] = null, s => s["on"] = "yesterday", s => s["more"] = 1, s => s["seat"]!["role"] = "Boss", s => s["counts"]!["late"] = "one",
            s => s["owed"]![0]!["due"] = 5,
        ])
        {
            var spoilt = seat.DeepClone().AsObject();
            spoil(spoilt);
            Assert.NotEmpty(await schemas.FaultsAsync("GET", "/api/register/seats/{seat}", 200, "application/json", spoilt.ToJsonString()));
        }
    }

    private static async Task<ApiSchemas> SchemasAsync(RoleSite site)
    {
        using var stranger = site.Site.Browser();
        var page = await stranger.GetAsync("/api/openapi.json");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("3.1", ((string)JsonNode.Parse(page.Html)!["openapi"]!)[..3]);
        return ApiSchemas.Of(page.Html);
    }

    private static IEnumerable<(string Method, string Path, Who Who)> Endpoints(RoleSite site) =>
        from endpoint in site.Site.Endpoints.OfType<RouteEndpoint>()
        let path = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}"
        where path.StartsWith("/api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            // The description leaves out what kind of value a gap takes.
        select (method, Constraint().Replace(path, "}"), endpoint.Metadata.GetMetadata<Admits>()!.Who);

    private static string PatternOf(RoleSite site, string path) => Endpoints(site).Select(e => e.Path).Distinct()
        .OrderBy(p => p.Count(c => c == '{')).First(p => Regex.IsMatch(path, $"^{PlaceholderPattern().Replace(p, "[^/]+")}$"));

    private static async Task<TestPage> PostAsync(RoleSite site, string path, string body)
    {
        using var browser = site.Site.Browser();
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex Constraint();
}
