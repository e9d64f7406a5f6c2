using Directives.Access;
using Directives.Assistants;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Language;
using Directives.Proposals;
using Directives.Register;
using Directives.Web.Cases;
using Directives.Web.History;
using Directives.Web.Office;

namespace Directives.Web.Mine;

/// <summary>Answers the page of whoever has signed in from the tables. Whose it is stands in the query: only own rows are read.</summary>
public sealed class MineDesk(Installation installation) : IMinePages
{
    private readonly MineDuties _duties = new(installation);

    /// <inheritdoc/>
    public async ValueTask<MineView> ShowAsync(PersonSession person, Who may, Who lacking, CancellationToken cancel)
    {
        var (register, own, today) = await OwnAsync(person, cancel);
        var acts = person.For is { } other && register.Official(other) is { } stoodInFor ? stoodInFor.Titles() : null;
        var counts = (may & May.Do(Deed.SeeCounts)) != 0 ? await new OverviewDesk(installation).OverviewAsync(null, null, cancel) : null;
        return new MineView
        {
            May = may,
            ActsFor = acts,
            Ended = person.For is { } whom && !register.MayActFor(person.Official, whom, today),
            Others = person.For is null ? [.. register.SubstituteFor(person.Official, today).Select(o => (o.Id, o.Titles()))] : [],
            LacksFactor = lacking != Who.Nobody,
            Duties = Is(Who.Official) ? await _duties.OfAsync([.. own.Seats.Select(s => s.Id)], register, cancel) : null,
            Cases = await CasesAsync(person, may, cancel),
            Prepares = Is(Who.Assistant) ? await PreparedAsync(own, register, today, cancel) : null,
            Places = Is(Who.LocalLeader) ? await PlacesAsync(own, register, today, cancel) : null,
            Bodies = Is(Who.Agency) ? await BodiesAsync(own, register, today, cancel) : null,
            // The cycle whose areas are shown comes first.
            Cycles = counts is null ? null : [.. counts.Cycles.OrderByDescending(c => c.Id == counts.Now?.Cycle.Id)],
            Areas = counts?.Now?.Areas ?? [],
            Proposals = Is(Who.Administrator) ? await WaitingAsync(person, register, today, cancel) : null,
        };

        bool Is(Who role) => may.HasFlag(role);
    }

    /// <inheritdoc/>
    public async ValueTask<PersonSession?> OpenAsync(PersonSession person, Who may, SeatPath path, CancellationToken cancel)
    {
        var (register, own, today) = await OwnAsync(person, cancel);
        if (register.Seat(path.Seat) is not { } seat || register.HolderOf(seat.Id, today) is not { } holder) return null;
        var rows = May.RowsOf(Deed.OpenReport, may).Where(r => own.Has(r, seat)).ToList();
        if (rows.Count == 0) return null;
        var sheet = path.SheetOf(installation.Parts.Authority);
        if (await installation.Dossiers.RowAsync<Obligation>(sheet.Dossier, SheetRef.ObligationKey(seat.Id), cancel) is not { } owed) return null;
        // Whoever holds the seat is more than who prepares for it.
        var drafter = rows.Contains(Rows.OwnPosts) ? null : person.Whom;
        var reader = drafter is null ? holder : new Drafters(register, await installation.Assistants.GetAsync(cancel)).Find(drafter);
        return await installation.LetterLinks.EnsureAsync(sheet, owed, holder.Id, drafter, reader?.Address, cancel) is { } key
            ? person with { Opened = new OpenedReport(Links.Hash(key), sheet.Partition, seat.Id, holder.Id, drafter) }
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<ThingHistory?> HistoryAsync(PersonSession person, Who may, SeatPath path, CancellationToken cancel)
    {
        var (register, own, _) = await OwnAsync(person, cancel);
        return register.Seat(path.Seat) is { } seat && May.RowsOf(Deed.OpenReport, may).Any(r => own.Has(r, seat))
            ? await new ThingHistories(installation).OfAsync(path.SheetOf(installation.Parts.Authority), seat.Id, MineEndpoints.Path, cancel)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<SharedReport?> SharedAsync(PersonSession person, SeatPath path, CancellationToken cancel)
    {
        var (register, own, _) = await OwnAsync(person, cancel);
        if (register.Seat(path.Seat) is not { } seat || !own.Has(Rows.OwnPlace, seat)) return null;
        var sheet = path.SheetOf(installation.Parts.Authority);
        // A report that was sent back is being written again: it is nobody's to read but the office's and its author's.
        if (await installation.Cycles.FindFrozenAsync(path.Cycle, cancel) is not { } cycle
            || await installation.Dossiers.RowAsync<Obligation>(sheet.Dossier, SheetRef.ObligationKey(seat.Id), cancel) is not { Versions: > 0 } owed
            || owed.State == ObligationState.Open
            || await installation.Reports.FindAsync(sheet, seat.Id, owed.Versions, cancel) is not { } report) return null;
        return new SharedReport(
            register.PlaceOf(seat.Place)?.Name ?? seat.Place, seat.Role, ActorName.Of(register, report.By, report.For), cycle.Cadence, cycle.From, cycle.To,
            cycle.Zone().LocalAt(report.At), SharedParts.Of(report.Content), await new HistoryReader(installation).OfPlaceAsync(sheet, seat.Id, cancel));
    }

    /// <inheritdoc/>
    public async ValueTask<PersonSession?> ActForAsync(PersonSession person, string other, CancellationToken cancel)
    {
        var (register, _, today) = await OwnAsync(person, cancel);
        return register.MayActFor(person.Official, other, today) && register.Official(person.Official) is { } self && register.Official(other) is { } whom
            ? person with { For = other, Opened = null, Title = ActorName.For(self.Titles(), whom.Titles()) }
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<PersonSession> StopAsync(PersonSession person, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        return person with { For = null, Opened = null, Title = register.Official(person.Official) is { } self ? self.Titles() : person.Title };
    }

    private async ValueTask<(RegisterSnapshot Register, Own Own, DateOnly Today)> OwnAsync(PersonSession person, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var today = installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());
        return (register, new Own(register, await installation.Assistants.GetAsync(cancel), person.Whom, today), today);
    }

    private async ValueTask<OwedView?> CasesAsync(PersonSession person, Who may, CancellationToken cancel) =>
        await new OwedPages(installation).OwnAsync(new CaseViewer(person.Whom, person.Actor, may), cancel) is { } owed && (owed.MayRaise || owed.Rows.Count > 0) ? owed : null;

    private async ValueTask<int> WaitingAsync(PersonSession person, RegisterSnapshot register, DateOnly today, CancellationToken cancel) =>
        (await installation.Proposals.ListAsync(cancel)).Count(p => ProposalRules.RefusesDecision(p, person.Official, register, today) is null);

    private async ValueTask<IReadOnlyList<MineDuty>> PreparedAsync(Own own, RegisterSnapshot register, DateOnly today, CancellationToken cancel) =>
        await _duties.OfAsync([.. own.PreparedFor.SelectMany(o => register.PostsOf(o, today)).Select(p => p.Seat)], register, cancel);

    private async ValueTask<IReadOnlyList<MinePlace>> PlacesAsync(Own own, RegisterSnapshot register, DateOnly today, CancellationToken cancel)
    {
        var places = new List<MinePlace>();
        foreach (var code in own.Places)
        {
            var seats = register.SeatsAt(code);
            List<(Bilingual, SeatRole?)> responsible =
            [
                .. seats.Select(s => (Holder: register.HolderOf(s.Id, today), s.Role)).Where(x => x.Holder is not null).Select(x => (x.Holder!.Titles(), (SeatRole?)x.Role)),
                .. register.InChargeAbove(code, today).Select(o => (o.Titles(), (SeatRole?)null)),
            ];
            var reports = (await _duties.OfAsync([.. seats.Select(s => s.Id)], register, cancel)).Where(d => d.Versions > 0 && !d.IsOwed);
            places.Add(new MinePlace(register.PlaceOf(code)?.Name ?? code, responsible, [.. reports]));
        }

        return places;
    }

    private async ValueTask<IReadOnlyList<MineBody>> BodiesAsync(Own own, RegisterSnapshot register, DateOnly today, CancellationToken cancel)
    {
        var bodies = new List<MineBody>();
        foreach (var body in own.Bodies)
        {
            var seats = register.Members(body.Id).SelectMany(o => register.PostsOf(o.Id, today)).Select(p => p.Seat).ToList();
            bodies.Add(new MineBody(body.Names(), await _duties.OfAsync(seats, register, cancel)));
        }

        return bodies;
    }
}
