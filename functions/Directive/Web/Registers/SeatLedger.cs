using Directives.Access;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Register;
using Directives.Web.Below;
using Directives.Web.Office;

namespace Directives.Web.Registers;

/// <summary>What a seat owes in one cycle, as it was read.</summary>
internal readonly record struct Owing(Cycle Cycle, SheetRef Sheet, Obligation Owed)
{
    public bool IsRunning => Cycle.State != CycleState.Closed;
}

/// <summary>Reads what seats owe and owed (R3). Costs a row for each cycle and seat, however many seats there are.</summary>
internal sealed class SeatLedger(Installation installation)
{
    /// <summary>As many cycles as one looks back on: three years of months.</summary>
    public const int MostCycles = 36;

    private readonly DateTimeOffset _now = installation.Parts.Clock.GetUtcNow();

    /// <summary>The cycles that run and those that ended last, the newest first; each with its state and its frozen sheets.</summary>
    public async ValueTask<IReadOnlyList<Cycle>> CyclesAsync(CancellationToken cancel)
    {
        var cycles = new List<Cycle>();
        foreach (var row in (await installation.Cycles.ListAsync(cancel)).OrderByDescending(c => c.To).ThenBy(c => c.Id, StringComparer.Ordinal).Take(MostCycles))
            cycles.Add(row with { Sheets = (await installation.Cycles.FrozenAsync(row.Id, cancel)).Sheets });
        return cycles;
    }

    /// <summary>What these seats owe and owed, the newest cycle first.</summary>
    public async ValueTask<IReadOnlyList<Owing>> OfAsync(IReadOnlyList<Cycle> cycles, IReadOnlySet<string> seats, CancellationToken cancel)
    {
        var found = new List<Owing>();
        if (seats.Count == 0) return found;
        foreach (var cycle in cycles)
        {
            foreach (var plan in cycle.Sheets)
            {
                foreach (var seat in plan.Seats.Where(s => seats.Contains(s.Seat)))
                {
                    var sheet = new SheetRef(cycle.Authority, cycle.Id, plan.Area, plan.Part);
                    if (await installation.Dossiers.RowAsync<Obligation>(sheet.Dossier, SheetRef.ObligationKey(seat.Seat), cancel) is { } owed)
                        found.Add(new Owing(cycle, sheet, owed));
                }
            }
        }

        return found;
    }

    /// <summary>How the seats of places directly below ended in a cycle; null where none owed.</summary>
    public async ValueTask<SeatCounts?> BelowAsync(Cycle cycle, string area, CancellationToken cancel)
    {
        Tally? sum = null;
        foreach (var sheet in cycle.SheetRefs().Where(s => s.Area == area))
        {
            if (await installation.Dossiers.HeadAsync<SheetHead>(sheet.Dossier, cancel) is { Head.Tally: var tally }) sum = (sum ?? Tally.Nothing) + tally;
        }

        return sum is null ? null : new SeatCounts(sum.OnTime, sum.Late, sum.Open, 0, sum.Missed);
    }

    /// <summary>Seats by state; what is not owed counts nowhere.</summary>
    public SeatCounts Count(IEnumerable<Owing> owing)
    {
        var states = owing.Where(o => o.Owed.State != ObligationState.NotOwed).CountBy(o => SeatViews.StateOf(o.Owed, o.Cycle.Zone(), _now)).ToDictionary();
        return new SeatCounts(
            states.GetValueOrDefault(SeatState.OnTime), states.GetValueOrDefault(SeatState.Late), states.GetValueOrDefault(SeatState.Open),
            states.GetValueOrDefault(SeatState.Overdue), states.GetValueOrDefault(SeatState.Missed));
    }

    /// <summary>A line as the viewer may see it: how it stands for all, the pages behind it for whoever may open them.</summary>
    public SeatDue Line(Owing owing, RegisterLook look, Own own)
    {
        var (cycle, sheet, owed) = owing;
        var path = new SeatPath(cycle.Id, sheet.Area, sheet.Part, owed.Seat);
        var seat = look.Register.Seat(owed.Seat);
        var office = look.Has(May.Do(Deed.RunCycles));
        var below = look.Has(May.Do(Deed.ReadReportBelow)) && owed.Role == SeatRole.Monitor && own.AreasBelow().Contains(sheet.Area);
        var report = owed.Versions == 0 ? null : office ? $"{path.Address}/report/{owed.Versions}" : below ? BelowEndpoints.Address(path) : null;
        return new SeatDue(
            cycle.Id, cycle.Cadence, cycle.From, cycle.To, seat is null ? new SeatLink(owed.Seat, look.Place(owed.Place), owed.Role) : look.Seat(seat),
            SeatViews.StateOf(owed, cycle.Zone(), _now), owed.State == ObligationState.NotOwed, owed.Due, owed.FirstDue, owed.Round, owed.Versions, owed.FiledAt, office ? path.Address : null, report)
        {
            Filed = owed.FiledAt is { } at ? cycle.Zone().LocalAt(at) : null,
        };
    }

    /// <summary>What is the viewer's own, today.</summary>
    public static Own OwnOf(RegisterLook look) => new(look.Register, Assistants.AssistantSet.None, look.Viewer.Whom, look.Today);
}
