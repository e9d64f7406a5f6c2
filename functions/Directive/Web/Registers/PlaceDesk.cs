using Directives.Access;
using Directives.Cycles;
using Directives.Register;
using Directives.Web.Cases;
using Directives.Web.History;
using Directives.Web.Office;

namespace Directives.Web.Registers;

/// <summary>Puts together the story of a place (R1, R7, R12). What is about persons or cases is there as far as the viewer may see it.</summary>
public sealed class PlaceDesk(Installation installation)
{
    private const int MostBelow = 60;

    // The trail of a whole sheet is read for each.
    private const int CyclesOfActs = 3;

    /// <summary>The story; null where the code never was.</summary>
    /// <param name="asItIs">Whether figures are those of the place as it is, with its predecessors.</param>
    public async ValueTask<PlaceStory?> ShowAsync(RegisterAsked asked, CaseViewer viewer, string code, bool asItIs, CancellationToken cancel)
    {
        var look = await RegisterLook.OfAsync(installation, asked, viewer, cancel);
        var register = look.Register;
        if ((register.PlaceOf(code, look.On) ?? register.PlaceOf(code)) is not { } place) return null;
        List<string> codes = [code, .. register.PredecessorsOf(code, look.On)];
        var ledger = new SeatLedger(installation);
        var cycles = await ledger.CyclesAsync(cancel);
        var seats = Seats(register, [code]);
        // What was open when a seat passed on is owed here; its history stays where it was made.
        var own = await ledger.OfAsync(cycles, seats.SelectMany(s => register.PredecessorSeats(s, look.Today)).Concat(seats).ToHashSet(StringComparer.Ordinal), cancel);
        var mine = SeatLedger.OwnOf(look);
        return new PlaceStory
        {
            On = look.On,
            Today = look.Today,
            Problems = asked.Problems,
            Typed = asked.Typed,
            Place = PlaceLink.Of(place),
            Kind = place.Kind,
            Level = place.Level,
            InForce = register.PlaceOf(code, look.On) is not null,
            Above = look.Above(code),
            Versions = Versions(look, code),
            TookOver = [.. register.Content.Successions.Where(s => s.To == code).Select(s => new PlacePassing(look.Place(s.From), s.On, s.Decree))],
            PassedTo = [.. register.Content.Successions.Where(s => s.From == code).Select(s => new PlacePassing(look.Place(s.To), s.On, s.Decree))],
            Codes = [.. codes.Select(c => look.Place(c).OfficialCode)],
            Fill = look.Tree().Fill(code),
            Below = [.. look.Tree().Below(code).Take(MostBelow).Select(look.Row)],
            Seats = [.. register.SeatsAt(code).Select(s => new SeatOfPlace(look.Seat(s), RegisterLook.Person(register.HolderOf(s.Id, look.On)), look.Held(s.Id)))],
            Duties = look.Duties(register.Content.Positions.Where(p => p.Place == code)),
            Bodies = [.. register.Content.Bodies.Where(b => b.Place == code).OrderBy(b => b.Id, StringComparer.Ordinal)
                .Select(b => new BodyOfPlace(new BodyLink(b.Id, b.Names()), b.Kind, look.Person(b.Leader)))],
            Running = [.. own.Where(o => o.IsRunning).Select(o => ledger.Line(o, look, mine))],
            AsItIs = asItIs,
            Tallies = await TalliesAsync(look, ledger, cycles, asItIs ? codes : [code], cancel),
            Cases = await new CaseSight(installation, look).OfPlacesAsync(asItIs ? codes : [code], cancel),
            Acts = await ActsAsync(look, [.. own.Where(o => seats.Contains(o.Owed.Seat))], cancel),
        };
    }

    private static IReadOnlySet<string> Seats(RegisterSnapshot register, IEnumerable<string> codes) =>
        codes.SelectMany(register.SeatsAt).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);

    private static List<PlaceVersion> Versions(RegisterLook look, string code) =>
    [
        .. look.Register.Content.Places.Where(p => p.Code == code).OrderByDescending(p => p.From).Select(p => new PlaceVersion(
            p.Name, p.Kind, p.Level, p.Parent is { } parent && (look.Register.PlaceOf(parent, p.From) ?? look.Register.PlaceOf(parent)) is { } above ? PlaceLink.Of(above) : null, p.From, p.To)),
    ];

    private static async ValueTask<IReadOnlyList<CycleTally>> TalliesAsync(
        RegisterLook look, SeatLedger ledger, IReadOnlyList<Cycle> cycles, IReadOnlyList<string> codes, CancellationToken cancel)
    {
        var tallies = new List<CycleTally>();
        foreach (var cycle in cycles.Where(c => c.State == CycleState.Closed))
        {
            var counts = ledger.Count(await ledger.OfAsync([cycle], Seats(look.Register, codes), cancel));
            SeatCounts? below = null;
            foreach (var code in codes)
            {
                if (await ledger.BelowAsync(cycle, code, cancel) is { } sum) below = (below ?? SeatCounts.None) + sum;
            }

            if (counts.Total > 0 || below is not null) tallies.Add(new CycleTally(cycle.Id, cycle.Cadence, cycle.From, cycle.To, counts, below));
        }

        return tallies;
    }

    /// <summary>The office reads all, as on an obligation's page; others when reports came and from whom, as the leader of the place does.</summary>
    private async ValueTask<IReadOnlyList<ActsOf>> ActsAsync(RegisterLook look, IReadOnlyList<Owing> own, CancellationToken cancel)
    {
        var reader = new HistoryReader(installation);
        var acts = new List<ActsOf>();
        foreach (var cycle in own.GroupBy(o => o.Cycle.Id).Take(CyclesOfActs))
        {
            var entries = new List<HistoryEntry>();
            foreach (var (_, sheet, owed) in cycle)
                entries.AddRange(look.Has(May.Do(Deed.RunCycles)) ? await reader.OfSeatAsync(sheet, owed.Seat, cancel) : await reader.OfPlaceAsync(sheet, owed.Seat, cancel));
            if (entries.Count == 0) continue;
            var first = cycle.First().Cycle;
            var zone = first.Zone();
            entries = [.. entries.OrderByDescending(e => e.At)];
            acts.Add(new ActsOf(first.Id, first.Cadence, first.To, [.. entries.Select(e => new ActLine(
                e.Act, zone.At(DateOnly.FromDateTime(e.At), TimeOnly.FromDateTime(e.At)), e.By, e.IsSystem, e.For, e.Why))])
            { Entries = entries });
        }

        return acts;
    }
}
