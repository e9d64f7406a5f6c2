using System.Net;
using Directives.Tests.Chasing;
using Directives.Tests.Web;

namespace Directives.Tests.Extensions;

/// <summary>The office's page to extend whole areas, over the engine itself.</summary>
public sealed class ExtensionPageTests
{
    private const string Path = $"/office/cycles/{SmallProvince.CycleId}/extend";

    [Fact]
    public async Task The_office_looks_first_and_then_confirms_and_sees_what_was_done()
    {
        using var play = await Playground.BegunAsync();
        await using var site = await OpenedAsync(play);
        using var office = site.Browser();
        await office.BecomeAsync("office");
        Assert.Contains(Path, (await office.GetAsync($"/office/cycles/{SmallProvince.CycleId}")).Html, StringComparison.Ordinal);
        var page = await office.GetAsync(Path);
        Assert.Equal(["1", "11", "12"], page.Inputs("place"));

        var preview = await office.PostAsync(page, Path, ("place", "11"), ("reason", "Bão số 4"), ("due", "2023-05-26"));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("Sẽ thực hiện", preview.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await play.OwedAsync("112")).Round);

        (string, string)[] confirm = [("place", "11"), ("reason", "Bão số 4"), ("due", "2023-05-26"), ("id", preview.Inputs("id")[0]), ("do", "confirm")];
        var done = await office.PostAsync(preview, Path, confirm);
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Contains("Đã gia hạn 4 báo cáo đến ngày 26/05/2023; 4 thư được gửi.", (await office.GetAsync(done.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await play.OwedAsync("112")).Round);

        // Pressed twice.
        Assert.Equal(done.Location, (await office.PostAsync(preview, Path, confirm)).Location);
        Assert.Equal(2, (await play.OwedAsync("112")).Round);
        await play.Work.SettleAsync();
        Assert.Equal("112.monitor extended", play.Mail.To("m112")[^1]);
        Assert.Empty(await play.FaultsAsync());
    }

    [Theory]
    [InlineData("", "Bão", "2023-05-26", "Xin chọn ít nhất một địa bàn.")]
    [InlineData("999", "Bão", "2023-05-26", "Xin chọn ít nhất một địa bàn.")]
    [InlineData("11", " ", "2023-05-26", "Xin ghi lý do.")]
    [InlineData("11", "Bão", "hôm kia", "Không đọc được ngày")]
    [InlineData("11", "Bão", "2023-05-27", "Hạn mới phải là ngày làm việc")]
    [InlineData("11", "Bão", "2023-05-09", "không có báo cáo nào để gia hạn")]
    public async Task What_is_refused_is_said_and_stays_typed(string place, string reason, string due, string message)
    {
        using var play = await Playground.BegunAsync();
        await using var site = await OpenedAsync(play);
        using var office = site.Browser();
        await office.BecomeAsync("office");
        var page = await office.GetAsync(Path);
        foreach (var act in new[] { "look", "confirm" })
        {
            var answer = await office.PostAsync(
                page, Path, ("place", place), ("reason", reason), ("due", due), ("id", "0123456789abcdef0123456789abcdef"), ("do", act));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(message, answer.Text, StringComparison.Ordinal);
            Assert.Equal(reason, answer.TextArea("reason"));
            Assert.Equal(due, answer.Inputs("due")[0]);
        }

        Assert.Null(await play.It.Extensions.HeadAsync());
    }

    [Fact]
    public async Task Nobody_but_the_office_extends_and_an_unknown_cycle_is_not_found()
    {
        using var play = await Playground.BegunAsync();
        await using var site = await OpenedAsync(play);
        using var office = site.Browser();
        await office.BecomeAsync("office");
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/office/cycles/none/extend")).Status);
        using var deputy = site.Browser();
        await deputy.BecomeAsync("deputy");
        var page = await deputy.GetAsync("/demo");
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.PostAsync(page, Path, ("place", "11"), ("reason", "x"), ("due", "2023-05-26"))).Status);
        Assert.Equal(1, (await play.OwedAsync("112")).Round);
    }

    private static async Task<TestSite> OpenedAsync(Playground play)
    {
        await play.RunToAsync(5, 8, 10);
        return await TestSite.StartAsync(engine: TestSite.Engine(play.It));
    }
}
