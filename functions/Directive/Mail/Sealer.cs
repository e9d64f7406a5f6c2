using Directives.Assistants;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail.Deliveries;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Mail;

/// <summary>Seals letters: re-reads what is owed, withdraws what is settled, puts the rest into one letter under a lease.</summary>
public sealed class Sealer(
    DossierStore dossiers, RegisterStore registers, AssistantStore assistants, RuleBook rules, LetterLinks links, LastLook look, TimeProvider clock,
    IReadOnlyList<IDutyLooks> cases)
{
    /// <summary>So long one postman has a sealed letter to himself.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    // A notice takes two rows, the letter one, beside head and trail entry.
    private const int MostAtOnce = (Act.MostRows - 1) / 2;
    private const int LookAhead = 100;
    private readonly Owed _owed = new(dossiers, cases);
    private readonly PostHours _hours = new(rules);

    /// <summary>Takes what may be sent now into a letter, one batch of it. Returns the mailbox afterwards, with the letter if it is whole.</summary>
    /// <param name="bellsOnly">Only what goes at once: outside working hours, or while the office is asked.</param>
    public async Task<SealedMail> SealAsync(DossierId id, Held<MailboxHead> held, bool bellsOnly, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var zone = rules.ZoneAt(now);
        var today = zone.DateAt(now);
        var waiting = await WaitingMail.RecallAsync(dossiers, id, held, bellsOnly ? null : LookAhead, cancel);
        var escalates = held.Head.UnderWay is not null && held.Head.Escalated == today;
        var due = WaitingMail.Due(waiting, now, zone.EndOfDay(today), escalates);
        if (bellsOnly) due = [.. due.Where(w => w.IsBell)];
        var some = due.Take(MostAtOnce).ToList();
        var number = held.Head.UnderWay?.Number ?? held.Head.Letters + 1;
        var begun = held.Head.UnderWay is null ? null : await LetterAsync(id, number, cancel);
        var told = begun?.Notices.ToList() ?? [];

        var act = new Act("letter-sealed", Actor.System);
        var spared = new List<SparedLeader>();
        var contents = await JudgeAsync(id, some, number, held.Head.Silenced, today, told, spared, act, cancel);
        var more = due.Count > some.Count;
        var letter = told.Count == 0 ? null : new Letter
        {
            Number = number,
            Reader = held.Head.Reader,
            State = more ? LetterState.Assembling : LetterState.Leased,
            SealedAt = now,
            Notices = told,
            Repeats = begun?.Repeats ?? 0,
            Delivery = begun?.Delivery,
            TakenAt = begun?.TakenAt,
        };
        if (letter is not null) act.Put(MailboxKeys.Letter(number), letter);

        var rest = waiting.Except(some).ToList();
        var head = held.Head with
        {
            Letters = told.Count > 0 ? number : held.Head.Letters,
            UnderWay = told.Count == 0 ? null : (held.Head.UnderWay ?? new UnderWay(number, null)) with { LeaseUntil = more ? null : now + Lease },
            Window = rest.Count == 0 ? null : rest.Min(w => w.Window),
            Rungs = rest.Any(w => w.IsRung),
            Bell = rest.Any(w => w.IsBell),
            Spared = spared.Count > 0 ? spared : null,
            Escalated = told.Count > 0 && some.Any(w => w.IsEscalation) ? today : held.Head.Escalated,
        };
        var after = await dossiers.CommitAsync(id, held, head with { Next = _hours.NextOf(head, now) }, act, cancel);
        return new SealedMail(after, more ? null : letter, held.Head.UnderWay is null ? contents : null);
    }

    /// <summary>
    /// Takes a letter that was put off in hand again: what it tells is judged anew, since it was settled meanwhile, perhaps; what has come to wait
    /// since then may join it.
    /// </summary>
    public async Task<Held<MailboxHead>> ReopenAsync(DossierId id, Held<MailboxHead> held, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = rules.DayAt(now);
        var underWay = held.Head.UnderWay ?? throw new InvalidOperationException("No letter is under way.");
        var letter = await LetterAsync(id, underWay.Number, cancel);
        var register = await registers.GetAsync(cancel);
        var drafters = new Drafters(register, await assistants.GetAsync(cancel));
        var contents = await ContentsAsync(id, letter, cancel);
        var act = new Act("letter-reopened", Actor.System, underWay.Trouble?.Code);
        var settled = new HashSet<string>(StringComparer.Ordinal);
        var unreached = await look.UnreachedAsync(contents.Notices, contents.Obligations, register, today, cancel);
        var spared = new List<SparedLeader>();
        foreach (var notice in contents.Notices)
        {
            if (settled.Count == Act.MostRows - 1) break;
            if ((Sealing.Over(notice, now) ?? Withdraws(notice, contents, register, today, drafters, unreached)) is not { } why) continue;
            settled.Add(notice.Key());
            if (why == SkippedRung.Unreached) spared.Add(new SparedLeader(notice, unreached[notice.Key()]));
            act.Note(notice.Key(), "told", $"withdrawn: {why}").Put(notice.Key(), new HeldNotice { Notice = notice, Withdrawn = why });
        }

        var rest = letter.Notices.Where(n => !settled.Contains(n)).ToList();
        var over = rest.Count == 0;
        act.Put(MailboxKeys.Letter(letter.Number), letter with { State = over ? LetterState.Withdrawn : LetterState.Assembling, Notices = rest });
        // A full batch may have left something to judge: then the letter stays put off, and is due now.
        var again = settled.Count == Act.MostRows - 1 ? now : (DateTimeOffset?)null;
        var escalates = contents.Notices.Any(n => WaitingMail.Escalates(n.Kind) && !settled.Contains(n.Key()));
        var head = held.Head with
        {
            UnderWay = over ? null : underWay with { LeaseUntil = null, Next = again },
            Escalated = escalates ? today : held.Head.Escalated,
            Spared = spared.Count > 0 ? spared : null,
        };
        return await dossiers.CommitAsync(id, held, head with { Next = _hours.NextOf(head, now) }, act, cancel);
    }

    /// <summary>The letter with this number.</summary>
    public async Task<Letter> LetterAsync(DossierId id, int number, CancellationToken cancel) =>
        await dossiers.RowAsync<Letter>(id, MailboxKeys.Letter(number), cancel)
        ?? throw new InvalidDataException($"Mailbox '{id}' has no letter {number}.");

    /// <summary>The letter as the transport gets it, read from the tables: the same however often it is made. Null where the reader is gone.</summary>
    /// <param name="contents">What was read to seal it, if that is at hand; else it is read.</param>
    public async Task<LetterDraft?> DraftAsync(DossierId id, Letter letter, LetterContents? contents, CancellationToken cancel)
    {
        if (new Drafters(await registers.GetAsync(cancel), await assistants.GetAsync(cancel)).Find(letter.Reader) is not { } reader) return null;
        contents ??= await ContentsAsync(id, letter, cancel);
        var drafts = new List<DraftNotice>(contents.Notices.Count);
        foreach (var notice in contents.Notices)
        {
            var obligation = Of(contents.Obligations, notice);
            var look = contents.Cases.GetValueOrDefault(notice.Key());
            var key = look is null ? await links.EnsureAsync(notice, obligation, reader.Address, cancel) : await links.EnsureAsync(notice, look, reader.Address, cancel);
            drafts.Add(new DraftNotice(notice, obligation, key) { Code = links.CodeOf(notice), Case = look });
        }

        return new LetterDraft(letter.Id(), reader, drafts, clock.GetUtcNow());
    }

    /// <summary>A sealed letter is not sent after all, because its reader's letters were stopped.</summary>
    public async Task<Held<MailboxHead>> StopAsync(DossierId id, Held<MailboxHead> held, Letter letter, CancellationToken cancel)
    {
        var head = held.Head with { UnderWay = null };
        var act = new Act("letter-withdrawn", Actor.System, Sealing.Silenced)
            .Put(MailboxKeys.Letter(letter.Number), letter with { State = LetterState.Withdrawn });
        return await dossiers.CommitAsync(id, held, head with { Next = _hours.NextOf(head, clock.GetUtcNow()) }, act, cancel);
    }

    private async Task<LetterContents> ContentsAsync(DossierId id, Letter letter, CancellationToken cancel)
    {
        var notices = new List<Notice>(letter.Notices.Count);
        foreach (var key in letter.Notices) notices.Add(await NoticeAsync(id, key, cancel));
        return await ContentsAsync(notices, await registers.GetAsync(cancel), rules.DayAt(clock.GetUtcNow()), cancel);
    }

    private async Task<LetterContents> ContentsAsync(IReadOnlyList<Notice> notices, RegisterSnapshot register, DateOnly today, CancellationToken cancel) =>
        new(notices, await _owed.ReadAsync(notices, cancel), await _owed.CasesAsync(notices, register, today, cancel));

    private async Task<LetterContents> JudgeAsync(
        DossierId id, List<WaitingMail> some, int number, Silence? silenced, DateOnly today, List<string> told, List<SparedLeader> spared, Act act, CancellationToken cancel)
    {
        var register = await registers.GetAsync(cancel);
        var drafters = new Drafters(register, await assistants.GetAsync(cancel));
        var notices = new Dictionary<string, Notice>(some.Count, StringComparer.Ordinal);
        foreach (var item in some) notices[item.NoticeKey] = item.Notice ?? await NoticeAsync(id, item.NoticeKey, cancel);
        var contents = await ContentsAsync([.. notices.Values], register, today, cancel);
        var unreached = await look.UnreachedAsync(notices.Values, contents.Obligations, register, today, cancel);
        foreach (var item in some)
        {
            var notice = notices[item.NoticeKey];
            var withdrawn = silenced is not null ? Sealing.Silenced : Sealing.Over(notice, clock.GetUtcNow()) ?? Withdraws(notice, contents, register, today, drafters, unreached);
            if (withdrawn is null) told.Add(item.NoticeKey);
            else act.Note(item.NoticeKey, "waiting", $"withdrawn: {withdrawn}");
            if (withdrawn == SkippedRung.Unreached) spared.Add(new SparedLeader(notice, unreached[item.NoticeKey]));
            act.Delete(item.RowKey);
            act.Put(item.NoticeKey, new HeldNotice { Notice = notice, Letter = withdrawn is null ? number : null, Withdrawn = withdrawn });
        }

        return contents with { Notices = [.. told.Where(notices.ContainsKey).Select(key => notices[key])] };
    }

    private async Task<Notice> NoticeAsync(DossierId id, string key, CancellationToken cancel) =>
        (await dossiers.RowAsync<HeldNotice>(id, key, cancel) ?? throw new InvalidDataException($"Mailbox '{id}' has no notice '{key}'.")).Notice;

    private static string? Withdraws(
        Notice notice, LetterContents contents, RegisterSnapshot register, DateOnly today, Drafters drafters, IReadOnlyDictionary<string, string> unreached) =>
        notice.Case is null
            ? Sealing.Withdraws(notice, Of(contents.Obligations, notice), register, today, drafters, unreached.GetValueOrDefault(notice.Key()))
            : Sealing.Withdraws(notice, contents.Cases.GetValueOrDefault(notice.Key()), drafters);

    private static Obligation? Of(IReadOnlyDictionary<(string, string), Obligation> obligations, Notice notice) =>
        obligations.GetValueOrDefault((notice.Sheet ?? "", notice.Seat ?? ""));
}
