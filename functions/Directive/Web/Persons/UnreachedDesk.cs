using Directives.Access;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Language;
using Directives.Mail;
using Directives.Mail.Deliveries;
using Directives.Recommendations.Confidential;
using Directives.Register;
using Directives.Web.Office;

namespace Directives.Web.Persons;

/// <summary>Answers the office's pages about people and their letters from the tables (R13).</summary>
public sealed class UnreachedDesk(Installation installation) : IPersonPages
{
    private const int MostLetters = 30;

    private DateTimeOffset Now => installation.Parts.Clock.GetUtcNow();

    private Zone Zone => installation.Parts.Rules.ZoneAt(Now);

    /// <inheritdoc/>
    public async ValueTask<UnreachedView> UnreachedAsync(CancellationToken cancel) => new(await ListAsync(cancel));

    /// <summary>Who cannot be reached, the longest first. Only mailboxes on the index are looked into.</summary>
    public async ValueTask<IReadOnlyList<UnreachedPerson>> ListAsync(CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var lost = new List<(Official Person, Reach Reach)>();
        foreach (var id in await installation.Unreached.ListAsync(cancel))
        {
            if (register.Official(id) is { } person && await installation.Deliveries.ReachOfAsync(id, cancel) is { Reached: false } reach) lost.Add((person, reach));
        }

        var open = await OpenAsync([.. lost.Select(l => l.Person.Id)], register, cancel);
        return [.. lost.OrderBy(l => l.Reach.Since).ThenBy(l => l.Person.Id, StringComparer.Ordinal).Select(l =>
            new UnreachedPerson(l.Person.Id, l.Person.Titles(), WhyOf(l.Reach), Local(l.Reach.Since), [.. open[l.Person.Id]]))];
    }

    /// <inheritdoc/>
    public async ValueTask<PersonView?> PersonAsync(string official, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        if (register.Official(official) is not { } person) return null;
        var reach = await installation.Deliveries.ReachOfAsync(official, cancel);
        var silence = await installation.Silences.FindAsync(official, cancel);
        var letters = await installation.Deliveries.LettersAsync(official, cancel);
        return new PersonView
        {
            Id = person.Id,
            Title = person.Titles(),
            Address = person.Address,
            Why = reach.Reached ? null : WhyOf(reach),
            Since = Local(reach.Since),
            Silenced = silence is null ? null : (register.Official(silence.By)?.Titles() ?? new Bilingual(silence.By, silence.By), silence.Reason),
            Open = [.. (await OpenAsync([official], register, cancel))[official]],
            Letters = [.. letters.Where(l => !SealedNotices.IsAll(l)).Reverse().Take(MostLetters).Select(l => LetterOf(l, register))],
        };
    }

    /// <inheritdoc/>
    public async Task<TelephoneRefusal?> TelephonedAsync(
        string official, IReadOnlyCollection<string> about, PersonSession by, string spokeTo, string note, CancellationToken cancel)
    {
        if (TelephoneDesk.Judge(spokeTo, note) is { } refusal) return refusal;
        var open = (await OpenAsync([official], await installation.Registers.GetAsync(cancel), cancel))[official].Where(o => about.Contains(o.Path.Address)).ToList();
        if (open.Count == 0) return TelephoneRefusal.NothingOwed;
        foreach (var duty in open)
        {
            var sheet = duty.Path.SheetOf(installation.Parts.Authority);
            if (await installation.Telephone.NoteAsync(sheet, duty.Path.Seat, by.Actor, spokeTo, note, cancel) is { } why
                && why != TelephoneRefusal.NothingOwed) return why;
        }

        return null;
    }

    /// <inheritdoc/>
    public Task<SilenceRefusal?> SilenceAsync(string official, PersonSession by, string reason, CancellationToken cancel) =>
        installation.Silences.BeginAsync(official, by.Actor, reason, cancel);

    /// <inheritdoc/>
    public Task<SilenceRefusal?> ResumeAsync(string official, PersonSession by, string reason, CancellationToken cancel) =>
        installation.Silences.EndAsync(official, by.Actor, reason, cancel);

    /// <summary>What people owe in the cycles that run: only their own seats' rows are read.</summary>
    private async ValueTask<ILookup<string, OpenDuty>> OpenAsync(IReadOnlyCollection<string> officials, RegisterSnapshot register, CancellationToken cancel)
    {
        var found = new List<(string Official, OpenDuty Duty)>();
        var today = Zone.DateAt(Now);
        var holders = officials.SelectMany(o => register.PostsOf(o, today).Select(p => (p.Seat, Official: o))).ToLookup(x => x.Seat, x => x.Official);
        if (holders.Count == 0 || await installation.Cycles.HeadAsync(cancel) is not { } head) return found.ToLookup(f => f.Official, f => f.Duty);
        foreach (var active in head.Head.Active)
        {
            var cycle = await installation.Cycles.FrozenAsync(active.Id, cancel);
            foreach (var plan in cycle.Sheets)
            {
                var sheet = new SheetRef(cycle.Authority, cycle.Id, plan.Area, plan.Part);
                foreach (var seat in plan.Seats.Where(s => holders.Contains(s.Seat)))
                {
                    if (await installation.Dossiers.RowAsync<Obligation>(sheet.Dossier, SheetRef.ObligationKey(seat.Seat), cancel)
                        is not { State: ObligationState.Open } owed) continue;
                    found.AddRange(holders[seat.Seat].Select(o => (o, DutyOf(cycle, sheet, owed, o, register))));
                }
            }
        }

        return found.OrderBy(f => f.Duty.Due).ToLookup(f => f.Official, f => f.Duty);
    }

    private OpenDuty DutyOf(Cycle cycle, SheetRef sheet, Obligation owed, string owner, RegisterSnapshot register)
    {
        var told = Unreached.WasTelephoned(owed, owner) ? owed.Telephoned : null;
        return new OpenDuty(
            new SeatPath(cycle.Id, sheet.Area, sheet.Part, owed.Seat), register.PlaceOf(owed.Place)?.Name ?? owed.Place, cycle.Cadence, cycle.To, owed.Due,
            SeatViews.StateOf(owed, cycle.Zone(), Now), Local(told?.At), told?.SpokeTo, told?.Note);
    }

    private PersonLetter LetterOf(Letter letter, RegisterSnapshot register)
    {
        var state = letter switch
        {
            { Delivery: { Fails: true, Reason: var why } } => $"unreached.why.{why ?? DeliveryReasons.Refused}",
            { Delivery.Kind: DeliveryKind.Delivered } => "persons.letter.Delivered",
            { Delivery.Kind: DeliveryKind.Deferred } => "persons.letter.Deferred",
            { State: LetterState.Sent } or { State: LetterState.Withdrawn } => $"persons.letter.{letter.State}",
            _ => "persons.letter.Leased",
        };
        return new PersonLetter(Zone.LocalAt(letter.SentAt ?? letter.SealedAt), state, [.. letter.Notices.Where(key => !SealedNotices.Is(key)).Select(key => TellsOf(key, register)).Distinct()]);
    }

    private static (string Rung, string Place) TellsOf(string noticeKey, RegisterSnapshot register)
    {
        // n, cycle, seat, round, rung: as Notice.Key joins them.
        if (Tables.Keys.Split(noticeKey) is not [_, _, var seat, _, var rung]) return (noticeKey, "");
        var place = register.Seat(seat) is { } known ? register.PlaceOf(known.Place)?.Name ?? "" : "";
        var name = rung.StartsWith("receipt", StringComparison.Ordinal) ? "receipt" : rung;
        return ((string[])[$"rung.{name}", $"letter.{name}.event"]).FirstOrDefault(Texts.Vietnamese.Has) is { } text ? (text, place) : (rung, place);
    }

    private static string WhyOf(Reach reach) => $"unreached.why.{reach.Why ?? DeliveryReasons.Refused}";

    private DateTime? Local(DateTimeOffset? at) => at is { } known ? Zone.LocalAt(known) : null;
}
