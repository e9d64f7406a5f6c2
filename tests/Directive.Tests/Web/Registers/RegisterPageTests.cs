using System.Net;
using Directives.Register;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;

namespace Directives.Tests.Web.Registers;

/// <summary>The register's pages: one level at a time, as it is and as it was, found without marks; and who sees what of people (R1).</summary>
public sealed class RegisterPageTests
{
    [Fact]
    public async Task One_level_is_shown_with_its_seats_and_the_next_is_a_link_away()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var browser = await site.BeAsync("office");
        var page = await browser.GetAsync("/register");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("href=\"/register/places/11\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/register/places/113\"", page.Html, StringComparison.Ordinal);
        // Nobody is in charge of district 12.
        Assert.Contains("href=\"/register/seats/12.in-charge\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/register?at=11\"", page.Html, StringComparison.Ordinal);
        var level = await browser.GetAsync("/register?at=11");
        foreach (var commune in (string[])["111", "112", "113"]) Assert.Contains($"href=\"/register/places/{commune}\"", level.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/register/places/110", level.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/register?at=none")).Status);
    }

    [Theory]
    [InlineData("dap da", "/register/places/112", "Xã Đập Đá")]
    [InlineData("xa cu", "/register/places/112", "trước đây: Xã Cũ")]
    [InlineData("113", "/register/places/113", "Nơi 113")]
    [InlineData("chuc danh m121", "/register/people/m121", "Sở Tư pháp")]
    [InlineData("Title m121", "/register/people/m121", "Chức danh m121")]
    public async Task Places_and_people_are_found_by_code_name_former_name_and_title(string words, string address, string says)
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var browser = await site.BeAsync("recorder");
        var page = await browser.GetAsync($"/register?q={Uri.EscapeDataString(words)}");
        Assert.Contains($"href=\"{address}\"", page.Html, StringComparison.Ordinal);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_is_said()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var browser = await site.BeAsync("member");
        Assert.Contains("Không tìm thấy", (await browser.GetAsync("/register?q=khong-co-noi-nay")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_shows_the_register_as_it_was_and_links_keep_the_day()
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var browser = await site.BeAsync("admin2");
        var then = await browser.GetAsync("/register?at=12&on=2022-03-01");
        Assert.Contains("Xã Cũ", then.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/register/places/112?on=2022-03-01\"", then.Html, StringComparison.Ordinal);
        Assert.Contains("ngày 01/03/2022", then.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xã Đập Đá", then.Text, StringComparison.Ordinal);
        Assert.Contains("Xã Đã Bỏ", (await browser.GetAsync("/register?at=11&on=2022-03-01")).Text, StringComparison.Ordinal);
        var place = await browser.GetAsync("/register/places/112?on=2022-03-01");
        Assert.Contains("<h1>Xã Cũ</h1>", place.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/register/places/12?on=2022-03-01\"", place.Html, StringComparison.Ordinal);
        Assert.Contains("<h1>Xã Đập Đá</h1>", (await browser.GetAsync("/register/places/112")).Html, StringComparison.Ordinal);
        Assert.Contains("không có hiệu lực", (await browser.GetAsync("/register/places/110")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-02-31")]
    [InlineData("31/02/2023")]
    [InlineData("0001-01-01")]
    [InlineData("hôm qua")]
    public async Task A_day_that_is_none_is_told_where_it_stands_and_what_was_typed_stays(string typed)
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var browser = await site.BeAsync("office");
        foreach (var path in (string[])["/register", "/register/places/112", "/register/seats/112.monitor", "/register/people/m112", "/register/vacancies"])
        {
            var page = await browser.GetAsync($"{path}?on={Uri.EscapeDataString(typed)}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains($"“{typed}” không phải là một ngày", page.Text, StringComparison.Ordinal);
            Assert.Equal([typed], page.Inputs("on"));
            var api = await browser.GetAsync($"/api{path}?on={Uri.EscapeDataString(typed)}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
            Assert.Contains("\"on\":[", api.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("office", true)]
    [InlineData("admin2", true)]
    [InlineData("member", false)]
    [InlineData("recorder", false)]
    public async Task Mail_addresses_are_for_the_office_and_administrators_alone(string who, bool sees)
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var browser = await site.BeAsync(who);
        foreach (var path in (string[])["/register/people/m112", "/api/register/people/m112"])
        {
            var page = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(sees, page.Html.Contains(SmallProvince.Person("m112").Address, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("m112")]
    [InlineData("boss")]
    [InlineData("leader113")]
    [InlineData("auditor")]
    [InlineData("desk1")]
    [InlineData("office?")]
    [InlineData(null)]
    public async Task All_others_are_refused(string? who)
    {
        await using var site = await RoleSite.StartAsync(StoriedProvince.Content());
        using var browser = await site.BeAsync(who);
        foreach (var path in (string[])["/register", "/register/places/112", "/register/vacancies", "/api/register/people/m112"])
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_nation_is_a_page_of_its_provinces()
    {
        var places = PlacesFile.Read(Tests.Register.NationFile.Bytes(), SmallProvince.Start);
        var register = RegisterSnapshot.Build(TitledRegister.From(places, SmallProvince.Start));
        var tree = TreeOnDay.Of(register, SmallProvince.Start);
        Assert.Equal(SyntheticNation.Provinces, tree.Roots.Count);
        Assert.Equal(new SeatFill(SyntheticNation.Provinces + SyntheticNation.Districts + SyntheticNation.Communes, SyntheticNation.Districts + SyntheticNation.Communes, 0), tree.All);
        Assert.True(tree.Roots.Max(r => tree.Below(r.Code).Count) < 100);
    }
}
