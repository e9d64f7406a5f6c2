using Directives.Access;
using Directives.Assistants;
using Directives.Cycles;
using Directives.Recommendations;
using Directives.Register;
using Directives.Web.Admin;
using Directives.Web.Cases;
using Directives.Web.Office;
using Directives.Web.Persons;

namespace Directives.Web.Registers;

/// <summary>Puts together the story of a person (R1, R12).</summary>
public sealed class PersonDesk(Installation installation)
{
    // Who runs the system writes to people; all others reach them through it.
    private const Who SeesAddresses = Who.Office | Who.Administrator;

    /// <summary>The story; null where there is no such person.</summary>
    public async ValueTask<PersonStory?> ShowAsync(RegisterAsked asked, CaseViewer viewer, string id, CancellationToken cancel)
    {
        var look = await RegisterLook.OfAsync(installation, asked, viewer, cancel);
        var register = look.Register;
        if (register.Official(id) is not { } person) return null;
        var posts = register.Content.Posts.Where(p => p.Official == id).ToList();
        var ledger = new SeatLedger(installation);
        var owed = await ledger.OfAsync(await ledger.CyclesAsync(cancel), posts.SelectMany(p => register.PredecessorSeats(p.Seat, look.Today).Prepend(p.Seat)).ToHashSet(StringComparer.Ordinal), cancel);
        var own = SeatLedger.OwnOf(look);
        var body = person.Body is { } of ? register.Body(of) : null;
        return new PersonStory
        {
            On = look.On,
            Today = look.Today,
            Problems = asked.Problems,
            Typed = asked.Typed,
            Person = new PersonLink(person.Id, person.Titles()),
            Body = body is null ? null : new BodyLink(body.Id, body.Names()),
            Language = person.Language,
            Mail = look.Has(SeesAddresses) ? person.Address : null,
            Posts = Posts(posts, look),
            Duties = look.Duties(register.Content.Positions.Where(p => p.Official == id)),
            Leads = [.. register.BodiesOf(id).Select(b => new BodyLink(b.Id, b.Names()))],
            StoodInBy = Substitutes(register.Content.Substitutes.Where(s => s.For == id), s => s.By, look),
            StandsInFor = Substitutes(register.Content.Substitutes.Where(s => s.By == id), s => s.For, look),
            Away = [.. register.Content.Absences.Where(a => a.Official == id).OrderByDescending(a => a.From).Select(a => new AwaySpan(a.From, a.To, look.Person(a.Substitute), Term.Holds(a.From, a.To, look.On)))],
            Running = [.. owed.Where(o => o.IsRunning && register.HolderOf(o.Owed.Seat, look.Today)?.Id == id).Select(o => ledger.Line(o, look, own))],
            Tallies = Tallies(owed, id, register, ledger),
            Cases = await new CaseSight(installation, look).OwedByAsync(id, await PartiesAsync(register, id, look.Today, cancel), cancel),
            Letters = look.Has(May.Do(Deed.RunCycles)) ? PersonEndpoints.AddressOf(id) : null,
            Administration = look.Has(May.Do(Deed.ProposeChange)) ? AdminEndpoints.PersonAddress(id) : null,
        };
    }

    /// <summary>All that a person may answer for in recommendations.</summary>
    private async ValueTask<IReadOnlyList<Party>> PartiesAsync(RegisterSnapshot register, string id, DateOnly today, CancellationToken cancel)
    {
        var own = new Own(register, AssistantSet.None, id, today);
        var duties = register.PositionsOf(id, today).Select(p => p.Duty).ToHashSet();
        return
        [
            .. own.Seats.Select(s => new Party(PartyKind.Raiser, s.Id)), .. await VacantBelowAsync(own, register, today, cancel), .. own.Bodies.Select(b => new Party(PartyKind.Body, b.Id)),
            .. own.Places.Select(p => new Party(PartyKind.LocalLeader, p)),
            .. duties.Contains(Duty.Office) ? new[] { Party.Office } : [], .. duties.Contains(Duty.Recorder) ? new[] { Party.Committee } : [],
        ];
    }

    /// <summary>Whoever is in charge above answers for a vacant seat below: of those only the few that ever owed anything are asked.</summary>
    private async ValueTask<IEnumerable<Party>> VacantBelowAsync(Own own, RegisterSnapshot register, DateOnly today, CancellationToken cancel)
    {
        if (own.PlacesInCharge.Count == 0) return [];
        var vacant = own.AreasBelow().SelectMany(register.SeatsAt).Where(s => register.HolderOf(s.Id, today) is null).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return vacant.Count == 0 ? [] : (await installation.Owed.PartiesAsync(cancel)).Where(p => p.Kind == PartyKind.Raiser && vacant.Contains(p.Code));
    }

    private static List<PostSpan> Posts(List<Post> posts, RegisterLook look) =>
    [
        .. posts.Select(p => new PostSpan(look.Seat(look.Register.Seat(p.Seat)!), p.From, p.To, Term.Holds(p.From, p.To, look.On)))
            .OrderByDescending(p => p.Now).ThenByDescending(p => p.From).ThenBy(p => p.Seat.Id, StringComparer.Ordinal),
    ];

    private static List<SubstituteSpan> Substitutes(IEnumerable<Substitute> substitutes, Func<Substitute, string> who, RegisterLook look) =>
    [
        .. substitutes.Select(s => new SubstituteSpan(look.Person(who(s))!, s.From, s.To, Term.Holds(s.From, s.To, look.On)))
            .OrderByDescending(s => s.Now).ThenByDescending(s => s.From).ThenBy(s => s.Person.Id, StringComparer.Ordinal),
    ];

    private static List<CycleTally> Tallies(IReadOnlyList<Owing> owed, string id, RegisterSnapshot register, SeatLedger ledger) =>
    [
        .. owed.Where(o => !o.IsRunning && (o.Owed.Holder ?? register.HolderOf(o.Owed.Seat, o.Owed.Due)?.Id) == id).GroupBy(o => o.Cycle.Id)
            .Select(g => (g.First().Cycle, Counts: ledger.Count(g))).Select(x => Tally(x.Cycle, x.Counts)),
    ];

    private static CycleTally Tally(Cycle cycle, SeatCounts counts) => new(cycle.Id, cycle.Cadence, cycle.From, cycle.To, counts, null);
}
