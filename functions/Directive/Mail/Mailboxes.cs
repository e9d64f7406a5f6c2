using Directives.Chasing;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Tables;

namespace Directives.Mail;

/// <summary>
/// Delivers notices into readers' mailboxes (design, idea 4). The row's key is the claim: a notice that is there already
/// was delivered before, and is not delivered again.
/// </summary>
public sealed class Mailboxes(DossierStore dossiers, string authority, RuleBook rules, IAlarm alarm, TimeProvider clock)
{
    // A notice takes two rows, beside head and trail entry.
    private const int MostAtOnce = Act.MostRows / 2;
    private const int Tries = 50;
    private readonly PostHours _hours = new(rules);

    public string Authority => authority;

    /// <summary>Delivers each notice once, in as few acts as there are readers.</summary>
    /// <exception cref="VersionRaceException">The mailbox was too busy; what is pending stays pending.</exception>
    public Task DeliverAsync(IEnumerable<Notice> notices, CancellationToken cancel) => DeliverAsync(notices, null, cancel);

    /// <summary>As the other.</summary>
    /// <param name="notices">What to deliver.</param>
    /// <param name="from">The dossier that owes them, with which their mailboxes are announced.</param>
    /// <param name="cancel">Stops between acts.</param>
    /// <exception cref="VersionRaceException">The mailbox was too busy; what is pending stays pending.</exception>
    public async Task DeliverAsync(IEnumerable<Notice> notices, DossierId? from, CancellationToken cancel)
    {
        var piles = notices.GroupBy(n => n.Reader, StringComparer.Ordinal)
            .SelectMany(reader => reader.DistinctBy(n => n.Key()).Chunk(MostAtOnce)).ToList();
        // Announced together; what a race spoils is announced again.
        var first = piles.DistinctBy(p => p[0].Reader, StringComparer.Ordinal).ToList();
        var prepared = new Dictionary<Notice[], Delivery>();
        if (from is { } owes)
        {
            foreach (var pile in first) prepared[pile] = await PrepareAsync(MailboxKeys.Dossier(authority, pile[0].Reader), pile[0].Reader, pile, cancel);
            await dossiers.AnnounceAsync(owes, prepared.Values.Select(d => (d.Id, d.Held, d.Head)), cancel);
        }

        foreach (var pile in piles) await DeliverAsync(pile[0].Reader, pile, prepared.GetValueOrDefault(pile), cancel);
    }

    private async Task DeliverAsync(string reader, IReadOnlyList<Notice> notices, Delivery? prepared, CancellationToken cancel)
    {
        var id = MailboxKeys.Dossier(authority, reader);
        var isDue = false;
        for (var attempt = 1; notices.Count > 0; attempt++, prepared = null)
        {
            try
            {
                var left = prepared is { } announced
                    ? await dossiers.CommitAnnouncedAsync(id, announced.Held, announced.Head, announced.Act, cancel)
                    : await InsertAsync(id, reader, notices, cancel);
                isDue = left.Head.Next <= clock.GetUtcNow();
                break;
            }
            catch (RowExistsException)
            {
                notices = await NotThereAsync(id, notices, cancel);
            }
            catch (VersionRaceException) when (attempt < Tries)
            {
                // Another sheet wrote to the same reader: judge again with the new head.
            }
        }

        if (isDue || notices.Any(n => WaitingMail.Rings(n.Kind))) alarm.Changed(id);
    }

    private async Task<Held<MailboxHead>> InsertAsync(DossierId id, string reader, IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        var delivery = await PrepareAsync(id, reader, notices, cancel);
        return await dossiers.CommitAsync(id, delivery.Held, delivery.Head, delivery.Act, cancel);
    }

    private async Task<Delivery> PrepareAsync(DossierId id, string reader, IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var held = dossiers.Last(id)?.HeldAs<MailboxHead>() ?? await dossiers.HeadAsync<MailboxHead>(id, cancel);
        var head = held?.Head ?? new MailboxHead { Reader = reader };
        var edition = rules.Current(now);
        var zone = Calendars.Zone.Of(edition.Zone);
        var act = new Act("notices-delivered", Actor.System);
        foreach (var notice in notices)
        {
            // To one whose letters are stopped it never waits; the row stays the claim that it was decided.
            if (head.Silenced is not null)
            {
                act.Insert(notice.Key(), new HeldNotice { Notice = notice, Withdrawn = Sealing.Silenced });
                continue;
            }

            var window = SendingTimes.For(notice.Kind, now, head.Escalated, edition.Letters, rules.Calendar, zone);
            act.Insert(notice.Key(), new HeldNotice { Notice = notice })
                .Insert(MailboxKeys.WaitingKey(window, notice.Key()), new Waiting(notice.Key(), notice.Kind));
            head = head with
            {
                Window = head.Window is { } known && known < window ? known : window,
                Rungs = head.Rungs || WaitingMail.Climbs(notice.Kind),
                Bell = head.Bell || WaitingMail.Rings(notice.Kind),
            };
        }

        return new Delivery(id, held, head with { Next = _hours.NextOf(head, now) }, act);
    }

    private async Task<IReadOnlyList<Notice>> NotThereAsync(DossierId id, IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        var missing = new List<Notice>();
        foreach (var notice in notices)
        {
            if (await dossiers.Tables.ReadAsync(id.Table, id.Partition, notice.Key(), cancel) is null) missing.Add(notice);
        }

        return missing;
    }

    /// <summary>One act on one mailbox, ready to be committed.</summary>
    private sealed record Delivery(DossierId Id, Held<MailboxHead>? Held, MailboxHead Head, Act Act);
}
