using System.Diagnostics;
using System.Net;
using Directives.Access;
using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Local.Bench;

/// <summary>
/// Recommendations among 100,000 on file, 2,000 of them open, against the same among 1,000, all open: the pages over HTTP, in turn, in the same run; and the radar.
/// Each page with a target reads at most so many, and both stores have more than that.
/// </summary>
internal static class CasesBench
{
    private const int Many = 100_000, OpenOfMany = 2_000, Few = 1_000;
    private const int WarmUps = 40;
    private const int Repetitions = 101;
    private const int Asked = 100;
    private const int Rises = 9;
    private const double MostMilliseconds = 200;
    private static readonly DateOnly Day = BenchInstallation.Since.AddDays(27);

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        using var folder = new BenchFolder();
        await using var few = await OpenAsync(folder.File("few.db"), Few, Few, cancel);
        await using var many = await OpenAsync(folder.File("many.db"), Many, OpenOfMany, cancel);
        var lines = new List<BenchLine>();
        lines.AddRange(await RadarAsync(many.Installation, cancel));
        await few.StartAsync(cancel);
        await many.StartAsync(cancel);
        foreach (var (name, who, path) in Pages(many))
        {
            var (large, small) = (new List<double>(), new List<double>());
            for (var i = -WarmUps; i < Repetitions; i++)
            {
                var (one, other) = (await many.LookAsync(who, path, cancel), await few.LookAsync(who, path, cancel));
                if (i < 0) continue;
                large.Add(one);
                small.Add(other);
            }

            lines.Add(BenchLine.Ratio("cases", $"{name}: 100,000 on file, 2,000 open / 1,000 on file, over HTTP", "ms", Spread.Of(large), Spread.Of(small), 2, true));
        }

        var counted = new List<double>();
        for (var i = -Rises; i < Rises; i++)
        {
            var taken = await many.LookAsync(many.Office, "/office/cases", cancel);
            if (i >= 0) counted.Add(taken);
        }

        lines.Add(Told("the office's list, which counts all that is open, with what rises (no target)", Spread.Of(counted)));
        var texts = new RadarTexts(2);
        var fresh = new List<double>();
        for (var i = 0; i < Rises; i++)
        {
            await many.RaiseAsync($"fresh{i}", texts.Text(), cancel);
            fresh.Add(await many.LookAsync(many.Office, "/office/cases", cancel));
        }

        lines.Add(Told("the office's list, after one more was raised: what rises is worked out again (no target)", Spread.Of(fresh)));
        return lines;
    }

    private static IEnumerable<(string Name, Official Who, string Path)> Pages(Desk desk) =>
    [
        ("the agenda", desk.Recorder, "/agenda"),
        ("one case", desk.Recorder, $"/cases/{CaseShelf.FirstOpen}"),
        ("what an agency owes", desk.Agency, "/owed"),
        ("what the office owes", desk.Office, "/owed"),
    ];

    private static async Task<IReadOnlyList<BenchLine>> RadarAsync(Installation installation, CancellationToken cancel)
    {
        var texts = new RadarTexts(1);
        var watch = Stopwatch.StartNew();
        await AskAsync();
        var built = watch.Elapsed.TotalMilliseconds;
        var (asked, core) = await CoreTime.MeasureAsync(Asked, AskAsync);
        return
        [
            BenchLine.Absolute("cases", "the radar for one new text among 100,000 on file", "ms", asked, MostMilliseconds),
            new BenchLine("cases", "the same, the slowest in processor time", "ms", core, null, core.Max, MostMilliseconds, true),
            Told("the radar reads 100,000 when it is first asked (no target)", new Spread(built, built, built)),
        ];

        Task AskAsync() => installation.Radar.LikeAsync(CaseKind.Difficulty, texts.Text(), 10, _ => true, cancel);
    }

    private static BenchLine Told(string what, Spread spread) => new("cases", what, "ms", spread, null, spread.Median, 0, false);

    private static async Task<Desk> OpenAsync(string file, int onFile, int open, CancellationToken cancel)
    {
        var made = await BenchInstallation.MakeAsync(file, cancel, SampleProvince.Load(BenchInstallation.Since));
        var register = await made.Installation.Registers.GetAsync(cancel);
        var agency = register.Content.Bodies.First(b => b.Kind == "agency" && b.Leader is not null);
        var seats = register.Content.Seats.Where(s => register.HolderOf(s.Id, Day) is not null).ToList();
        await new CaseShelf(made.Installation, agency, seats).FillAsync(onFile, open, cancel);
        return new Desk(made, agency, seats[0]);
    }

    private sealed class Desk(BenchInstallation made, Body agency, Seat seat) : IAsyncDisposable
    {
        private readonly RegisterSnapshot _register = made.Installation.Registers.GetAsync(default).AsTask().GetAwaiter().GetResult();
        private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
        private WebApplication? _site;
        private HttpClient? _client;

        public Installation Installation => made.Installation;

        public Official Office => Holder(Duty.Office);

        public Official Recorder => Holder(Duty.Recorder);

        public Official Agency => _register.Official(agency.Leader!)!;

        public async Task StartAsync(CancellationToken cancel)
        {
            (_site, var address) = await BenchServers.SiteAsync(made.Installation, cancel, sample: true);
            _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = address };
        }

        /// <summary>Milliseconds of a page.</summary>
        public async Task<double> LookAsync(Official who, string path, CancellationToken cancel)
        {
            if (!_cookies.TryGetValue(who.Id, out var cookie))
                _cookies[who.Id] = cookie = BenchServers.CookieOf(_site!, new PersonSession(who.Id, who.Titles(), "vi") { SecondFactor = true });
            using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            asked.Headers.Add("Cookie", cookie);
            var watch = Stopwatch.StartNew();
            using var answer = await _client!.SendAsync(asked, cancel);
            var page = await answer.Content.ReadAsByteArrayAsync(cancel);
            var taken = watch.Elapsed.TotalMilliseconds;
            // A page without any case would be quick for nothing.
            return answer.StatusCode == HttpStatusCode.OK && page.AsSpan().IndexOf("/cases/case"u8) >= 0 ? taken : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
        }

        public Task RaiseAsync(string id, string text, CancellationToken cancel) => Installation.CaseDesk.RaiseAsync(
            id, new Actor("raiser"), new Raised { Kind = CaseKind.Difficulty, Text = text, Place = seat.Place, Seat = seat.Id }, cancel);

        public async ValueTask DisposeAsync()
        {
            _client?.Dispose();
            if (_site is not null) await _site.DisposeAsync();
            await made.DisposeAsync();
        }

        private Official Holder(Duty duty) => _register.Roots.Select(r => _register.DutyHolder(duty, r.Code, Day)).OfType<Official>().First();
    }
}
