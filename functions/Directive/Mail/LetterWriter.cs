using System.Globalization;
using Directives.Assistants;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Language;
using Directives.Register;

namespace Directives.Mail;

/// <summary>Puts a letter into words (R13): what is owed, by when, one button, and why it came. Plain text and HTML say the same.</summary>
public sealed class LetterWriter(CycleStore cycles, RegisterStore registers, RuleBook rules, Func<string, Uri> address)
{
    /// <summary>The letter in its reader's language.</summary>
    public async Task<ComposedLetter> WriteAsync(LetterDraft draft, CancellationToken cancel = default)
    {
        var texts = Texts.In(draft.Reader.Language);
        var register = await registers.GetAsync(cancel);
        var parts = new List<LetterPart>(draft.Notices.Count);
        foreach (var notice in draft.Notices) parts.Add(await PartAsync(draft, notice, texts, register, cancel));
        var subject = Subject(parts, texts);
        var greeting = texts["letter.greeting", new Bilingual(draft.Reader.Title, draft.Reader.TitleEn)];
        var page = new LetterPage(texts, subject, greeting, parts);
        return new ComposedLetter(subject, page.Text(), page.Html(), texts.Language);
    }

    private async Task<LetterPart> PartAsync(
        LetterDraft draft, DraftNotice item, Texts texts, RegisterSnapshot register, CancellationToken cancel)
    {
        var notice = item.Notice;
        if (notice.Kind == NoticeKind.Asked) return Asked(notice, texts);
        var cycle = await cycles.FindAsync(notice.Cycle, cancel) ?? throw new InvalidDataException($"There is no cycle '{notice.Cycle}'.");
        var period = texts.Period(cycle.Cadence, cycle.To);
        if (notice.Kind == NoticeKind.Tally) return Tally(cycle, period, texts);
        var place = register.PlaceOf(item.Obligation?.Place ?? "")?.Name ?? notice.Seat ?? "";
        var today = cycle.Zone().DateAt(draft.At);
        var words = new LetterWords(texts, register, rules.Calendar, cycle, place, period, today);
        var link = item.LinkKey is { } key ? address($"/l/{key}") : null;
        var part = notice.Kind switch
        {
            NoticeKind.Clerk or NoticeKind.Named or NoticeKind.Ready => words.Prepare(notice, link),
            NoticeKind.Receipt => words.Receipt(notice, item.Obligation),
            NoticeKind.Returned or NoticeKind.Extended => words.NewRound(notice, link),
            _ => words.Rung(notice, item.Obligation, link),
        };
        return Drafters.IsFor(notice) && notice.Kind is not (NoticeKind.Clerk or NoticeKind.Named) ? words.ForDrafter(part, notice) : part;
    }

    private LetterPart Asked(Notice notice, Texts texts)
    {
        var counts = (notice.Words ?? "0/0").Split('/').Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToArray();
        var letters = texts.Count("letters", counts[0]);
        return new LetterPart(
            texts["letter.asked.subject", letters], texts["letter.asked.body", letters, texts.Count("letters", counts[1])],
            texts["letter.why.event", texts["letter.from"], texts["letter.asked.event"]])
        {
            Link = address("/office"),
            Button = texts["letter.button.look"],
        };
    }

    private static LetterPart Tally(Cycle cycle, string period, Texts texts)
    {
        var tally = cycle.Tally ?? Cycles.Tally.Nothing;
        return new LetterPart(
            texts["letter.tally.subject", period, tally.Seats, tally.OnTime],
            texts["letter.tally.body", period, tally.Seats, tally.OnTime, tally.Late, tally.Missed],
            texts["letter.why.event", cycle.Edition.Directive, texts["letter.tally.event"]]);
    }

    private static string Subject(List<LetterPart> parts, Texts texts)
    {
        if (parts is [var only]) return only.Subject;
        var own = parts.Where(p => p is { Escalation: false, Due: not null }).ToList();
        return own.Count switch
        {
            0 when parts.All(p => p.Escalation) => texts["letter.many.escalation.subject", texts.Count("reports", parts.Count)],
            0 => parts[0].Subject,
            1 => own[0].Subject,
            _ => texts["letter.many.subject", texts.Count("reports", own.Count), own.Min(p => p.Due)],
        };
    }
}
