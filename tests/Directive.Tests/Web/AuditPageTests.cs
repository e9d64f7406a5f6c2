using System.Net;
using Directives.Access;
using Directives.Language;
using Directives.Seals;
using Directives.Tests.Chasing;
using Directives.Tests.Seals;
using Directives.Web.Audit;
using Directives.Web.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Tests.Web;

/// <summary>The auditors' pages from real tables: the trail, not the contents.</summary>
public sealed class AuditPageTests
{
    private const string Secret = "nobody was met";

    [Fact]
    public async Task An_auditor_goes_from_the_month_to_a_day_to_a_chain_and_sees_no_contents()
    {
        using var play = await SealedPlay.PlayAsync();
        await using var site = await SiteAsync(play, Who.Auditor);
        using var browser = site.Browser();
        await browser.BecomeAsync("office");
        var month = await browser.GetAsync("/audit?month=2023-05&lang=en");
        Assert.Equal(HttpStatusCode.OK, month.Status);
        Assert.Contains("/audit/days/2023-05-09", month.Html, StringComparison.Ordinal);
        var day = await browser.GetAsync("/audit/days/2023-05-09?lang=en");
        Assert.Contains("Report sent back", day.Html, StringComparison.Ordinal);
        Assert.Contains("Title office", day.Html, StringComparison.Ordinal);
        var chain = await browser.GetAsync(AuditEndpoints.AddressOf(MonthScript.SheetOf("113").Dossier.ToString()) + "&lang=en");
        Assert.Equal(HttpStatusCode.OK, chain.Status);
        Assert.Contains("Report filed", chain.Html, StringComparison.Ordinal);
        foreach (var page in new[] { month, day, chain }) Assert.DoesNotContain(Secret, page.Html, StringComparison.Ordinal);
        // Until the last page nothing is left out.
        var pages = 0;
        while ((await browser.GetAsync($"/audit/days/2023-05-09?page={++pages}&lang=en")).Html.Contains("rel=\"next\"", StringComparison.Ordinal))
        {
            Assert.True(pages < 20);
        }
    }

    [Fact]
    public async Task A_checkpoint_is_saved_as_a_file_that_holds()
    {
        using var play = await SealedPlay.PlayAsync();
        await using var site = await SiteAsync(play, Who.Auditor);
        using var browser = site.Browser();
        await browser.BecomeAsync("office");
        foreach (var month in new[] { "2023-05", "now" })
        {
            var saved = await browser.GetAsync($"/audit/checkpoints/{month}");
            Assert.Equal("attachment", saved.Answer.Content.Headers.ContentDisposition!.DispositionType);
            var file = CheckpointFile.Read(saved.Html)!;
            Assert.Empty((await new Directives.Verification.TrailAudit(play.It).RunAsync(file)).Findings);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/audit/checkpoints/2020-01")).Status);
    }

    [Theory]
    [InlineData("/audit/days/2023-13-01")]
    [InlineData("/audit/days/x")]
    [InlineData("/audit/chain")]
    [InlineData("/audit/chain?dossier=Sheets:2|x|y|0")]
    [InlineData("/audit/chain?dossier=Due:1|0")]
    [InlineData("/audit/chain?dossier=Links:1|x")]
    [InlineData("/audit/chain?dossier=%00%01")]
    [InlineData("/audit/chain?dossier=Sheets:1|02-QD-TU.2023-04|99|0")]
    public async Task What_is_no_chain_is_not_found(string path)
    {
        using var play = await SealedPlay.PlayAsync();
        await using var site = await SiteAsync(play, Who.Auditor);
        using var browser = site.Browser();
        await browser.BecomeAsync("office");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Nobody_but_an_auditor_reads_the_trail()
    {
        using var play = await SealedPlay.PlayAsync();
        await using var site = await SiteAsync(play, Who.Office);
        using var browser = site.Browser();
        foreach (var path in new[] { "/audit", "/audit/days/2023-05-09", "/audit/checkpoints/now", "/audit/chain?dossier=x" })
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
        await browser.BecomeAsync("office");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/audit")).Status);
    }

    [Fact]
    public async Task A_sealer_that_stands_still_is_said()
    {
        using var play = await SealedPlay.PlayAsync();
        Assert.False((await new AuditDesk(play.It).OverviewAsync(null, default)).IsLate);
        await play.It.Silences.BeginAsync("m111", MonthScript.Office, "away");
        play.Clock.MoveTo(play.Clock.GetUtcNow().AddHours(4));
        var view = await new AuditDesk(play.It).OverviewAsync(null, default);
        Assert.True(view.IsLate);
        Assert.Equal(1, view.Waiting);
    }

    private static Task<TestSite> SiteAsync(Playground play, Who may) => TestSite.StartAsync(engine: services =>
    {
        TestSite.Engine(play.It)(services);
        services.AddSingleton<IRoles>(new Roles(may)).AddSingleton<IDemoPages>(new Someone());
    });

    private sealed class Roles(Who may) : IRoles
    {
        public ValueTask<Who> OfAsync(string official, CancellationToken cancel) => ValueTask.FromResult(may);
    }

    /// <summary>The demonstration of the small province: only being somebody.</summary>
    private sealed class Someone : IDemoPages
    {
        private readonly SampleDemo _sample = new();

        public ValueTask<DemoView> PeopleAsync(string find, CancellationToken cancel) => _sample.PeopleAsync(find, cancel);

        public ValueTask<PersonSession?> BecomeAsync(string official, CancellationToken cancel) =>
            ValueTask.FromResult<PersonSession?>(new PersonSession(official, new Bilingual(official, official), "vi") { SecondFactor = true });

        public Task<DemoMoved> MoveAsync(DemoMove move, CancellationToken cancel) => _sample.MoveAsync(move, cancel);

        public ValueTask<OutboxView> OutboxAsync(string? reader, int page, CancellationToken cancel) => _sample.OutboxAsync(reader, page, cancel);

        public ValueTask<LetterView?> LetterAsync(string id, CancellationToken cancel) => _sample.LetterAsync(id, cancel);

        public Task<bool> BounceAsync(string id, bool bounce, CancellationToken cancel) => _sample.BounceAsync(id, bounce, cancel);
    }
}
