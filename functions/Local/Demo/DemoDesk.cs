using Directives.Access;
using Directives.Calendars;
using Directives.Cycles;
using Directives.Language;
using Directives.Local.Data;
using Directives.Mail;
using Directives.Register;
using Directives.Simulation;
using Directives.Web.Demo;

namespace Directives.Local.Demo;

/// <summary>The demonstration of a sample: people to be, the outbox, and the clock.</summary>
public sealed class DemoDesk(Installation installation, Outbox outbox, SampleClock clock, WatchLoop loop) : IDemoPages
{
    private const int MostPeople = 60;
    private const int LettersOnPage = 50;

    private readonly DemoBounces _bounces = new(installation);

    private Zone Zone => installation.Parts.Rules.ZoneAt(Now);

    private DateTimeOffset Now => clock.Clock.GetUtcNow();

    /// <inheritdoc/>
    public async ValueTask<DemoView> PeopleAsync(string find, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var letters = (await outbox.ListAsync(cancel)).CountBy(l => l.Reader).ToDictionary();
        var today = Zone.DateAt(Now);
        var people = register.Content.Officials
            .Select(o => PersonOf(o, register, today, letters.GetValueOrDefault(o.Id)))
            .Where(p => Matches(p, find))
            .OrderBy(p => p.Group).ThenBy(p => p.Id, StringComparer.Ordinal)
            .ToList();
        return new DemoView(Local(Now), [.. people.Take(MostPeople)], people.Count, find);
    }

    /// <inheritdoc/>
    public async ValueTask<PersonSession?> BecomeAsync(string official, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        return register.Official(official) is { } person
            ? new PersonSession(person.Id, person.Titles(), person.Language) { SecondFactor = true }
            : null;
    }

    /// <inheritdoc/>
    public async Task<DemoMoved> MoveAsync(DemoMove move, CancellationToken cancel)
    {
        var before = (await outbox.ListAsync(cancel)).Count;
        var moved = false;
        await loop.InsteadAsync(
            async stop =>
            {
                if (await TargetAsync(move, stop) is not { } target) return;
                moved = true;
                await new Clockwork(installation.Watch, clock.Clock, SaveAsync, chores: true).RunAsync(target, stop);
                await _bounces.SweepAsync(stop);
            },
            cancel);
        return new DemoMoved(moved, (await outbox.ListAsync(cancel)).Count - before);
    }

    /// <inheritdoc/>
    public async ValueTask<OutboxView> OutboxAsync(string? reader, int page, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var letters = (await outbox.ListAsync(cancel)).Where(l => reader is null || l.Reader == reader).ToList();
        var pages = Math.Max(1, (letters.Count + LettersOnPage - 1) / LettersOnPage);
        page = Math.Clamp(page, 1, pages);
        var title = reader is null ? null : register.Official(reader)?.Titles();
        return new OutboxView(
            [.. letters.Skip((page - 1) * LettersOnPage).Take(LettersOnPage).Select(RowOf)], page, pages, title is null ? null : reader, title);
    }

    /// <inheritdoc/>
    public async ValueTask<LetterView?> LetterAsync(string id, CancellationToken cancel) =>
        await outbox.FindAsync(id, cancel) is { } letter
            ? new LetterView(RowOf(letter), letter.Address, letter.Content.Text, letter.Content.Html)
            {
                Lost = await _bounces.WhyLostAsync(letter.Id, letter.Reader, cancel),
                Bounces = await _bounces.HasAsync(letter.Reader, cancel),
            }
            : null;

    /// <inheritdoc/>
    public async Task<bool> BounceAsync(string id, bool bounce, CancellationToken cancel)
    {
        if (await outbox.FindAsync(id, cancel) is not { } letter) return false;
        await _bounces.SetAsync(letter.Reader, bounce, cancel);
        return true;
    }

    /// <summary>What came back until now is known before anything happens at the new time.</summary>
    private async Task SaveAsync(DateTimeOffset time, CancellationToken cancel)
    {
        await _bounces.SweepAsync(cancel);
        await clock.SaveAsync(time, cancel);
    }

    /// <summary>Where the clock is to be moved; a rung's letters leave in the morning of its day.</summary>
    private async Task<DateTimeOffset?> TargetAsync(DemoMove move, CancellationToken cancel)
    {
        if (move == DemoMove.Day) return Now.AddDays(1);
        if (move == DemoMove.Week) return Now.AddDays(7);
        if (await installation.Cycles.HeadAsync(cancel) is not { } held) return null;
        var next = new List<DateTimeOffset>();
        foreach (var active in held.Head.Active.Where(a => a.State == CycleState.Open))
        {
            var cycle = await installation.Cycles.FrozenAsync(active.Id, cancel);
            next.AddRange((await installation.Cycles.SheetHeadsAsync(cycle, cancel)).Select(h => h?.Next).OfType<DateTimeOffset>());
        }

        var ahead = next.Where(n => n > Now).ToList();
        var first = ahead.Count > 0 ? ahead.Min() : held.Head.Next;
        if (first is not { } at) return null;
        var letters = SendingTimes.Morning(at, installation.Parts.Rules.Current(at).Letters, installation.Parts.Rules.Calendar, Zone);
        return (letters > at ? letters : at).AddMinutes(1);
    }

    private OutboxRow RowOf(OutboxLetter letter) => new(letter.Id, letter.Reader, letter.Title, letter.Content.Subject, Local(letter.At));

    private DateTime Local(DateTimeOffset at) => Zone.LocalAt(at);

    private static bool Matches(DemoPerson person, string find) =>
        find.Length == 0
        || person.Places.Append(person.Title.Vi).Append(person.Title.En).Any(text => Folding.Finds(Folding.Fold(text), Folding.Fold(find)));

    private static DemoPerson PersonOf(Official official, RegisterSnapshot register, DateOnly today, int letters)
    {
        var posts = register.PostsOf(official.Id, today);
        var seats = posts.Select(p => register.Seat(p.Seat)).OfType<Seat>().ToList();
        var duties = register.Content.Positions.Where(p => p.Official == official.Id).ToList();
        var group = duties.Any(d => d.Duty is not (Duty.LocalLeader or Duty.StandingCommitteeMember)) ? DemoGroup.Office
            : seats.Any(s => s.Role == SeatRole.InCharge) ? DemoGroup.InCharge
            : seats.Count > 0 ? DemoGroup.Monitor
            : DemoGroup.Local;
        var places = seats.Select(s => s.Place).Concat(duties.Where(d => d.Duty == Duty.LocalLeader).Select(d => d.Place))
            .Select(code => register.PlaceOf(code)?.Name ?? code).Distinct(StringComparer.Ordinal);
        return new DemoPerson(official.Id, official.Titles(), group, [.. places], letters);
    }
}
