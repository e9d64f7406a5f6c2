using Directives.Calendars;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;
using Directives.Tables;

namespace Directives.Cycles;

/// <summary>Writes the sheets of a frozen cycle (R3): the due index ahead, then one batch per sheet; there already is the same as done.</summary>
public sealed class SheetOpener(DossierStore dossiers, RuleBook rules, RegisterSnapshot register)
{
    private const int AtOnce = 8;

    /// <summary>Last local day on which any report of the cycle counts.</summary>
    public DateOnly LastDay(Cycle cycle) =>
        cycle.Roles().Select(r => Deadlines.LastDay(r, DueOf(cycle, r), rules.Calendar)).DefaultIfEmpty(cycle.To).Max();

    /// <summary>Writes sheets of a cycle.</summary>
    public async Task OpenAsync(Cycle cycle, IReadOnlyList<SheetPlan> sheets, CancellationToken cancel)
    {
        var dues = cycle.Roles().ToDictionary(r => (r.Role, r.Name), r => DueOf(cycle, r));
        var zone = cycle.Zone();
        var last = LastDay(cycle);
        var first = cycle.Roles()
            .Select(r => Ladder.Of(r, dues[(r.Role, r.Name)], rules.Calendar, zone).After(-1)).DefaultIfEmpty(zone.EndOfDay(last)).Min();
        await dossiers.AnnounceAsync([.. sheets.Select(s => (RefOf(cycle, s).Dossier, LookAt(cycle, s, first, zone)))], cancel);
        await Parallel.ForEachAsync(
            sheets,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (plan, stop) => await OpenAsync(cycle, plan, dues, last, LookAt(cycle, plan, first, zone), stop));
    }

    /// <summary>When a sheet is first looked at (UTC): at the first rung, or before it where a seat changes hands.</summary>
    private DateTimeOffset LookAt(Cycle cycle, SheetPlan plan, DateTimeOffset first, Zone zone) => plan.Seats
        .Select(s => register.NextChange(s.Seat, plan.JoinedOn ?? cycle.AsOf)).OfType<DateOnly>().Select(zone.StartOfDay).Append(first).Min();

    private async ValueTask OpenAsync(
        Cycle cycle, SheetPlan plan, Dictionary<(SeatRole, string?), DateOnly> dues, DateOnly last, DateTimeOffset first, CancellationToken cancel)
    {
        var joined = plan.JoinedOn;
        var head = new SheetHead
        {
            Cycle = cycle.Id,
            PeriodTo = cycle.To,
            Area = plan.Area,
            Part = plan.Part,
            LastDay = last,
            Tally = Tally.Nothing with { Seats = plan.Seats.Count },
            Next = first,
            Ladder = first,
        };
        var act = new Act("sheet-opened", Actor.System);
        foreach (var seat in plan.Seats)
        {
            act.Insert(SheetRef.ObligationKey(seat.Seat), new Obligation
            {
                Seat = seat.Seat,
                Place = seat.Place,
                Role = seat.Role,
                Rule = seat.Rule,
                FirstDue = dues[(seat.Role, seat.Rule)],
                Due = joined is { } day ? SeatLife.Due(dues[(seat.Role, seat.Rule)], day, rules.Calendar) : dues[(seat.Role, seat.Rule)],
                Holder = register.HolderOf(seat.Seat, joined ?? cycle.AsOf)?.Id,
                HandedOver = joined,
            });
        }

        try
        {
            await dossiers.BeginAnnouncedAsync(RefOf(cycle, plan).Dossier, head, act, cancel);
        }
        catch (RowExistsException)
        {
            // Opened before a crash, or by another engine.
        }
    }

    private static SheetRef RefOf(Cycle cycle, SheetPlan plan) => new(cycle.Authority, cycle.Id, plan.Area, plan.Part);

    private DateOnly DueOf(Cycle cycle, RoleRule rule) => Deadlines.Due(rule, cycle.Period(), rules.Calendar);
}
