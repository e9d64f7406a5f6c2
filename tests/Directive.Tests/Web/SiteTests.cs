using System.Net;

namespace Directives.Tests.Web;

public sealed class SiteTests
{
    [Fact]
    public async Task The_first_page_is_shown_in_Vietnamese_with_letters_as_they_are()
    {
        await using var site = await TestSite.StartAsync();
        var page = await site.Browser().GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<html lang=\"vi\">", page.Html, StringComparison.Ordinal);
        Assert.Contains("Nhắc việc theo quy định", page.Html, StringComparison.Ordinal);
    }
}
