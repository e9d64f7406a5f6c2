using Directives.Chasing;
using Directives.Dossiers;
using Directives.Mail;

namespace Directives.Recovery;

/// <summary>
/// Puts letters back into mailboxes that do not know them any more: each stands there as sent, and what it told is not told again, whether it waits already or is
/// decided anew. Done again without harm.
/// </summary>
public sealed class LetterMemory(Installation installation)
{
    // Beside the letter itself, a notice takes two rows: it, and the end of its waiting.
    private const int NoticesAtOnce = (Act.MostRows - 1) / 2;
    private readonly PostHours _hours = new(installation.Parts.Rules);

    /// <summary>Puts the letters of one reader back.</summary>
    /// <param name="letters">By number.</param>
    public async Task RememberAsync(string reader, IReadOnlyList<GoneLetter> letters, CancellationToken cancel)
    {
        var id = MailboxKeys.Dossier(installation.Parts.Authority, reader);
        foreach (var gone in letters)
        {
            if (await installation.Dossiers.RowAsync<Letter>(id, MailboxKeys.Letter(gone.Number), cancel) is { State: LetterState.Sent }) continue;
            var parts = gone.Notices.Chunk(NoticesAtOnce).ToList();
            // The letter itself with the last part: killed before, it is begun again.
            for (var i = 0; i < Math.Max(1, parts.Count); i++)
                await PartAsync(id, gone, i < parts.Count ? parts[i] : [], isLast: i >= parts.Count - 1, cancel);
        }
    }

    private async Task PartAsync(DossierId id, GoneLetter gone, IReadOnlyList<Notice> notices, bool isLast, CancellationToken cancel)
    {
        var dossiers = installation.Dossiers;
        var held = await dossiers.HeadAsync<MailboxHead>(id, cancel);
        var head = held?.Head ?? new MailboxHead { Reader = gone.Reader };
        var told = notices.Select(n => n.Key()).ToHashSet(StringComparer.Ordinal);
        var waiting = await WaitingMail.ReadAsync(dossiers, id, null, cancel);
        var act = new Act("letter-remembered", Actor.System, "it had left before the restore");
        foreach (var notice in notices) act.Put(notice.Key(), new HeldNotice { Notice = notice, Letter = gone.Number });
        foreach (var item in waiting.Where(w => told.Contains(w.NoticeKey))) act.Delete(item.RowKey);
        if (isLast)
        {
            act.Put(MailboxKeys.Letter(gone.Number), new Letter
            {
                Number = gone.Number,
                Reader = gone.Reader,
                State = LetterState.Sent,
                SealedAt = gone.At,
                SentAt = gone.At,
                Notices = [.. gone.Notices.Select(n => n.Key())],
            });
        }

        var rest = waiting.Where(w => !told.Contains(w.NoticeKey)).ToList();
        var day = installation.Parts.Rules.DayAt(gone.At);
        var after = head with
        {
            Letters = Math.Max(head.Letters, gone.Number),
            UnderWay = isLast && head.UnderWay?.Number == gone.Number ? null : head.UnderWay,
            Window = rest.Count == 0 ? null : rest.Min(w => w.Window),
            Rungs = rest.Any(w => w.IsRung),
            Bell = rest.Any(w => w.IsBell),
            Escalated = notices.Any(n => WaitingMail.Escalates(n.Kind)) && !(head.Escalated > day) ? day : head.Escalated,
        };
        await dossiers.CommitAsync(id, held, after with { Next = _hours.NextOf(after, installation.Parts.Clock.GetUtcNow()) }, act, cancel);
    }
}
