using System.Diagnostics;
using System.Net;
using Directives.Access;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Register;
using Directives.Simulation;

namespace Directives.Local.Bench;

/// <summary>The office's overview over HTTP: that of 11,303 posts against that of 170, each after somebody has filed.</summary>
internal static class OverviewBench
{
    private const int WarmUps = 200;
    private const int Repetitions = 101;
    private static readonly DateOnly Day = new(2023, 5, 15);

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        using var folder = new BenchFolder();
        await using var nation = await OpenAsync(folder, "nation", BenchInstallation.OfNation, cancel);
        await using var province = await OpenAsync(folder, "province", SampleProvince.Load(BenchInstallation.Since), cancel);
        var (large, small) = (new List<double>(), new List<double>());
        for (var i = -WarmUps; i < Repetitions; i++)
        {
            var (many, few) = (await nation.LookAsync(cancel), await province.LookAsync(cancel));
            if (i < 0) continue;
            large.Add(many);
            small.Add(few);
        }

        return
        [
            BenchLine.Ratio("overview", "the office's overview of 11,303 posts / of 170, over HTTP, a report filed before each", "ms",
                Spread.Of(large), Spread.Of(small), 2, true),
        ];
    }

    private static async Task<Desk> OpenAsync(BenchFolder folder, string name, RegisterContent content, CancellationToken cancel)
    {
        var made = await BenchInstallation.MakeAsync(folder.File($"{name}.db"), cancel, content);
        await made.Installation.Keeper.WakeAsync(cancel);
        ((MovableClock)made.Installation.Parts.Clock).MoveTo(new DateTimeOffset(Day, new TimeOnly(3, 0), TimeSpan.Zero));
        var seats = new List<(SheetRef Sheet, string Seat)>();
        foreach (var cycle in await made.Installation.Cycles.AllAsync(cancel))
            seats.AddRange(cycle.Sheets.SelectMany(s => s.Seats.Select(x => (new SheetRef(cycle.Authority, cycle.Id, s.Area, s.Part), x.Seat))));

        // Spread over the sheets, and reproducible.
        var behaviour = new Behaviour(new YearOptions());
        var filing = new Queue<(SheetRef, string)>(seats.OrderBy(s => behaviour.Draw("", s.Seat, 0)));
        var desk = new Desk(made, filing);

        // A third is in.
        for (var left = seats.Count / 3; left > 0; left--) await desk.FileAsync(cancel);
        await desk.StartAsync(cancel);
        return desk;
    }

    private sealed class Desk(BenchInstallation made, Queue<(SheetRef Sheet, string Seat)> filing) : IAsyncDisposable
    {
        private WebApplication? _site;
        private HttpClient? _client;

        public async Task StartAsync(CancellationToken cancel)
        {
            (_site, var address) = await BenchServers.SiteAsync(made.Installation, cancel, sample: true);
            var register = await made.Installation.Registers.GetAsync(cancel);
            var office = register.Roots.Select(r => register.DutyHolder(Duty.Office, r.Code, Day)).OfType<Official>().First();
            _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = address };
            _client.DefaultRequestHeaders.Add("Cookie", BenchServers.CookieOf(_site, new PersonSession(office.Id, office.Titles(), "vi") { SecondFactor = true }));
        }

        /// <summary>One report is filed; the milliseconds of the overview after it. Where all are in, nothing is filed.</summary>
        public async Task<double> LookAsync(CancellationToken cancel)
        {
            await FileAsync(cancel);
            var watch = Stopwatch.StartNew();
            using var answer = await _client!.GetAsync(new Uri("/office", UriKind.Relative), cancel);
            await answer.Content.ReadAsByteArrayAsync(cancel);
            var taken = watch.Elapsed.TotalMilliseconds;
            return answer.StatusCode == HttpStatusCode.OK ? taken : throw new InvalidOperationException($"The overview answered {(int)answer.StatusCode}.");
        }

        public async Task FileAsync(CancellationToken cancel)
        {
            if (!filing.TryDequeue(out var next)) return;
            var register = await made.Installation.Registers.GetAsync(cancel);
            if (register.HolderOf(next.Seat, Day) is not { } holder) return;
            await made.Installation.Reports.FileAsync(next.Sheet, next.Seat, new Actor(holder.Id), SampleReport.Of(register, next.Seat, Day), cancel: cancel);
        }

        public async ValueTask DisposeAsync()
        {
            _client?.Dispose();
            if (_site is not null) await _site.DisposeAsync();
            await made.DisposeAsync();
        }
    }
}
