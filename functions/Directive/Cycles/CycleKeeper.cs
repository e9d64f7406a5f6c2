using Directives.Calendars;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;
using Directives.Tables;

namespace Directives.Cycles;

/// <summary>
/// Opens cycles and closes them (R2, R3). Opening twice, from two engines, or again after a crash at any point gives
/// exactly one obligation per seat in force: the plan is frozen first, and every sheet is inserted whole.
/// </summary>
public sealed class CycleKeeper(
    DossierStore dossiers, CycleStore cycles, RegisterStore registers, RuleBook rules, Mailboxes mailboxes, TimeProvider clock)
{
    /// <summary>A cycle looks at its sheets a little after they should have closed.</summary>
    internal static readonly TimeSpan LookAfter = TimeSpan.FromHours(1);
    private readonly Joiner _joiner = new(dossiers, cycles, registers, rules);

    /// <summary>Begins the keeping of cycles from a local day on; done already is fine.</summary>
    public async Task BeginAsync(DateOnly since, CancellationToken cancel = default)
    {
        if (await cycles.HeadAsync(cancel) is not null) return;
        var head = new CyclesHead { Since = since, Next = clock.GetUtcNow() };
        try
        {
            await dossiers.BeginAsync(cycles.Dossier, head, new Act("cycles-begun", Actor.System).Note("since", null, $"{since:yyyy-MM-dd}"), cancel);
        }
        catch (RowExistsException)
        {
            // Another engine began it.
        }
    }

    /// <summary>Does what is due: finishes openings, opens, closes, delivers tallies. Returns when it next wants attention (UTC).</summary>
    public async Task<DateTimeOffset?> WakeAsync(CancellationToken cancel = default)
    {
        while (await cycles.HeadAsync(cancel) is { } held)
        {
            var now = clock.GetUtcNow();
            if (held.Head.Active.FirstOrDefault(a => a.State == CycleState.Opening) is { } opening) await FinishOpeningAsync(held, opening, false, cancel);
            else if (FirstDue(held.Head, now) is { } next) await FreezeAsync(held, next, now, cancel);
            else if (await JoinAsync(held, cancel)) continue;
            else if (held.Head.Active.FirstOrDefault(a => a.LookAt <= now) is { } look) await LookAsync(held, look, now, cancel);
            else if (NextOf(held.Head) is var wanted && wanted != held.Head.Next) await RestAsync(held, wanted, cancel);
            else return held.Head.Next;
        }

        return null;
    }

    /// <summary>Freezes every cycle whose period has begun; what follows is left to whoever opens its sheets. Returns the cycles that run.</summary>
    /// <exception cref="VersionRaceException">Another act came first.</exception>
    public async Task<IReadOnlyList<ActiveCycle>> FreezeDueAsync(CancellationToken cancel = default)
    {
        while (await cycles.HeadAsync(cancel) is { } held)
        {
            var now = clock.GetUtcNow();
            if (FirstDue(held.Head, now) is not { } next) return held.Head.Active;
            await FreezeAsync(held, next, now, cancel);
        }

        return [];
    }

    /// <summary>Writes some sheets of a frozen cycle, by their place in its plan; those that are there already stand.</summary>
    public async Task OpenSheetsAsync(string cycle, int from, int count, CancellationToken cancel = default)
    {
        var frozen = await cycles.FrozenAsync(cycle, cancel);
        await new SheetOpener(dossiers, rules, await registers.GetAsync(cancel)).OpenAsync(frozen, [.. frozen.Sheets.Skip(from).Take(count)], cancel);
    }

    /// <summary>Says that a cycle is open, once all its sheets are written. Said already is fine.</summary>
    /// <exception cref="VersionRaceException">Another act came first.</exception>
    public async Task OpenedAsync(string cycle, CancellationToken cancel = default)
    {
        if (await cycles.HeadAsync(cancel) is { } held && held.Head.Active.FirstOrDefault(a => a.Id == cycle) is { State: CycleState.Opening } opening)
        {
            await FinishOpeningAsync(held, opening, true, cancel);
            await JoinAsync(cancel);
        }
    }

    /// <summary>Looks whether one cycle can close, and delivers its tally. Returns when to look again (UTC); null once it is over.</summary>
    /// <exception cref="VersionRaceException">Another act came first.</exception>
    public async Task<DateTimeOffset?> LookAsync(string cycle, CancellationToken cancel = default)
    {
        while (await cycles.HeadAsync(cancel) is { } held)
        {
            if (held.Head.Active.FirstOrDefault(a => a.Id == cycle) is not { } active) return null;
            var now = clock.GetUtcNow();
            if (active.LookAt > now) return active.LookAt;
            await LookAsync(held, active, now, cancel);
        }

        return null;
    }

    /// <summary>Lets seats that were filled since join the cycles that run. Done already is fine.</summary>
    /// <exception cref="VersionRaceException">Another act came first.</exception>
    public async Task JoinAsync(CancellationToken cancel = default)
    {
        while (await cycles.HeadAsync(cancel) is { } held)
        {
            if (!await JoinAsync(held, cancel)) return;
        }
    }

    /// <summary>One step of it; false where nobody is to join.</summary>
    private async Task<bool> JoinAsync(Held<CyclesHead> held, CancellationToken cancel)
    {
        if (held.Head.Active.FirstOrDefault(a => a.Joining == true) is { } joining)
        {
            await _joiner.FinishAsync(joining.Id, cancel);
            await RestAsync(held, held.Head with { Active = [.. held.Head.Active.Select(a => a == joining ? a with { Joining = null } : a)] }, cancel);
            return true;
        }

        if (await _joiner.FindAsync(held.Head, clock.GetUtcNow(), cancel) is not var (cycle, sheets)) return false;
        await _joiner.BeginAsync(held, cycle, sheets, clock.GetUtcNow(), cancel);
        return true;
    }

    private CyclePlan.Opening? FirstDue(CyclesHead head, DateTimeOffset now) => CyclePlan.Upcoming(rules.Editions, head)
        .Where(o => rules.Opens(o) && Zone.Of(o.Edition.Zone).StartOfDay(o.Period.From) <= now)
        .OrderBy(o => o.Period.From).ThenBy(o => o.Id, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>First act: the cycle with its frozen plan.</summary>
    private async Task FreezeAsync(Held<CyclesHead> held, CyclePlan.Opening opening, DateTimeOffset now, CancellationToken cancel)
    {
        var register = await registers.GetAsync(cancel);
        var asOf = opening.Period.From > held.Head.Since ? opening.Period.From : held.Head.Since;
        var cycle = new Cycle
        {
            Id = opening.Id,
            Authority = cycles.Authority,
            Edition = opening.Edition,
            Cadence = opening.Period.Cadence,
            PeriodKind = opening.Kind,
            From = opening.Period.From,
            To = opening.Period.To,
            AsOf = asOf,
            Sheets = CyclePlan.Sheets(opening, register, asOf, await BesideAsync(opening, cancel)),
            State = CycleState.Opening,
            OpenedAt = now,
            YearsWithoutHolidays = rules.YearsWithoutHolidays(opening),
        };
        var after = held.Head with
        {
            Next = now,
            Active = [.. held.Head.Active, new ActiveCycle(cycle.Id, CycleState.Opening, now)],
            Through = new Dictionary<string, DateOnly>(held.Head.Through) { [opening.Series] = opening.Period.To },
        };
        var act = new Act("cycle-frozen", Actor.System, $"the period {opening.Period.Id} of {opening.Edition.Directive} began")
            .Note("seats", null, $"{cycle.Seats()}");
        CycleStore.Freeze(act, cycle);
        await dossiers.CommitAsync(cycles.Dossier, held, after, act, cancel);
    }

    private async ValueTask<PlannedBeside> BesideAsync(CyclePlan.Opening opening, CancellationToken cancel)
    {
        var (ids, previous) = CyclePlan.Neighbours(rules.Editions, opening);
        var beside = new List<Cycle>(ids.Count);
        foreach (var id in ids)
        {
            if (await cycles.FindFrozenAsync(id, cancel) is { } cycle) beside.Add(cycle);
        }

        return PlannedBeside.Of(beside, previous is null ? null : await cycles.FindFrozenAsync(previous, cancel));
    }

    /// <summary>Then the due index, one batch per sheet, and last the cycle is open.</summary>
    private async Task FinishOpeningAsync(Held<CyclesHead> held, ActiveCycle active, bool written, CancellationToken cancel)
    {
        var cycle = await cycles.FrozenAsync(active.Id, cancel);
        var opener = new SheetOpener(dossiers, rules, await registers.GetAsync(cancel));
        if (!written) await opener.OpenAsync(cycle, cycle.Sheets, cancel);
        var looks = cycle.Zone().EndOfDay(opener.LastDay(cycle)) + LookAfter;
        var head = held.Head with { Active = [.. held.Head.Active.Select(a => a.Id == cycle.Id ? new(a.Id, CycleState.Open, looks) : a)] };
        var act = CycleStore.Put(new Act("cycle-opened", Actor.System), cycle with { State = CycleState.Open })
            .Note(cycle.Id, "opening", "open");
        await dossiers.CommitAsync(cycles.Dossier, held, head with { Next = NextOf(head) }, act, cancel);
    }

    /// <summary>A cycle closes from its sheets' heads; its tally goes to leaders and office.</summary>
    private async Task LookAsync(Held<CyclesHead> held, ActiveCycle active, DateTimeOffset now, CancellationToken cancel)
    {
        var cycle = await cycles.FindAsync(active.Id, cancel) ?? throw new InvalidDataException($"There is no cycle '{active.Id}'.");
        if (cycle.State == CycleState.Closed)
        {
            await DeliverAsync(held, cycle, cancel);
            return;
        }

        var heads = await cycles.SheetHeadsAsync(cycle, cancel);
        var open = heads.Where(h => h is not { Closed: true }).ToList();
        if (open.Count > 0)
        {
            // Extensions keep sheets open: look when the last of them next moves.
            var later = open.Max(h => h?.Next ?? now) + LookAfter;
            if (later <= now) later = now + LookAfter;
            await RestAsync(held, held.Head with { Active = [.. held.Head.Active.Select(a => a == active ? a with { LookAt = later } : a)] }, cancel);
            return;
        }

        var tally = heads.Aggregate(Tally.Nothing, (sum, h) => sum + h!.Tally);
        var register = await registers.GetAsync(cancel);
        var closed = cycle with { State = CycleState.Closed, ClosedAt = now, Tally = tally };
        closed = closed with { Pending = TallyNotices.Of(closed, register, cycle.Zone().DateAt(now), now) };
        var act = CycleStore.Put(new Act("cycle-closed", Actor.System, "every sheet is closed"), closed)
            .Note(cycle.Id, "open", "closed")
            .Note("tally", null, $"{tally.OnTime} on time, {tally.Late} late, {tally.Missed} missed of {tally.Seats}");
        await dossiers.CommitAsync(cycles.Dossier, held, held.Head with { Next = now }, act, cancel);
    }

    private async Task DeliverAsync(Held<CyclesHead> held, Cycle cycle, CancellationToken cancel)
    {
        await mailboxes.DeliverAsync(cycle.Pending ?? [], cycles.Dossier, cancel);
        var head = held.Head with { Active = [.. held.Head.Active.Where(a => a.Id != cycle.Id)] };
        var act = CycleStore.Put(new Act("tally-delivered", Actor.System), cycle with { Pending = null });
        await dossiers.CommitAsync(cycles.Dossier, held, head with { Next = NextOf(head) }, act, cancel);
    }

    private Task RestAsync(Held<CyclesHead> held, DateTimeOffset? next, CancellationToken cancel) =>
        RestAsync(held, held.Head with { Next = next }, cancel);

    private async Task RestAsync(Held<CyclesHead> held, CyclesHead after, CancellationToken cancel) =>
        await dossiers.CommitAsync(cycles.Dossier, held, after with { Next = NextOf(after) }, new Act("cycles-looked", Actor.System), cancel);

    private DateTimeOffset? NextOf(CyclesHead head)
    {
        var opens = CyclePlan.Upcoming(rules.Editions, head).Where(rules.Opens).Select(o => Zone.Of(o.Edition.Zone).StartOfDay(o.Period.From));
        return opens.Concat(head.Active.Select(a => a.LookAt)).Cast<DateTimeOffset?>().DefaultIfEmpty(null).Min();
    }
}
