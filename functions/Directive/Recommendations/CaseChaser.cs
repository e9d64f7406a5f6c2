using Directives.Dossiers;
using Directives.Mail;
using Directives.Register;

namespace Directives.Recommendations;

/// <summary>Carries out what <see cref="CaseChase"/> advises: decide in one act, deliver to mailboxes, clear in the next (design, ideas 2 and 4).</summary>
public sealed class CaseChaser(DossierStore dossiers, CaseStore cases, CaseWriter writer, RegisterStore registers, Mailboxes mailboxes, TimeProvider clock)
{
    /// <summary>Brings a case up to date. Returns when it next wants attention (UTC), null once it never will by itself.</summary>
    /// <exception cref="Tables.VersionRaceException">Another act came first; the alarm may be dropped.</exception>
    public async Task<DateTimeOffset?> WakeAsync(CaseRef id, CancellationToken cancel = default)
    {
        while (true)
        {
            // An early alarm costs the head alone.
            if (await dossiers.HeadAsync<CaseHead>(id.Dossier, cancel) is not { } held) return null;
            var now = clock.GetUtcNow();
            if (held.Head.Next is not { } wanted || wanted > now) return held.Head.Next;
            if (await cases.FindAsync(id.Id, cancel) is not { } open) return null;
            var pending = open.Ladders.Where(l => l.Pending is not null).ToList();
            await mailboxes.DeliverAsync(pending.SelectMany(l => l.Pending!), id.Dossier, cancel);
            var cleared = pending.Select(l => l with { Pending = null }).ToList();
            IReadOnlyList<DutyLadder> ladders = [.. open.Ladders.Where(l => l.Pending is null), .. cleared];
            var advice = writer.ChaseOf(open.Held.Head, await registers.GetAsync(cancel)).Advance(id.Id, open.State, ladders, now);
            CaseEvent? silent = advice.Silent ? new Unanswered { Number = open.Events.Count + 1, At = now, By = Actor.System.Id } : null;
            var act = new Act(silent is not null ? CaseWriter.NameOf(silent) : advice.Ladders.Count > 0 ? "case-advanced" : "case-delivered", Actor.System);
            IReadOnlyList<CaseEvent> events = silent is null ? open.Events : [.. open.Events, silent];
            await writer.WriteAsync(id, open.Held, open.Held.Head, events, ladders, act, silent, now, cancel, cleared);
        }
    }
}
