namespace Directives.BrowserTests;

public sealed class BrowserTests
{
    [Fact]
    public void No_Chromium_is_a_failure_that_says_what_to_run()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Browser.Find(null, "/a:/b", _ => false));

        Assert.Contains("tests/run", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_Chromium_that_is_not_there_is_a_failure_even_beside_another()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Browser.Find("/gone", "/a", file => file == "/a/chromium"));

        Assert.Contains("/gone", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_name_on_the_path_is_taken() =>
        Assert.Equal("/b/chromium", Browser.Find("", "/a:/b", file => file is "/a/chromium-browser" or "/b/chromium"));

    [Fact]
    public async Task Chromium_shows_a_page()
    {
        var browser = new Browser();
        await browser.InitializeAsync();
        try
        {
            await using var visitor = await browser.VisitAsync(new Uri("http://localhost"));
            await visitor.Page.SetContentAsync("<p>Bình Định</p><img src=\"http://elsewhere.example/pixel.png\">");

            Assert.Equal("Bình Định", await visitor.Page.Locator("p").InnerTextAsync());
            Assert.Contains(visitor.Complaints, complaint => complaint.Contains("elsewhere.example", StringComparison.Ordinal));
        }
        finally
        {
            await browser.DisposeAsync();
        }
    }
}
