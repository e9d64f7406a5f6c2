using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Extensions;
using Directives.Register;
using Directives.Tables;

namespace Directives.Mail;

/// <summary>
/// Watches over the postman: forecasts each working day's letters the day before, and stops a run that is about to send more than
/// twice as many — a wrong clock, a broken import — until the office has looked.
/// </summary>
public sealed class PostRoom(
    DossierStore dossiers, CycleStore cycles, RegisterStore registers, Chases chases, ExtensionStore extensions, RuleBook rules, Mailboxes mailboxes,
    IAlarm alarm, TimeProvider clock)
{
    // Whatever nobody thought of comes to light by then.
    private const int LongestRest = 31;
    private static readonly TimeOnly Noon = new(12, 0);
    private readonly PostHours _hours = new(rules);

    /// <summary>The dossier of the postman's forecast.</summary>
    public DossierId Dossier => new(Table.Installation, Keys.Join(cycles.Authority, "post"));

    /// <summary>Begins the keeping of forecasts; done already is fine.</summary>
    public async Task BeginAsync(CancellationToken cancel = default)
    {
        if (await HeadAsync(cancel) is not null) return;
        try
        {
            await dossiers.BeginAsync(Dossier, new PostHead { Next = clock.GetUtcNow() }, new Act("post-begun", Actor.System), cancel);
        }
        catch (RowExistsException)
        {
            // Another engine began it.
        }
    }

    /// <summary>Forecast, and what is held.</summary>
    public async ValueTask<PostHead?> HeadAsync(CancellationToken cancel = default) =>
        (await dossiers.HeadAsync<PostHead>(Dossier, cancel))?.Head;

    /// <summary>
    /// Forecasts the next working day's letters, at the noon before; the first time, in the morning, those of the day itself. Rests until the noon before the next
    /// day on which a rung stands: on others nothing is expected.
    /// </summary>
    public async Task<DateTimeOffset?> WakeAsync(CancellationToken cancel = default)
    {
        if (await dossiers.DueHeadAsync<PostHead>(Dossier, cancel) is not { } held) return null;
        var now = clock.GetUtcNow();
        if (held.Head.Next is { } next && next > now) return next;
        var zone = rules.ZoneAt(now);
        var begins = held.Head.ForecastDay is null && zone.TimeAt(now) < Noon;
        var day = rules.Calendar.NextWorkingDay(zone.DateAt(now).AddDays(begins ? 0 : 1));
        var forecast = await ForecastAsync(day, cancel);
        var head = held.Head with { ForecastDay = day, Forecast = forecast.Letters, Next = zone.At(LookOn(day, forecast), Noon) };
        var act = new Act("post-forecast", Actor.System).Note($"{day:yyyy-MM-dd}", null, $"{head.Forecast} letters");
        return (await dossiers.CommitAsync(Dossier, held, head, act, cancel)).Head.Next;
    }

    /// <summary>The office has moved many due dates: what was forecast before may be too little. Done again without harm.</summary>
    public Task ForecastAgainAsync(CancellationToken cancel = default) =>
        Races.AgainAsync(async () =>
        {
            if (await dossiers.HeadAsync<PostHead>(Dossier, cancel) is not { Head.ForecastDay: { } known } held) return;
            var now = clock.GetUtcNow();
            var zone = rules.ZoneAt(now);
            // He may rest, because nothing was expected for a while.
            var soon = rules.Calendar.NextWorkingDay(zone.DateAt(now).AddDays(zone.TimeAt(now) < Noon ? 0 : 1));
            var day = known > soon ? known : soon;
            var (letters, _, _) = await ForecastAsync(day, cancel);
            var look = zone.At(day, Noon);
            var next = held.Head.Next is { } wanted && wanted < look ? wanted : look;
            if (day == known && letters <= held.Head.Forecast && next == held.Head.Next) return;
            var head = held.Head with { ForecastDay = day, Forecast = day == known ? Math.Max(letters, held.Head.Forecast) : letters, Next = next };
            var act = new Act("post-forecast", Actor.System, "due dates were moved")
                .Note($"{day:yyyy-MM-dd}", day == known ? $"{held.Head.Forecast} letters" : null, $"{head.Forecast} letters");
            await dossiers.CommitAsync(Dossier, held, head, act, cancel);
        });

    /// <summary>Whether a run with so many letters may go on; if not, the office is asked once. Outside working hours nothing with rungs leaves anyway.</summary>
    public Task<bool> AllowsAsync(int letters, CancellationToken cancel) =>
        Races.AgainAsync(async () =>
        {
            var now = clock.GetUtcNow();
            if (!_hours.Open(now) || await dossiers.HeadAsync<PostHead>(Dossier, cancel) is not { } held) return true;
            var today = rules.DayAt(now);
            if (held.Head.Held?.Day == today) return false;
            if (PostRun.Holds(held.Head, letters, today) is not { } stopped) return true;

            // Asked first: killed between the two, the office is asked again, which its mailbox knows.
            await AskAsync(stopped, today, now, cancel);
            var act = new Act("post-held", Actor.System, "more than twice the forecast").Note($"{today:yyyy-MM-dd}", $"{stopped.Forecast} expected", $"{letters} letters");
            await dossiers.CommitAsync(Dossier, held, held.Head with { Held = stopped }, act, cancel);
            return false;
        });

    /// <summary>The office has looked: what is held may go today.</summary>
    public Task ReleaseAsync(Actor by, string why, CancellationToken cancel = default) =>
        Races.AgainAsync(async () =>
        {
            if (await dossiers.HeadAsync<PostHead>(Dossier, cancel) is not { Head.Held: { } stopped } held) return;
            var now = clock.GetUtcNow();
            var head = held.Head with { Held = null, Released = rules.ZoneAt(now).DateAt(_hours.Opens(now)) };
            var act = new Act("post-released", by, why).Note($"{stopped.Day:yyyy-MM-dd}", "held", "released");
            await dossiers.CommitAsync(Dossier, held, head, act, cancel);
            alarm.Changed(Dossier);
        });

    private static IEnumerable<Official> Offices(RegisterSnapshot register, DateOnly today) =>
        register.Roots.Select(r => register.DutyHolder(Duty.Office, r.Code, today)).OfType<Official>().DistinctBy(o => o.Id);

    private async Task AskAsync(HeldRun stopped, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        var register = await registers.GetAsync(cancel);
        await mailboxes.DeliverAsync(
            Offices(register, today).Select(office => new Notice
            {
                Kind = NoticeKind.Asked,
                Reader = office.Id,
                Cycle = $"{today:yyyy-MM-dd}",
                Rung = "post-held",
                Decided = now,
                Words = $"{stopped.Letters}/{stopped.Forecast}",
            }),
            cancel);
    }

    /// <summary>The day at whose noon to forecast next: the working day before that of the next rung, or that on which a cycle may have opened or closed.</summary>
    private DateOnly LookOn(DateOnly day, Forecast forecast)
    {
        var until = rules.Calendar.NextWorkingDay(day.AddDays(LongestRest));
        if (forecast.NextRung is { } rung && rules.Calendar.AddWorkingDays(rung, -1) is var before && before < until) until = before;
        if (forecast.Cycles is { } changes && changes < until) until = rules.Calendar.NextWorkingDay(changes);
        return until > day ? until : day;
    }

    /// <summary>
    /// Letters that rungs of open cycles make on a day at most: who still owes, times the readers of the rung, and those who prepare for
    /// them; and the same for the rounds that an extension of whole areas began.
    /// </summary>
    private async Task<Forecast> ForecastAsync(DateOnly day, CancellationToken cancel)
    {
        if (await cycles.HeadAsync(cancel) is not { } held) return new Forecast(0, null, null);
        var sum = 0;
        DateOnly? next = null;
        var expected = (await extensions.HeadAsync(cancel))?.Head.Expected ?? [];
        foreach (var active in held.Head.Active)
        {
            var cycle = await cycles.FrozenAsync(active.Id, cancel);
            var chase = await chases.ForAsync(cycle.Edition, cancel);
            var rounds = expected.Where(e => e.Cycle == active.Id).Select(e => (Ladder: chase.LadderFor(e.Role, e.Due, e.Rule), e.Obligations)).ToList();
            sum += rounds.Sum(r => Letters(chase, [r.Ladder], day, r.Obligations));
            var ladders = cycle.Roles().Select(r => chase.LadderFor(r.Role, Deadlines.Due(r, cycle.Period(), rules.Calendar), r.Name)).ToList();
            foreach (var rung in ladders.Concat(rounds.Select(r => r.Ladder)).SelectMany(l => l.Rungs).Where(r => r.Day > day))
            {
                if (next is null || rung.Day < next) next = rung.Day;
            }

            if (!ladders.Any(l => l.Rungs.Any(r => r.Day == day))) continue;
            var heads = await cycles.SheetHeadsAsync(cycle, cancel);
            sum += Letters(chase, ladders, day, heads.Sum(h => h?.Tally.Open ?? 0));
        }

        return new Forecast(sum, next, held.Head.Next is { } at ? rules.ZoneAt(at).DateAt(at) : null);
    }

    private static int Letters(Chase chase, IReadOnlyList<Ladder> ladders, DateOnly day, int obligations)
    {
        var rungs = ladders.SelectMany(l => l.Rungs).Where(r => r.Day == day).Select(r => r.Rung.Readers).ToList();
        if (rungs.Count == 0) return 0;
        var drafted = rungs.Any(r => r.Contains(Audience.Owner)) ? chase.DraftedPosts : 0;
        return (rungs.Max(r => r.Count) * obligations) + Math.Min(drafted, 2 * obligations);
    }

    /// <param name="Letters">Of the day itself.</param>
    /// <param name="NextRung">The next day after it on which a rung stands, as far as is known.</param>
    /// <param name="Cycles">The day on which cycles are next opened or looked at.</param>
    private readonly record struct Forecast(int Letters, DateOnly? NextRung, DateOnly? Cycles);
}
