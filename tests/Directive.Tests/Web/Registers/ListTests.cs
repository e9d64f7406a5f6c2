using System.Globalization;
using System.Net;
using System.Text.Json;
using Directives.Register;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;

namespace Directives.Tests.Web.Registers;

/// <summary>Vacancies and work: who is missing, and who has how much (R1, R11).</summary>
public sealed class ListTests
{
    [Fact]
    public async Task Vacant_seats_are_listed_the_oldest_first_with_who_held_them_last_and_who_comes_next()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var browser = await site.BeAsync("recorder");
        var then = Rows(await browser.GetAsync("/api/register/vacancies?on=2022-10-01"), "seats");
        Assert.Equal(["12.in-charge", "112.monitor"], then.Select(r => r.GetProperty("seat").GetProperty("id").GetString()));
        Assert.Equal(("2022-07-01", 92, "nobody", "m112", "2023-01-01"), (
            then[1].GetProperty("since").GetString(), then[1].GetProperty("days").GetInt32(), then[1].GetProperty("last").GetProperty("id").GetString(),
            then[1].GetProperty("next").GetProperty("id").GetString(), then[1].GetProperty("nextFrom").GetString()));
        Assert.Equal(["Nơi 1", "Nơi 12"], then[1].GetProperty("above").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        var page = await browser.GetAsync("/register/vacancies?on=2022-10-01");
        Assert.Contains("2 vị trí trống vào ngày 01/10/2022", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/register/people/nobody?on=2022-10-01\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(["12.in-charge"], Rows(await browser.GetAsync("/api/register/vacancies"), "seats").Select(r => r.GetProperty("seat").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_vacant_seat_owes_nothing_in_a_cycle_that_opens_while_it_is_vacant()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var browser = await site.BeAsync("office");
        Assert.Equal(0, JsonDocument.Parse((await browser.GetAsync("/api/register/seats/12.in-charge")).Html).RootElement.GetProperty("owed").GetArrayLength());
        Assert.Contains("chưa có báo cáo nào phải nộp", (await browser.GetAsync("/register/seats/12.in-charge")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_comes_a_page_at_a_time()
    {
        var content = RoledProvince.Content();
        string[] more = [.. Enumerable.Range(0, 120).Select(i => $"13{i.ToString("000", CultureInfo.InvariantCulture)}")];
        content = content with
        {
            Places = [.. content.Places, new Place("13", "Nơi 13", "district", "district", "1", SmallProvince.Start), .. more.Select(c => new Place(c, $"Nơi {c}", "xã", "commune", "13", SmallProvince.Start))],
            Seats = [.. content.Seats, .. more.Select(c => new Seat(SmallProvince.Monitor(c), c, SeatRole.Monitor))],
        };
        await using var site = await RoleSite.StartAsync(content);
        using var browser = await site.BeAsync("office");
        var seen = new HashSet<string>();
        for (var page = 1; page <= 3; page++)
        {
            var answer = await browser.GetAsync($"/api/register/vacancies?page={page}");
            seen.UnionWith(Rows(answer, "seats").Select(r => r.GetProperty("seat").GetProperty("id").GetString()!));
            Assert.Equal(121, JsonDocument.Parse(answer.Html).RootElement.GetProperty("seats").GetProperty("total").GetInt32());
        }

        Assert.Equal(121, seen.Count);
        Assert.Contains("href=\"/register/vacancies?page=2\"", (await browser.GetAsync("/register/vacancies")).Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/register?at=13&amp;page=2\"", (await browser.GetAsync("/register?at=13")).Html, StringComparison.Ordinal);
        // What lies behind the last page is the last page.
        Assert.Contains("Nơi 13119", (await browser.GetAsync("/register?at=13&page=999999")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_is_counted_for_officials_and_for_bodies()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        await MatrixCases.RaiseAsync(site.Play.It);
        using var browser = await site.BeAsync("office");
        // m112 owes the report of 112 and the answer to a case that is decided; the chief the result of the department's, by 30 June.
        Assert.Equal((1, 1, 0, 1, 2), Work(await browser.GetAsync("/api/register/workload"), "person", "m112"));
        Assert.Equal((0, 0, 0, 1, 0), Work(await browser.GetAsync("/api/register/workload"), "person", "chief"));
        Assert.Equal((2, 1, 0, 2, 2), Work(await browser.GetAsync("/api/register/workload?by=bodies"), "body", "health"));
        await site.Play.RunToAsync(5, 16, 12);
        var late = Work(await browser.GetAsync("/api/register/workload?sort=Overdue"), "person", "m112");
        Assert.Equal((1, 1, 2), (late.Posts, late.Open, late.Overdue));
    }

    [Fact]
    public async Task Who_has_none_and_who_has_more_than_so_many_can_be_asked()
    {
        var content = RoledProvince.Content();
        content = content with { Posts = [.. content.Posts, new Post("12.in-charge", "m121", SmallProvince.Start)] };
        await using var site = await RoleSite.StartAsync(content);
        using var browser = await site.BeAsync("member");
        Assert.Equal(["m121"], Ids(await browser.GetAsync("/api/register/workload?show=Over&over=1")));
        var none = Ids(await browser.GetAsync("/api/register/workload?show=None"));
        Assert.Contains("nobody", none);
        Assert.DoesNotContain("m121", none);
        Assert.Contains("m112", Ids(await browser.GetAsync("/api/register/workload")));
        var page = await browser.GetAsync("/register/workload?show=Over&over=1&sort=Posts");
        Assert.Contains("href=\"/register/workload?sort=Overdue&amp;show=Over&amp;over=1\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Chức danh m121", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chức danh m112", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_of_recommendations_are_counted_for_whoever_may_see_all_of_them()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var member = await site.BeAsync("member");
        using var administrator = await site.BeAsync("admin2");
        Assert.Equal((1, 1, 0, 1, 2), Work(await member.GetAsync("/api/register/workload"), "person", "m112"));
        Assert.Equal((1, 1, 0, -1, 1), Work(await administrator.GetAsync("/api/register/workload"), "person", "m112"));
        Assert.Contains("Việc kiến nghị", (await member.GetAsync("/register/workload")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Việc kiến nghị", (await administrator.GetAsync("/register/workload")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sort=Nothing", "sort", "“Nothing” không có trong các lựa chọn")]
    [InlineData("show=all", "show", "“all” không có trong các lựa chọn")]
    [InlineData("over=-1", "over", "“-1” không phải là số phân công")]
    public async Task What_is_no_choice_is_told(string query, string field, string says)
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("office");
        var page = await browser.GetAsync($"/register/workload?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        var api = await browser.GetAsync($"/api/register/workload?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        Assert.True(JsonDocument.Parse(api.Html).RootElement.GetProperty("errors").TryGetProperty(field, out _));
    }

    private static List<JsonElement> Rows(TestPage page, string list = "rows") =>
        [.. JsonDocument.Parse(page.Html).RootElement.GetProperty(list).GetProperty("rows").EnumerateArray()];

    private static List<string?> Ids(TestPage page) => [.. Rows(page).Select(r => r.GetProperty("person").GetProperty("id").GetString())];

    private static (int Posts, int Open, int Overdue, int Cases, int Soon) Work(TestPage page, string kind, string id)
    {
        var row = Rows(page).Single(r => r.GetProperty(kind) is { ValueKind: JsonValueKind.Object } one && one.GetProperty("id").GetString() == id);
        return (row.GetProperty("posts").GetInt32(), row.GetProperty("open").GetInt32(), row.GetProperty("overdue").GetInt32(),
            row.GetProperty("cases") is { ValueKind: JsonValueKind.Number } cases ? cases.GetInt32() : -1, row.GetProperty("soon").GetInt32());
    }
}
