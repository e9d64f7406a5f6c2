using System.Net;
using System.Text;
using System.Text.Json;
using Directives.Cycles;
using Directives.Register.Import;
using Directives.Tests.Persons;
using Directives.Tests.Web;
using Directives.Tests.Web.Api;

namespace Directives.Tests.Register.Import;

/// <summary>The page of imports and the same for programs, of a real installation.</summary>
public sealed class ImportPageTests
{
    private const string Path = ImportEndpoints.Path;

    [Fact]
    public async Task A_file_is_looked_at_first_and_then_exactly_that_is_done()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("office");
        Assert.Contains($"href=\"{Path}\"", (await browser.GetAsync("/office")).Html, StringComparison.Ordinal);
        var shown = await SendAsync(browser, await browser.GetAsync(Path), Path, "", "phân công.csv", "seat,official,from\n112.monitor,nobody,2023-05-10\n");
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("Chức danh m112 (m112) bàn giao cho Chức danh nobody (nobody) từ ngày 10/05/2023", shown.Text, StringComparison.Ordinal);
        Assert.Contains("phân công.csv", shown.Text, StringComparison.Ordinal);
        Assert.Equal("m112", await HolderAsync(site));

        var done = await ConfirmAsync(browser, shown);
        Assert.Equal((HttpStatusCode.SeeOther, $"{Path}?done=posts"), (done.Status, done.Location));
        Assert.Equal("nobody", await HolderAsync(site));
        Assert.Contains("Đã nhập xong: phân công.", (await browser.GetAsync(done.Location!)).Text, StringComparison.Ordinal);
        // Sent once more, it finds another register.
        var again = await ConfirmAsync(browser, shown);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("dữ liệu đã khác từ khi đồng chí xem", again.Text, StringComparison.Ordinal);
        Assert.Contains("Tệp trùng với dữ liệu hiện có", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_shown_with_its_row_and_cannot_be_confirmed()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("admin2");
        Assert.Contains($"href=\"{Path}\"", (await browser.GetAsync("/admin")).Html, StringComparison.Ordinal);
        var page = await browser.GetAsync(Path);
        var shown = await SendAsync(browser, page, Path, "officials", "a.csv", "id,title,title_en,address\nadmin1,Chức danh admin1,Title admin1,elsewhere@place.example\n");
        Assert.Contains("chỉ hai quản trị viên cùng nhau", shown.Text, StringComparison.Ordinal);
        Assert.Contains("đang giữ vai trò", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{ImportEndpoints.Confirm}\"", shown.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ConfirmAsync(browser, shown)).Status);
        Assert.Equal("admin1@place.example", (await site.Play.It.Registers.GetAsync()).Official("admin1")!.Address);

        var unusable = await SendAsync(browser, page, Path, "places", "a.csv", "code,name\n1,a\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unusable.Status);
        Assert.Contains("Dòng 1: dòng đầu thiếu cột kind, level, parent", unusable.Text, StringComparison.Ordinal);
        Assert.Matches("<option value=\"places\" selected", unusable.Html);
        var none = await browser.PostAsync(page, Path);
        Assert.Contains("Chưa chọn tệp", none.Text, StringComparison.Ordinal);
        Assert.Contains("không được gửi lại đầy đủ", (await browser.PostAsync(page, Path, ("kept", "not+packed"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_form_s_token_it_is_only_shown_and_while_a_cycle_opens_nothing_is_done()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("office");
        var shown = await SendAsync(browser, await browser.GetAsync(Path), Path, "posts", "a.csv", "seat,official,from\n112.monitor,nobody,2023-05-10\n");
        var (fields, kept) = (Fields(shown), await HolderAsync(site));
        var tokenless = await browser.PostAsync(Path, [("__RequestVerificationToken", "old"), .. fields]);
        Assert.Equal(HttpStatusCode.OK, tokenless.Status);
        Assert.Contains($"value=\"{ImportEndpoints.Confirm}\"", tokenless.Html, StringComparison.Ordinal);
        Assert.Equal(kept, await HolderAsync(site));

        await site.Play.It.Dossiers.CommitAsync(
            site.Play.It.Cycles.Dossier, (await site.Play.It.Cycles.HeadAsync())!.Value,
            (await site.Play.It.Cycles.HeadAsync())!.Value.Head with { Active = [new("x", CycleState.Opening, site.Play.Clock.GetUtcNow())] }, new("cycles-looked", new("system")), default);
        Assert.Contains("đang mở một kỳ", (await ConfirmAsync(browser, shown)).Text, StringComparison.Ordinal);
        Assert.Equal(kept, await HolderAsync(site));
    }

    [Fact]
    public async Task Templates_hold_what_stands_and_come_back_without_a_change()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("office");
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            foreach (var ending in (string[])["csv", "xlsx"])
            {
                var page = await browser.GetAsync(Path);
                Assert.Contains($"href=\"{ImportEndpoints.TemplateAddress(kind, ending)}\"", page.Html, StringComparison.Ordinal);
                var file = (await browser.GetAsync(ImportEndpoints.TemplateAddress(kind, ending))).Answer;
                Assert.StartsWith("attachment", $"{file.Content.Headers.ContentDisposition}", StringComparison.Ordinal);
                var shown = await SendAsync(browser, page, Path, "", $"a.{ending}", null, await browser.BytesAsync(ImportEndpoints.TemplateAddress(kind, ending)));
                Assert.Contains("Tệp trùng với dữ liệu hiện có", shown.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Programs_of_the_office_look_and_import_by_the_same_session()
    {
        await using var site = await RoleSite.StartAsync();
        using var browser = await site.BeAsync("office");
        var page = await browser.GetAsync(Path);
        var looked = await SendAsync(browser, page, $"/api{Path}/posts", "", "a.csv", "seat,official,from\n112.monitor,nobody,2023-05-10\n");
        Assert.Equal(HttpStatusCode.OK, looked.Status);
        var said = JsonDocument.Parse(looked.Html).RootElement;
        Assert.False(said.GetProperty("applied").GetBoolean());
        Assert.Equal((2, "112.monitor"), (said.GetProperty("changed")[0].GetProperty("row").GetInt32(), said.GetProperty("changed")[0].GetProperty("code").GetString()));
        Assert.Equal(JsonValueKind.Null, said.GetProperty("gone")[0].GetProperty("row").ValueKind);
        var applied = await SendAsync(browser, page, $"/api{Path}/posts?apply=true", "", "a.csv", "seat,official,from\n112.monitor,nobody,2023-05-10\n");
        Assert.True(JsonDocument.Parse(applied.Html).RootElement.GetProperty("applied").GetBoolean());
        Assert.Equal("nobody", await HolderAsync(site));
        var wrong = await SendAsync(browser, page, $"/api{Path}/posts?apply=true", "", "a.csv", "seat,official\n112.monitor,none\n");
        said = JsonDocument.Parse(wrong.Html).RootElement;
        Assert.Equal((HttpStatusCode.OK, false, 1), (wrong.Status, said.GetProperty("applied").GetBoolean(), said.GetProperty("wrong").GetArrayLength()));
        Assert.NotNull(said.GetProperty("refused").GetString());
        var unusable = await SendAsync(browser, page, $"/api{Path}/posts", "", "a.csv", "x");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unusable.Status);
        var described = ApiSchemas.Of((await browser.GetAsync("/api/openapi.json")).Html);
        foreach (var answer in (TestPage[])[looked, applied, wrong])
            Assert.Empty(await described.FaultsAsync("POST", $"/api{Path}/{{kind}}", 200, "application/json", answer.Html));
        Assert.Empty(await described.FaultsAsync("POST", $"/api{Path}/{{kind}}", 422, "application/problem+json", unusable.Html));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(browser, page with { Html = "name=\"__RequestVerificationToken\" value=\"old\"" }, $"/api{Path}/posts?apply=true", "", "a.csv", "x")).Status);
    }

    private static async Task<string> HolderAsync(RoleSite site) => (await site.Play.It.Registers.StandsAsync())!.Value.Content.Posts.Where(p => p.Seat == "112.monitor" && p.To is null).Select(p => p.Official).Single();

    private static Task<TestPage> ConfirmAsync(TestBrowser browser, TestPage shown) => browser.PostAsync(shown, ImportEndpoints.Path, Fields(shown));

    private static (string, string)[] Fields(TestPage shown) =>
    [
        .. ((string[])[ImportEndpoints.KindField, ImportEndpoints.NameField, ImportEndpoints.StampField, ImportEndpoints.KeptField]).Select(f => (f, shown.Inputs(f)[0])),
        (ImportEndpoints.DoField, ImportEndpoints.Confirm),
    ];

    private static Task<TestPage> SendAsync(TestBrowser browser, TestPage from, string path, string kind, string name, string? text, byte[]? bytes = null) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent(from.Token), "__RequestVerificationToken" }, { new StringContent(kind), ImportEndpoints.KindField },
                { new ByteArrayContent(bytes ?? Encoding.UTF8.GetBytes(text!)), ImportEndpoints.FileField, name },
            },
        });
}
