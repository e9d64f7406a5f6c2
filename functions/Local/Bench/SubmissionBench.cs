using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime;
using Directives.Access;
using Directives.Cycles;
using Directives.Simulation;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>
/// Reports over HTTP at 16 connections, each accepted and on the disk before it is answered, against a raw insert of the same bytes
/// (one row, own transaction, same durability) behind an empty endpoint. The chase does not run beside either.
/// </summary>
internal static class SubmissionBench
{
    private const int AtOnce = 1_000;
    private const int Repetitions = 5;

    // A server runs for weeks: both are measured once the compiler has done with them.
    private const int WarmUps = 5;
    private const int Again = 6;
    private static readonly DateOnly Day = new(2023, 4, 28);

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        using var folder = new BenchFolder();
        await using var made = await BenchInstallation.MakeAsync(folder.File("ours.db"), cancel);
        await made.Installation.Keeper.WakeAsync(cancel);
        var keys = await KeysAsync(made.Installation, (Repetitions + WarmUps) * AtOnce, cancel);
        var register = await made.Installation.Registers.GetAsync(cancel);
        var body = Stored.Bytes(SampleReport.Of(register, register.SeatsInForce(Day)[0].Id, Day));
        using var table = new RawTable(folder.File("raw.db"));
        var (site, siteAddress) = await BenchServers.SiteAsync(made.Installation, cancel);
        await using var _ = site;
        var (raw, rawAddress) = await BenchServers.RawAsync(table, cancel);
        await using var __ = raw;

        using var load = new LoopbackLoad();
        var (ours, baseline) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUps + Repetitions; i++)
        {
            var some = keys.Skip(i * AtOnce).Take(AtOnce).ToList();
            var accepted = await load.RateAsync(siteAddress, some.ConvertAll(k => $"/api/reports/{k}"), body, HttpStatusCode.Created, cancel);
            var inserted = await load.RateAsync(rawAddress, some.ConvertAll(k => $"/raw/{k}"), body, HttpStatusCode.Created, cancel);

            if (i < WarmUps)
            {
                // The same again gets the same receipt: it goes most of the way.
                for (var again = 0; again < Again; again++)
                    await load.RateAsync(siteAddress, some.ConvertAll(k => $"/api/reports/{k}"), body, HttpStatusCode.Created, cancel);
                await CompilerQuietAsync(cancel);
                continue;
            }

            ours.Add(accepted);
            baseline.Add(inserted);
        }

        return [BenchLine.Ratio(
            "submissions", "reports over HTTP, 16 connections / raw insert behind an empty endpoint", "per s", Spread.Of(ours), Spread.Of(baseline), 0.5, false)];
    }

    // Methods are compiled again, better, on a thread that would else take its part of the machine from what is measured.
    private static async Task CompilerQuietAsync(CancellationToken cancel)
    {
        for (var (quiet, before) = (0, 0L); quiet < 5; await Task.Delay(100, cancel))
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            quiet = compiled == before ? quiet + 1 : 0;
            before = compiled;
        }
    }

    /// <summary>Keys of the personal links of some obligations, spread over all sheets.</summary>
    private static async Task<List<string>> KeysAsync(Installation installation, int count, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var links = new List<Link>();
        foreach (var cycle in await installation.Cycles.AllAsync(cancel))
        {
            foreach (var plan in cycle.Sheets)
            {
                var sheet = new SheetRef(cycle.Authority, cycle.Id, plan.Area, plan.Part).Partition;
                links.AddRange(plan.Seats.Select(s => new Link(sheet, s.Seat, register.HolderOf(s.Seat, Day)!.Id, 1, Day.AddDays(30))));
            }
        }

        var keys = new ConcurrentBag<string>();
        var spread = new Behaviour(new YearOptions());
        await Parallel.ForEachAsync(
            links.OrderBy(l => spread.Draw("", l.Seat, 0)).Take(count), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = cancel },
            async (link, stop) => keys.Add(await installation.Links.EnsureAsync(link, stop)));
        return keys.Count == count ? [.. keys] : throw new InvalidOperationException(keys.Count.ToString(CultureInfo.InvariantCulture) + " keys only.");
    }
}
