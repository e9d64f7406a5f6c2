using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Language;
using Directives.Register;

namespace Directives.Mail;

/// <summary>Words about one obligation on one day.</summary>
/// <param name="today">Local day on which the letter is read.</param>
internal sealed partial class LetterWords(
    Texts texts, RegisterSnapshot register, WorkCalendar calendar, Cycle cycle, string place, string period, DateOnly today)
{
    public LetterPart Rung(Notice notice, Obligation? owed, Uri? link)
    {
        var due = notice.Due ?? today;
        var owner = register.Official(notice.Owner ?? "") is { } official ? new Bilingual(official.Title, official.TitleEn).In(texts) : "";
        var name = KeyOf(notice, due);
        object?[] words = [place, period, due, texts.Count("days", WorkingDaysBetween(due)), owner];
        return new LetterPart(texts[$"letter.{name}.subject", words], texts[$"letter.{name}.body", words], Why(notice, owed, due))
        {
            Link = link,
            Button = texts["letter.button.file"],
            LinkNote = texts["letter.link-alone"],
            Escalation = notice.Kind == NoticeKind.Escalation,
            Line = notice.Kind == NoticeKind.Escalation
                ? new LetterLine(place, period, texts.Date(due), owner, texts.Count("days", WorkingDaysBetween(due)))
                : null,
            Due = notice.Kind == NoticeKind.Reminder ? due : null,
        };
    }

    public LetterPart NewRound(Notice notice, Uri? link)
    {
        var name = notice.Kind == NoticeKind.Returned ? "returned" : "extended";
        object?[] words = [place, period, notice.Due, notice.Words];
        return new LetterPart(texts[$"letter.{name}.subject", words], texts[$"letter.{name}.body", words], Event(name))
        {
            Link = link,
            Button = texts["letter.button.file"],
            LinkNote = texts["letter.link-alone"],
            Due = notice.Due,
        };
    }

    public LetterPart Receipt(Notice notice, Obligation? owed)
    {
        var zone = cycle.Zone();
        var at = owed?.FiledAt ?? notice.Decided;
        var local = zone.LocalAt(at);
        object?[] words = [place, period, notice.Words, local];
        return new LetterPart(texts["letter.receipt.subject", words], texts["letter.receipt.body", words], Event("receipt"));
    }

    private string Event(string name) => texts["letter.why.event", cycle.Edition.Directive, texts[$"letter.{name}.event"]];

    /// <summary>The words of the rung itself; a rung that only a rules file knows gets those of its side of the due date.</summary>
    private string KeyOf(Notice notice, DateOnly due)
    {
        if (notice.Kind == NoticeKind.Escalation)
        {
            var office = register.Content.Positions.Any(p => p.Duty == Duty.Office && p.Official == notice.Reader);
            var told = $"{notice.Rung}.{(office ? "office" : "escalation")}";
            return texts.Has($"letter.{told}.subject") ? told : texts.Has($"letter.{notice.Rung}.escalation.subject") ? $"{notice.Rung}.escalation" : "escalation";
        }

        // "Due today" on another day would be untrue: a letter may be late.
        var timely = notice.Rung switch
        {
            "due" => due == today,
            _ when notice.Rung.StartsWith("before", StringComparison.Ordinal) => today < due,
            _ => today > due,
        };
        return timely && texts.Has($"letter.{notice.Rung}.subject") ? notice.Rung : today < due ? "before" : today == due ? "due" : "after";
    }

    private string Why(Notice notice, Obligation? owed, DateOnly due)
    {
        var why = texts["letter.why", cycle.Edition.Directive, texts.Rung(notice.Rung), due];
        return notice.Round > 1 && owed is not null ? $"{why} {texts["letter.why.round", notice.Round, owed.FirstDue]}" : why;
    }

    private int WorkingDaysBetween(DateOnly due) =>
        due < today ? calendar.WorkingDaysAfter(due, today) : calendar.WorkingDaysAfter(today, due);
}
