using Directives.Access;
using Directives.Language;
using Directives.Tests.Chasing;
using Directives.Web.Below;
using Directives.Web.Office;

namespace Directives.Tests.Web;

/// <summary>The office's pages and those of who is in charge, from the tables.</summary>
public sealed class OfficeDeskTests
{
    private static readonly PersonSession _office = Person("office");

    [Fact]
    public async Task The_overview_says_who_is_late_and_what_the_office_owes()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        await MonthScript.FileAsync(play.It, "111");
        await play.RunToAsync(5, 16, 10);
        var view = await new OfficeDesk(play.It).OverviewAsync(null, default);
        Assert.Equal((1, 0, 6), (view.Queue.Unread, view.Queue.Asked, view.Overdue));
        Assert.Equal("Nơi 111", Assert.Single(view.Queue.ToRead).Place);
        Assert.Equal(6, view.Late.Count);
        Assert.Equal("after1", view.Late[0].Seat.Rung);
        Assert.Equal(new SeatCounts(1, 0, 0, 6, 0), view.Now!.Cycle.Counts);
        Assert.Equal(1, view.Now.Days.Days.Single(d => d.Day == 0).Now);
    }

    [Fact]
    public async Task Reading_marks_the_version_once_and_the_history_says_who()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        await MonthScript.FileAsync(play.It, "111", "Đời sống nhân dân trong xã cơ bản ổn định, giá lúa giữ mức khá");
        await MonthScript.FileAsync(play.It, "112", "Đời sống Nhân dân trong xã  cơ bản ổn định; giá lúa giữ mức khá");
        var (desk, path) = (new OfficeDesk(play.It), new SeatPath(SmallProvince.CycleId, "11", 0, "112.monitor"));
        var view = (await desk.ReadingAsync(path, 1, default))!;
        Assert.True(view.CanRead);
        var mark = Assert.Single(view.Marks["livingConditions"]);
        Assert.Equal("Nơi 111", mark.Place);
        Assert.Null(await desk.ReadAsync(path, _office, 1, default));
        Assert.False((await desk.ReadingAsync(path, 1, default))!.CanRead);
        Assert.Null(await desk.ReadingAsync(path, 2, default));
        var acts = (await desk.ObligationAsync(path, default))!.Acts;
        Assert.Equal([("report-read", "Title office"), ("report-filed", "Title m112")], acts.Where(a => !a.IsSystem).Select(a => (a.Act, a.By!.En)));
    }

    [Theory]
    [InlineData("noi 111", "Nơi 111")]
    [InlineData("CHUC danh m112", "Chức danh m112")]
    public async Task The_search_finds_places_and_officials_without_marks_and_leads_to_what_they_owe(string asked, string name)
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 28, 10);
        var found = Assert.Single((await new OfficeDesk(play.It).SearchAsync(asked, default)).Found);
        Assert.Equal(name, found.Name.Vi);
        Assert.Contains(SmallProvince.CycleId, Assert.Single(Assert.Single(found.Seats).Owed).Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("–")]
    [InlineData("nowhere")]
    public async Task A_search_for_nothing_finds_nothing(string asked)
    {
        using var play = await Playground.BegunAsync();
        Assert.Empty((await new OfficeDesk(play.It).SearchAsync(asked, default)).Found);
    }

    [Fact]
    public async Task Who_is_in_charge_reads_what_is_below_and_nothing_of_others()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 10);
        foreach (var place in (string[])["111", "121"]) await MonthScript.FileAsync(play.It, place);
        var (desk, boss) = (new BelowDesk(play.It), Person("boss"));
        var cycle = Assert.Single((await desk.ListAsync(boss, default)).Cycles);
        Assert.Equal(["Nơi 111", "Nơi 112", "Nơi 113"], cycle.Seats.Select(s => s.Place));
        Assert.NotNull(await desk.ReportAsync(boss, new SeatPath(SmallProvince.CycleId, "11", 0, "111.monitor"), default));
        Assert.Null(await desk.ReportAsync(boss, new SeatPath(SmallProvince.CycleId, "12", 0, "121.monitor"), default));
        Assert.Null(await desk.ReportAsync(boss, new SeatPath(SmallProvince.CycleId, "11", 0, "112.monitor"), default));
        Assert.Null(await desk.ReportAsync(Person("m111"), new SeatPath(SmallProvince.CycleId, "11", 0, "111.monitor"), default));
        Assert.Equal(Who.InCharge | Who.Official, await new RegisterRoles(play.It).OfAsync("boss", default));
        Assert.Equal(Who.Official, await new RegisterRoles(play.It).OfAsync("m111", default));
    }

    [Fact]
    public void A_chart_is_plain_SVG_with_readable_letters_and_a_name()
    {
        var areas = new AreaRow[] { new("1", "Huyện Hoài Ân", new(3, 1, 0, 2, 0)), new("2", "Thị xã An Nhơn <&>", new(1, 0, 4, 0, 1)) };
        foreach (var size in (ChartSize[])[OfficeCharts.Wide, OfficeCharts.Narrow])
        {
            var svg = OfficeCharts.ByArea(areas, Texts.Vietnamese, size);
            Assert.Contains(">Huyện Hoài Ân<", svg, StringComparison.Ordinal);
            Assert.Contains("role=\"img\" aria-label=\"Biểu đồ", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        }
    }

    private static PersonSession Person(string id) => new(id, new Bilingual(id, id), "vi");
}
