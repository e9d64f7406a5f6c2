using System.Diagnostics;
using System.Net;
using Directives.Access;
using Directives.Cycles;
using Directives.Register;
using Directives.Reports;
using Directives.Web;
using Directives.Web.Mine;

namespace Directives.Local.Bench;

/// <summary>
/// What it costs to know who asks: the same page through the whole site, with its session, link and roles looked up, and from an endpoint beside it that admits anyone and is told
/// all of that. A report's page by a personal link, and the own page of somebody who has signed in; both over HTTP, in turn, in the same run.
/// </summary>
internal static class AccessBench
{
    private const int WarmUps = 1_500;
    private const int Pairs = 2_001;
    private const string OpenReport = "/bench/report";
    private const string OpenMine = "/bench/me";
    private static readonly DateOnly Day = new(2023, 4, 28);

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        using var folder = new BenchFolder();
        await using var made = await BenchInstallation.MakeAsync(folder.File("access.db"), cancel, SampleProvince.Load(BenchInstallation.Since));
        await made.Installation.Keeper.WakeAsync(cancel);
        var session = await SessionAsync(made.Installation, cancel);
        if (await new LinkDesk(made.Installation).LookAsync(session, cancel) is not ReportOwed owed) throw new InvalidOperationException("The link opens nothing.");
        var person = new PersonSession(session.Official, session.Title, session.Language)
        {
            Id = await made.Installation.Sessions.BeginAsync(session.Official, "mail", "-", "bench", false, cancel),
        };
        var may = await new RegisterRoles(made.Installation).OfAsync(person.Official, cancel);
        var (site, address) = await BenchServers.SiteAsync(made.Installation, cancel, more: app =>
        {
            app.MapGet(OpenReport, context => ShowAsync(context, made.Installation, session, owed)).Allow(Who.Anyone);
            app.MapGet(OpenMine, context => ShowAsync(context, person, may)).Allow(Who.Anyone);
        });
        await using var _ = site;
        return
        [
            await PairAsync("a report's page by a personal link / the same page for anyone, over HTTP", address, ("/report", BenchServers.CookieOf(site, session)), OpenReport, cancel),
            await PairAsync("the own page of somebody who signed in / the same page for anyone, over HTTP", address, (MineEndpoints.Path, BenchServers.CookieOf(site, person)), OpenMine, cancel),
        ];
    }

    private static async Task<BenchLine> PairAsync(string name, Uri address, (string Path, string Cookie) asked, string open, CancellationToken cancel)
    {
        using var checkedPage = new Visitor(address, asked.Path, asked.Cookie);
        using var openPage = new Visitor(address, open, null);
        await checkedPage.RoundAsync(WarmUps, cancel);
        await openPage.RoundAsync(WarmUps, cancel);
        var (ours, baseline) = (new List<double>(), new List<double>());
        for (var i = 0; i < Pairs; i++)
        {
            // In turn, and each goes first as often as the other.
            if (i % 2 == 0) ours.Add(await checkedPage.RoundAsync(1, cancel));
            baseline.Add(await openPage.RoundAsync(1, cancel));
            if (i % 2 == 1) ours.Add(await checkedPage.RoundAsync(1, cancel));
        }

        return BenchLine.Ratio("access", name, "ms", Spread.Of(ours), Spread.Of(baseline), 1.1, true);
    }

    private static async Task<LinkSession> SessionAsync(Installation installation, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var cycle = (await installation.Cycles.AllAsync(cancel))[0];
        var (sheet, seat) = cycle.Sheets.SelectMany(s => s.Seats.Select(x => (new SheetRef(cycle.Authority, cycle.Id, s.Area, s.Part), x.Seat)))
            .First(s => register.HolderOf(s.Seat, Day) is not null);
        var official = register.HolderOf(seat, Day)!;
        var to = installation.Links.HashOfAddress(official.Address);
        var key = await installation.Links.EnsureAsync(new Link(sheet.Partition, seat, official.Id, 1, Day.AddDays(60), To: to), cancel);
        return new LinkSession(Links.Hash(key), sheet.Partition, seat, official.Id, official.Titles(), official.Language);
    }

    // The same reads and the same page, but nobody asks who it is for: neither session, nor link, nor whether it still holds.
    private static async Task ShowAsync(HttpContext context, Installation installation, LinkSession session, ReportOwed owed)
    {
        var (sheet, cancel) = (SheetRef.Parse(session.Sheet), context.RequestAborted);
        context.User = session.Principal();
        var cycle = await installation.Cycles.FrozenAsync(sheet.Cycle, cancel);
        if (await installation.Reports.LookAsync(sheet, session.Seat, cancel) is null) throw new InvalidOperationException("Nothing is owed.");
        await installation.Drafts.FindAsync(session.Sheet, session.Seat, owed.Versions, cancel);
        await installation.LastReports.FindAsync(cycle, session.Seat, owed.Role, cancel);
        var register = await installation.Registers.GetAsync(cancel);
        var above = register.InChargeAbove(register.Seat(session.Seat)!.Place, Day).Select(o => o.Titles());
        owed = owed with { ReadersAbove = [.. above] };
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyWithScript;
        var view = ReportFormView.Fresh(owed) with { MayFile = true, ExtensionAddress = ExtensionEndpoints.Path };
        await Pages.Show<ReportPage, ReportFormView>(context, view).ExecuteAsync(context);
    }

    // The same page of the same person, but nobody asks whether the session lives, nor what its person may.
    private static async Task ShowAsync(HttpContext context, PersonSession person, Who may)
    {
        context.User = person.Principal();
        var pages = context.RequestServices.GetRequiredService<IMinePages>();
        await Pages.Show<MinePage, MineView>(context, await pages.ShowAsync(person, may, Who.Nobody, context.RequestAborted)).ExecuteAsync(context);
    }

    /// <summary>Asks for one page again and again, over one connection.</summary>
    private sealed class Visitor : IDisposable
    {
        private readonly HttpClient _client;
        private readonly Uri _page;

        public Visitor(Uri site, string path, string? cookie)
        {
            _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, MaxConnectionsPerServer = 1 });
            _page = new Uri(site, path);
            if (cookie is not null) _client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        /// <summary>Milliseconds of a page.</summary>
        public async Task<double> RoundAsync(int times, CancellationToken cancel)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < times; i++)
            {
                using var answer = await _client.GetAsync(_page, cancel);
                await answer.Content.ReadAsByteArrayAsync(cancel);
                if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{_page} answered {(int)answer.StatusCode}.");
            }

            return watch.Elapsed.TotalMilliseconds / times;
        }

        public void Dispose() => _client.Dispose();
    }
}
