using Directives.Chasing;
using Directives.Language;

namespace Directives.Mail;

/// <content>Words to those who prepare a report for the one who owes it: for whom it is, and that filing takes the official.</content>
internal sealed partial class LetterWords
{
    /// <summary>A rung or a naming for who prepares; or their word to the official that the report is ready.</summary>
    public LetterPart Prepare(Notice notice, Uri? link)
    {
        var due = notice.Due ?? today;
        var owner = OwnerOf(notice);
        object?[] words = [place, period, due, texts.Count("days", WorkingDaysBetween(due)), owner];
        var name = notice.Kind switch
        {
            NoticeKind.Named => "named",
            NoticeKind.Ready => "ready",
            _ => today < due ? "before" : today == due ? "due" : "after",
        };
        var body = texts[$"prepare.{name}.body", words];
        // Whoever is told before the official must know that they are.
        if (notice.Kind == NoticeKind.Clerk && today < due && register.ClerkOf(notice.Owner ?? "")?.Id == notice.Reader)
            body = $"{body} {texts["prepare.before.clerk", words]}";
        var why = notice.Kind == NoticeKind.Clerk
            ? texts["letter.why", cycle.Edition.Directive, texts.Rung(notice.Rung), due]
            : Event(name);
        return new LetterPart(texts[$"prepare.{name}.subject", words], body, why)
        {
            Link = link,
            Button = texts[notice.Kind == NoticeKind.Ready ? "letter.button.file" : "prepare.button"],
            LinkNote = notice.Kind == NoticeKind.Ready ? texts["letter.link-alone"] : texts["prepare.link-note", owner],
            Due = due,
        };
    }

    /// <summary>What the official is told too, for who prepares: whose report it is, and a link that drafts.</summary>
    public LetterPart ForDrafter(LetterPart part, Notice notice) => part with
    {
        Body = $"{texts["prepare.copy", OwnerOf(notice)]} {part.Body}",
        Button = texts["prepare.button"],
        LinkNote = texts["prepare.link-note", OwnerOf(notice)],
    };

    private string OwnerOf(Notice notice) =>
        register.Official(notice.Owner ?? "") is { } official ? new Bilingual(official.Title, official.TitleEn).In(texts) : "";
}
