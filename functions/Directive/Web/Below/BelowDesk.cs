using Directives.Access;
using Directives.Assistants;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Register;
using Directives.Web.Office;

namespace Directives.Web.Below;

/// <summary>Reads for those in charge of a place. Whose it is stands in the query: only sheets of areas below the reader's places are read.</summary>
public sealed class BelowDesk(Installation installation) : IBelowPages
{
    private const int MostCycles = 4;

    /// <inheritdoc/>
    public async ValueTask<BelowView> ListAsync(PersonSession reader, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var mine = new Own(register, AssistantSet.None, reader.Whom, Today());
        var (own, areas) = (mine.PlacesInCharge, mine.AreasBelow());
        var cycles = new List<BelowCycle>();
        foreach (var row in (await installation.Cycles.ListAsync(cancel)).OrderByDescending(c => c.To).Take(MostCycles))
        {
            var seats = new List<(SheetRef Sheet, Obligation Owed)>();
            foreach (var sheet in (await installation.Cycles.FrozenAsync(row.Id, cancel)).SheetRefs().Where(s => areas.Contains(s.Area)))
            {
                seats.AddRange((await installation.Dossiers.RowsAsync<Obligation>(sheet.Dossier, SheetRef.Obligations, cancel))
                    .Where(o => o.Role == SeatRole.Monitor).Select(o => (sheet, o)));
            }

            if (seats.Count > 0) cycles.Add(CycleOf(row, seats, register));
        }

        return new BelowView([.. own.Select(p => register.PlaceOf(p)?.Name ?? p)], cycles);
    }

    /// <inheritdoc/>
    public async ValueTask<BelowReport?> ReportAsync(PersonSession reader, SeatPath path, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        if (!new Own(register, AssistantSet.None, reader.Whom, Today()).AreasBelow().Contains(path.Area)) return null;
        var sheet = path.SheetOf(installation.Parts.Authority);
        if (await installation.Cycles.FindAsync(path.Cycle, cancel) is not { } cycle
            || await installation.Reports.OwedAsync(sheet, path.Seat, cancel) is not { Role: SeatRole.Monitor, Versions: > 0 } owed
            || await installation.Reports.FindAsync(sheet, path.Seat, owed.Versions, cancel) is not { } report) return null;
        var view = new SeatViews(installation, cycle, register);
        var by = ActorName.Of(register, report.By, report.For);
        return new BelowReport(
            NameOf(owed.Place, register), owed.Role, by, cycle.Cadence, cycle.From, cycle.To, view.StateOf(owed), owed.Due, report.Version, view.Local(report.At), report.Content);
    }

    private BelowCycle CycleOf(Cycle cycle, List<(SheetRef Sheet, Obligation Owed)> seats, RegisterSnapshot register)
    {
        var view = new SeatViews(installation, cycle, register);
        var counts = seats.CountBy(s => view.StateOf(s.Owed)).ToDictionary();
        return new BelowCycle(
            cycle.Cadence, cycle.From, cycle.To,
            new SeatCounts(
                counts.GetValueOrDefault(SeatState.OnTime), counts.GetValueOrDefault(SeatState.Late), counts.GetValueOrDefault(SeatState.Open),
                counts.GetValueOrDefault(SeatState.Overdue), counts.GetValueOrDefault(SeatState.Missed)),
            [
                .. seats.Select(s => new BelowRow(
                    s.Owed.Versions > 0 ? BelowEndpoints.Address(new SeatPath(cycle.Id, s.Sheet.Area, s.Sheet.Part, s.Owed.Seat)) : null,
                    NameOf(s.Owed.Place, register),
                    view.HolderOf(s.Owed)?.Titles(),
                    view.StateOf(s.Owed),
                    s.Owed.Due)),
            ]);
    }

    private DateOnly Today()
    {
        var now = installation.Parts.Clock.GetUtcNow();
        return installation.Parts.Rules.DayAt(now);
    }

    private static string NameOf(string place, RegisterSnapshot register) => register.PlaceOf(place)?.Name ?? place;
}
