using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Mail.Faults;
using Directives.Recovery;
using Directives.Register;
using Directives.Web.Persons;

namespace Directives.Web.Office;

/// <summary>What the office sees first, from what stands in memory: neither query nor page grows with the number of posts (R13).</summary>
public sealed class OverviewDesk(Installation installation)
{
    /// <summary>As many cycles, people and areas as one looks at; "show more" shows <see cref="Many"/>.</summary>
    public const int Few = 10;

    /// <summary>As many as a page may hold.</summary>
    public const int Many = 60;

    private const int MostAreas = 12;
    private const int InQueue = 5;

    /// <summary>The overview.</summary>
    /// <param name="more">Which list to show in full: <c>cycles</c>, <c>late</c>, <c>areas</c>, <c>read</c> or <c>asked</c>; null for none.</param>
    public async ValueTask<OfficeView> OverviewAsync(string? more, HeldLetters? held, CancellationToken cancel)
    {
        int Most(string list, int few) => more == list ? Many : few;
        var register = await installation.Registers.GetAsync(cancel);
        var all = await installation.Cycles.ListAsync(cancel);
        var listed = all.OrderByDescending(c => c.From).ThenBy(c => c.Id, StringComparer.Ordinal).Take(Most("cycles", Few)).ToList();
        var looked = await LookAsync(all, cancel);
        var running = looked.Where(l => l.Cycle.State != CycleState.Closed).ToList();
        var main = running.OrderByDescending(l => l.Cycle.Seats()).ThenBy(l => l.Cycle.To).ThenBy(l => l.Cycle.Id, StringComparer.Ordinal).FirstOrDefault();
        return new OfficeView
        {
            Cycles = [.. listed.Select(c => RowOf(c, looked))],
            MoreCycles = all.Count - listed.Count,
            Held = held,
            Queue = Queue(looked, register, Most("read", InQueue), Most("asked", InQueue)) with
            {
                Unreached = (await new UnreachedDesk(installation).ListAsync(cancel)).Count(p => p.Open.Any(d => d.TelephonedAt is null)),
                Failed = await FailedAsync(cancel),
                Restores = (await new RestoreStore(installation).ListAsync(cancel)).Count(r => r.Done is null),
            },
            Now = main is null ? null : Glance(main, looked, register, Most("areas", MostAreas)),
            Late = await LateAsync(running, register, Most("late", Few), cancel),
            Missing = Proposals.ProposalRules.Missing(register, installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow())),
            Overdue = running.Sum(l => l.Stands.All.Overdue(l.Today)),
        };
    }

    /// <summary>How the reports of a cycle came; null where there is no such cycle.</summary>
    public async ValueTask<ReportDays?> DaysAsync(string cycle, CancellationToken cancel)
    {
        var all = await installation.Cycles.ListAsync(cancel);
        if (all.FirstOrDefault(c => c.Id == cycle) is not { } found) return null;
        var now = await LookAsync(found, cancel);
        return DaysOf(now, EarlierOf(found, all) is { } earlier ? await LookAsync(earlier, cancel) : null);
    }

    /// <summary>Areas of a cycle by state, those with the most overdue first; null where there is no such cycle.</summary>
    public async ValueTask<IReadOnlyList<AreaRow>?> AreasAsync(string cycle, CancellationToken cancel)
    {
        if ((await installation.Cycles.ListAsync(cancel)).FirstOrDefault(c => c.Id == cycle) is not { } found) return null;
        return AreasOf(await LookAsync(found, cancel), await installation.Registers.GetAsync(cancel), MostAreas);
    }

    private async ValueTask<int> FailedAsync(CancellationToken cancel)
    {
        var faults = await new PostFaults(installation).FaultsAsync(cancel);
        return faults.Letters.Count + (faults.Account?.Waiting ?? 0);
    }

    private static Cycle? EarlierOf(Cycle cycle, IReadOnlyList<Cycle> all) => all
        .Where(c => c.Cadence == cycle.Cadence && c.Edition.Directive == cycle.Edition.Directive && c.To < cycle.From).MaxBy(c => c.To);

    /// <summary>What may still want the office: running cycles, and of each cadence the last that closed.</summary>
    private async ValueTask<List<Looked>> LookAsync(IReadOnlyList<Cycle> all, CancellationToken cancel)
    {
        var closed = all.Where(c => c.State == CycleState.Closed).GroupBy(c => (c.Cadence, c.Edition.Directive)).Select(g => g.MaxBy(c => c.To)!);
        var looked = new List<Looked>();
        foreach (var cycle in all.Where(c => c.State != CycleState.Closed).Concat(closed)) looked.Add(await LookAsync(cycle, cancel));
        return looked;
    }

    private async ValueTask<Looked> LookAsync(Cycle row, CancellationToken cancel)
    {
        // The plan is large and never changes: it is read once.
        var cycle = row with { Sheets = (await installation.Cycles.FrozenAsync(row.Id, cancel)).Sheets };
        return new Looked(cycle, await installation.Standing.OfAsync(cycle, cancel), cycle.Zone().DateAt(installation.Parts.Clock.GetUtcNow()));
    }

    private static CycleRow RowOf(Cycle cycle, List<Looked> looked)
    {
        var counts = cycle.Tally is { } tally ? new SeatCounts(tally.OnTime, tally.Late, 0, 0, tally.Missed)
            : looked.FirstOrDefault(l => l.Cycle.Id == cycle.Id) is { } now ? CountsOf(now.Stands.All, now.Today)
            : SeatCounts.None;
        return new CycleRow(cycle.Id, cycle.Edition.Directive, cycle.Cadence, cycle.From, cycle.To, cycle.State, counts);
    }

    private static SeatCounts CountsOf(AreaStanding stands, DateOnly today)
    {
        var overdue = stands.Overdue(today);
        return new SeatCounts(stands.OnTime, stands.Late, stands.StillOwed - overdue, overdue, stands.Missed);
    }

    private CycleGlance Glance(Looked main, List<Looked> looked, RegisterSnapshot register, int most)
    {
        var earlier = EarlierOf(main.Cycle, [.. looked.Select(l => l.Cycle)]);
        return new CycleGlance(
            RowOf(main.Cycle, looked),
            [.. main.Cycle.Roles().Select(r => new RoleDue(r.Role, Deadlines.Due(r, main.Cycle.Period(), installation.Parts.Rules.Calendar), r.Name))],
            AreasOf(main, register, most),
            Math.Max(0, main.Stands.Areas.Count - most),
            DaysOf(main, looked.FirstOrDefault(l => l.Cycle.Id == earlier?.Id)));
    }

    private static IReadOnlyList<AreaRow> AreasOf(Looked looked, RegisterSnapshot register, int most) =>
    [
        .. looked.Stands.Areas.OrderByDescending(a => a.Overdue(looked.Today)).ThenBy(a => a.Code, StringComparer.Ordinal).Take(most)
            .Select(a => new AreaRow(a.Code, register.PlaceOf(a.Code)?.Name ?? a.Code, CountsOf(a, looked.Today))),
    ];

    private ReportDays DaysOf(Looked now, Looked? earlier) => ReportDays.Of(
        now.Stands.All.Filed, DueOf(now.Cycle), now.Cycle.Seats(), earlier?.Stands.All.Filed, earlier is null ? default : DueOf(earlier.Cycle), now.Today);

    private DateOnly DueOf(Cycle cycle) => cycle.Roles().Select(r => Deadlines.Due(r, cycle.Period(), installation.Parts.Rules.Calendar)).Min();

    private async ValueTask<IReadOnlyList<LateRow>> LateAsync(List<Looked> running, RegisterSnapshot register, int most, CancellationToken cancel)
    {
        var rows = new List<LateRow>();
        var late = running.SelectMany(l => l.Stands.Overdue(l.Today, most).Select(p => (Looked: l, Placed: p)))
            .OrderBy(x => x.Placed.Owed.Due).ThenBy(x => x.Placed.Owed.Seat, StringComparer.Ordinal).Take(most);
        foreach (var (looked, placed) in late)
        {
            // What was told is not kept in memory.
            if (await installation.Dossiers.RowAsync<Obligation>(placed.Sheet.Dossier, SheetRef.ObligationKey(placed.Owed.Seat), cancel) is not { } owed) continue;
            var row = (await new SeatViews(installation, looked.Cycle, register).RowsAsync([(placed.Sheet, owed)], cancel))[0];
            rows.Add(new LateRow(RowOf(looked.Cycle, running), row));
        }

        return rows;
    }

    private static OfficeQueue Queue(List<Looked> looked, RegisterSnapshot register, int mostRead, int mostAsked) => new(
        looked.Sum(l => l.Stands.Unread),
        [
            .. looked.SelectMany(l => l.Stands.ToRead(mostRead).Select(p => QueueRowOf(l, p, register, p.Owed.FiledAt ?? default, $"/report/{p.Owed.Versions}")))
                .OrderBy(r => r.At).Take(mostRead),
        ],
        looked.Sum(l => l.Stands.Asked.Count),
        [
            .. looked.SelectMany(l => l.Stands.Asked.Take(mostAsked).Select(p => QueueRowOf(l, p, register, p.Owed.Asked!.At, "#asked") with
            {
                Wished = p.Owed.Asked.Wished,
                Words = p.Owed.Asked.Reason,
            })).OrderBy(r => r.At).Take(mostAsked),
        ]);

    private static QueueRow QueueRowOf(Looked looked, Placed placed, RegisterSnapshot register, DateTimeOffset at, string rest)
    {
        var holder = register.HolderOf(placed.Owed.Seat, looked.Today);
        return new QueueRow(
            new SeatPath(looked.Cycle.Id, placed.Sheet.Area, placed.Sheet.Part, placed.Owed.Seat).Address + rest,
            register.PlaceOf(placed.Owed.Place)?.Name ?? placed.Owed.Place,
            holder?.Titles(),
            looked.Cycle.Zone().LocalAt(at));
    }

    private sealed record Looked(Cycle Cycle, CycleStanding Stands, DateOnly Today);
}
