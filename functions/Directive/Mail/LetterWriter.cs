using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
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
        return new ComposedLetter(subject, Text(greeting, parts, texts), Html(subject, greeting, parts, texts), texts.Language);
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
        return notice.Kind switch
        {
            NoticeKind.Receipt => words.Receipt(notice, item.Obligation),
            NoticeKind.Returned or NoticeKind.Extended => words.NewRound(notice, link),
            _ => words.Rung(notice, item.Obligation, link),
        };
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

    private static string Text(string greeting, List<LetterPart> parts, Texts texts)
    {
        var text = new StringBuilder().Append(greeting).Append("\n\n");
        foreach (var part in parts)
        {
            text.Append(part.Body).Append('\n');
            if (part.Link is { } link) text.Append(part.Button).Append(": ").Append(link).Append('\n').Append(part.LinkNote is { } note ? note + "\n" : "");
            text.Append(part.Why).Append("\n\n");
        }

        return text.Append(texts["letter.sign-off"]).Append('\n').Append(texts["letter.from"]).Append('\n').ToString();
    }

    private static string Html(string subject, string greeting, List<LetterPart> parts, Texts texts)
    {
        static string E(string text) => HtmlEncoder.Default.Encode(text);
        var html = new StringBuilder()
            .Append("<!doctype html><html lang=\"").Append(texts.Language).Append("\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>").Append(E(subject)).Append("</title></head>")
            .Append("<body style=\"margin:0;padding:16px;background:#f4f5f7;font:16px/1.5 sans-serif;color:#1c2430\">")
            .Append("<div style=\"max-width:560px;margin:0 auto;background:#fff;padding:24px;border-top:4px solid #8a1c1c\"><p>").Append(E(greeting)).Append("</p>");
        foreach (var part in parts)
        {
            html.Append("<p>").Append(E(part.Body)).Append("</p>");
            if (part.Link is { } link)
            {
                html.Append("<p><a href=\"").Append(E(link.ToString()))
                    .Append("\" style=\"display:inline-block;padding:12px 20px;background:#8a1c1c;color:#fff;text-decoration:none\">")
                    .Append(E(part.Button ?? "")).Append("</a></p>");
                if (part.LinkNote is { } note) html.Append("<p style=\"font-size:14px\">").Append(E(note)).Append("</p>");
            }

            html.Append("<p style=\"font-size:14px;color:#55606e\">").Append(E(part.Why)).Append("</p><hr style=\"border:0;border-top:1px solid #d9dde3\">");
        }

        return html.Append("<p>").Append(E(texts["letter.sign-off"])).Append("<br>").Append(E(texts["letter.from"])).Append("</p></div></body></html>").ToString();
    }
}
