using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;

namespace Directives.Posts;

/// <summary>
/// Tells those who rest on the register what has changed in it, or begins today (R1): sheets look at their seats again, seats that were filled join the
/// cycles that run, substitutes learn that they stand in, the Organisation Commission of what has long been vacant. Done again after a crash without harm.
/// </summary>
public sealed class RegisterKeeper(
    DossierStore dossiers, RegisterStore registers, CycleStore cycles, CycleKeeper keeper, Mailboxes mailboxes, RuleBook rules, IAlarm alarm, TimeProvider clock)
{
    /// <summary>What notices that are about the register have for their cycle.</summary>
    public const string Cycle = "register";

    /// <summary>Does what is due. Returns when it next wants attention (UTC); null for never by itself.</summary>
    /// <exception cref="Tables.VersionRaceException">Another act came first; the alarm may be dropped.</exception>
    public async Task<DateTimeOffset?> WakeAsync(CancellationToken cancel = default)
    {
        while (await registers.HeadAsync(cancel) is { } held)
        {
            var now = clock.GetUtcNow();
            if (held.Head.Next is not { } wanted || wanted > now) return held.Head.Next;
            var zone = rules.ZoneAt(now);
            var today = zone.DateAt(now);
            var register = await registers.OfAsync(held.Head, cancel);
            var known = held.Head.VacanciesFrom ?? today;
            var notices = VacancyNotices(register, known, held.Head.VacanciesThrough, today, now).ToList();
            if (held.Head.Before is { } digest)
            {
                var before = await registers.ContentAsync(digest, cancel);
                await LookAgainAsync(RegisterChange.Seats(before, register.Content), now, cancel);
                notices.AddRange(RegisterChange.Absences(before, register.Content, today).Select(a => StandIn(a, register, today, now)).OfType<Notice>());
            }

            await keeper.JoinAsync(cancel);
            await mailboxes.DeliverAsync(notices, registers.Id, cancel);
            var next = RegisterChange.Next(register, known, today) is { } day ? zone.StartOfDay(day) : (DateTimeOffset?)null;
            await dossiers.CommitAsync(
                registers.Id, held, held.Head with { Before = null, VacanciesFrom = known, VacanciesThrough = today, Next = next }, new Act("register-looked", Actor.System), cancel);
        }

        return null;
    }

    private static IEnumerable<Notice> VacancyNotices(RegisterSnapshot register, DateOnly known, DateOnly? through, DateOnly today, DateTimeOffset now) =>
        from vacancy in VacancyRules.Due(register, known, through, today)
        let reader = Readers.Chain(Audience.HeadOfOrganisationCommission, vacancy.Seat.Place, register, today).FirstOrDefault()
        where reader is not null
        select new Notice
        {
            Kind = NoticeKind.Vacancy,
            Reader = reader.Id,
            Cycle = Cycle,
            Seat = vacancy.Seat.Id,
            Rung = $"vacant-{vacancy.Since:yyyyMMdd}",
            Due = vacancy.Since,
            Owner = vacancy.Last,
            Decided = now,
        };

    private static Notice? StandIn(Absence absence, RegisterSnapshot register, DateOnly today, DateTimeOffset now)
    {
        var from = absence.From > today ? absence.From : today;
        var place = register.PostsOf(absence.Official, from).Select(p => register.Seat(p.Seat)?.Place).FirstOrDefault() ?? register.Roots[0].Code;
        var acting = register.Acting(absence.Official, place, from);
        return acting.Why == ActingWhy.Themselves ? null : new Notice
        {
            Kind = NoticeKind.StandIn,
            Reader = acting.Official.Id,
            Cycle = Cycle,
            Rung = $"stand-in-{absence.Official}-{absence.From:yyyyMMdd}",
            Due = absence.From,
            Owner = absence.Official,
            Decided = now,
            Words = absence.To is { } to ? $"{to:yyyy-MM-dd}" : null,
        };
    }

    /// <summary>Sheets with these seats look at once who answers for them now; a closed one has nothing to look at.</summary>
    private async Task LookAgainAsync(IReadOnlySet<string> seats, DateTimeOffset now, CancellationToken cancel)
    {
        if (seats.Count == 0 || await cycles.HeadAsync(cancel) is not { } running) return;
        foreach (var active in running.Head.Active)
        {
            if (await cycles.FindAsync(active.Id, cancel) is not { State: CycleState.Open } cycle) continue;
            foreach (var plan in cycle.Sheets.Where(s => s.Seats.Any(x => seats.Contains(x.Seat))))
                await LookAgainAsync(new SheetRef(cycle.Authority, cycle.Id, plan.Area, plan.Part), now, cancel);
        }
    }

    private Task LookAgainAsync(SheetRef id, DateTimeOffset now, CancellationToken cancel) => Races.AgainAsync(async () =>
    {
        if (await dossiers.HeadAsync<SheetHead>(id.Dossier, cancel) is not { Head.Closed: false } held || held.Head.Next <= now) return;
        await dossiers.CommitAsync(id.Dossier, held, held.Head with { Next = now, Ladder = null }, new Act("register-changed", Actor.System), cancel);
        alarm.Changed(id.Dossier);
    });
}
