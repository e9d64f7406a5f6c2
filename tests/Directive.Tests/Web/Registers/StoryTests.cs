using System.Net;
using System.Text.Json;
using Directives.Register;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;

namespace Directives.Tests.Web.Registers;

/// <summary>Places, seats and people with their whole story, as far as each reader may see it (R1, R7, R12).</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task A_place_tells_its_names_its_seats_its_bodies_and_what_is_owed()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var browser = await site.BeAsync("office");
        var place = await browser.GetAsync("/register/places/112");
        foreach (var said in (string[])["Xã Cũ", "từ ngày 29/04/2021 đến hết ngày 31/12/2022", "Chức danh nobody", "từ ngày 29/04/2021 đến hết ngày 30/06/2022", "Đảng ủy xã Đập Đá", "10/05/2023"])
            Assert.Contains(said, place.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{RoleSite.Seat("/office/cycles", "112")}\"", place.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/cases/{RoleSite.Case}\"", place.Html, StringComparison.Ordinal);
        var other = await browser.GetAsync("/register/places/113");
        Assert.Contains($"href=\"{RoleSite.Seat("/office/cycles", "113", "/report/1")}\"", other.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/cases/{RoleSite.Case}", other.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("office", true, true)]
    [InlineData("recorder", false, true)]
    [InlineData("member", false, true)]
    [InlineData("admin2", false, false)]
    public async Task Links_to_reports_and_cases_are_there_for_whoever_may_open_them_and_open(string who, bool reports, bool cases)
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        await MatrixCases.RaiseAsync(site.Play.It);
        using var browser = await site.BeAsync(who);
        foreach (var path in (string[])["/register/places/113", "/register/seats/113.monitor", "/register/people/m113"])
        {
            using var json = JsonDocument.Parse((await browser.GetAsync($"/api{path}")).Html);
            var page = await browser.GetAsync(path);
            Assert.Equal(reports, page.Html.Contains("/office/cycles/", StringComparison.Ordinal));
            Assert.Equal(reports, json.RootElement.GetRawText().Contains("/office/cycles/", StringComparison.Ordinal));
            if (path.Contains("seats", StringComparison.Ordinal)) continue;
            Assert.Equal(cases, json.RootElement.GetProperty("cases").ValueKind == JsonValueKind.Array);
            Assert.Equal(cases && path.Contains("places", StringComparison.Ordinal), page.Html.Contains("/cases/case113", StringComparison.Ordinal));
        }

        var chief = await browser.GetAsync("/register/people/chief");
        // The department that chief leads owes the result.
        Assert.Equal(cases, chief.Html.Contains("/cases/case113", StringComparison.Ordinal));
        foreach (var (path, open) in ((string, bool)[])[(RoleSite.Seat("/office/cycles", "113", "/report/1"), reports), ("/cases/case113", cases)])
            Assert.Equal(open, (await browser.GetAsync(path)).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_office_reads_all_acts_and_others_when_reports_came()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        await site.Play.It.Rounds.SendBackAsync(MonthScript.SheetOf("113"), "113.monitor", MonthScript.Office, "không gặp ai", new DateOnly(2023, 5, 18));
        using var office = await site.BeAsync("office");
        using var member = await site.BeAsync("member");
        Assert.Contains("không gặp ai", (await office.GetAsync("/register/places/113")).Text, StringComparison.Ordinal);
        var page = await member.GetAsync("/register/places/113");
        Assert.DoesNotContain("không gặp ai", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chức danh m113", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("không gặp ai", (await member.GetAsync("/api/register/places/113")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_tells_who_held_it_and_how_each_cycle_went()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        await site.Play.RunToAsync(6, 20, 0);
        using var browser = await site.BeAsync("member");
        var (missed, filed) = (await browser.GetAsync("/register/seats/112.monitor"), await browser.GetAsync("/register/seats/113.monitor"));
        Assert.Contains("<span class=\"dot Missed\"></span>", missed.Html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"dot OnTime\"></span>", filed.Html, StringComparison.Ordinal);
        Assert.Contains("Chức danh nobody", missed.Text, StringComparison.Ordinal);
        var vacant = await browser.GetAsync("/register/seats/112.monitor?on=2022-10-01");
        Assert.Contains("chưa phân công, từ ngày 01/07/2022", vacant.Text, StringComparison.Ordinal);
        Assert.Contains("Xã Cũ", vacant.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_counted_for_what_was_theirs_when_it_ended()
    {
        var content = StoriedProvince.Content();
        // The last day is 31 May: m112 hands over the day after, and was still the one who owed.
        var seat = SmallProvince.Monitor("112");
        content = content with
        {
            Posts = [.. content.Posts.Select(p => p.Official == "m112" ? p with { To = new DateOnly(2023, 5, 31) } : p), new Post(seat, "nobody", new DateOnly(2023, 6, 1))],
        };
        await using var site = await RoleSite.StartAsync(content);
        await site.Play.RunToAsync(6, 20, 0);
        using var browser = await site.BeAsync("recorder");
        Assert.Equal(1, Missed(await browser.GetAsync("/api/register/people/m112")));
        Assert.Equal(0, Missed(await browser.GetAsync("/api/register/people/nobody")));

        static int Missed(TestPage page) =>
            JsonDocument.Parse(page.Html).RootElement.GetProperty("tallies").EnumerateArray().Sum(t => t.GetProperty("counts").GetProperty("missed").GetInt32());
    }

    [Fact]
    public async Task Figures_are_of_the_place_as_it_was_or_as_it_is_with_those_it_was_made_of()
    {
        // After the cycle has closed, 113 takes 112 in, which goes on under another's name and code.
        var merged = new DateOnly(2023, 6, 10);
        var content = StoriedProvince.Content();
        content = content with
        {
            Places = [.. content.Places.Select(p => p is { Code: "112", To: null } ? p with { To = merged.AddDays(-1) } : p)],
            Successions = [new Succession("112", "113", merged, "12/NQ")],
            SeatSuccessions = [new SeatSuccession("112.monitor", "113.monitor", merged, "12/NQ")],
            Decrees = [new Decree("12/NQ", "Sáp nhập xã", merged, "112 → 113")],
        };
        await using var site = await RoleSite.StartAsync(content);
        await site.Play.RunToAsync(6, 20, 0);
        using var browser = await site.BeAsync("office");
        Assert.Equal((1, 0), Counts(await browser.GetAsync("/api/register/places/113")));
        Assert.Equal((1, 1), Counts(await browser.GetAsync("/api/register/places/113?figures=as-it-is")));
        Assert.Equal((0, 1), Counts(await browser.GetAsync("/api/register/places/112")));
        var page = await browser.GetAsync("/register/places/113?figures=as-it-is");
        Assert.Contains("Cộng các mã: 113, 112", page.Text, StringComparison.Ordinal);
        Assert.Contains("từ ngày 10/06/2023, theo 12/NQ", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/register/places/113#tallies\"", page.Html, StringComparison.Ordinal);
        // Before the decree there was nothing to add.
        Assert.Equal((1, 0), Counts(await browser.GetAsync("/api/register/places/113?figures=as-it-is&on=2023-06-09")));
        var former = await browser.GetAsync("/register/places/112");
        Assert.Contains("href=\"/register/places/113\"", former.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/register/seats/113.monitor\"", (await browser.GetAsync("/register/seats/112.monitor")).Html, StringComparison.Ordinal);

        static (int OnTime, int Missed) Counts(TestPage page)
        {
            var counts = Assert.Single(JsonDocument.Parse(page.Html).RootElement.GetProperty("tallies").EnumerateArray()).GetProperty("counts");
            return (counts.GetProperty("onTime").GetInt32(), counts.GetProperty("missed").GetInt32());
        }
    }

    [Fact]
    public async Task That_somebody_is_away_and_who_stands_in_is_told_but_not_why()
    {
        var content = StoriedProvince.Content() with { Absences = [new Absence("m113", AbsenceKind.Illness, new DateOnly(2023, 5, 2), new DateOnly(2023, 5, 20), "m121")] };
        await using var site = await RoleSite.StartAsync(content);
        using var browser = await site.BeAsync("member");
        var page = await browser.GetAsync("/register/people/m113");
        Assert.Contains("Từ ngày 02/05/2023 đến hết ngày 20/05/2023", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/register/people/m121\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Illness", (await browser.GetAsync("/api/register/people/m113")).Html, StringComparison.Ordinal);
    }
}
