using Directives.Chasing;
using Directives.Editions;
using Directives.Language;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Mail.Letters;

/// <summary>Reads what a notice about a recommendation says on the day its letter leaves.</summary>
internal sealed class CaseParts(Texts texts, RegisterSnapshot register, RuleBook rules, DateTimeOffset at, Func<string, Uri> address)
{
    /// <summary>The part that tells it.</summary>
    public CasePart Of(DraftNotice item)
    {
        var notice = item.Notice;
        var matter = item.Case?.Matter;
        var today = (matter?.Zone ?? rules.ZoneAt(at)).DateAt(at);
        var due = matter?.Duty.Due ?? notice.Due ?? today;
        return new CasePart(WordsOf(notice, due, today), matter is null ? null : About(notice, matter), due, DaysBetween(due, today))
        {
            Why = Why(notice, matter, due),
            Link = item.LinkKey is { } key ? address($"/c/{key}") : matter is null ? address("/me") : address($"/cases/{notice.Case}"),
        };
    }

    private CaseAbout About(Notice notice, CaseMatter matter) => new(
        matter.Duty.Kind, Inert.Of(register.PlaceOf(matter.Place)?.Name ?? matter.Place), matter.Kind, matter.RaisedOn, matter.Urgent,
        notice.Owner is { } owner && owner != notice.Reader && register.Official(owner) is { } whom ? Inert.Of(whom.Titles().In(texts)) : null);

    // "Due today" on another day would be untrue: a letter may be late.
    private static string WordsOf(Notice notice, DateOnly due, DateOnly today) => notice.Kind switch
    {
        NoticeKind.CaseEscalation => notice.Rung == CaseChase.NotHeard ? CaseChase.NotHeard : "overdue",
        NoticeKind.CaseOwed => "begun",
        _ => today < due ? "before" : today == due ? "due" : "after",
    };

    private string Why(Notice notice, CaseMatter? matter, DateOnly due)
    {
        if (matter is null) return texts["letter.case.quiet.why"];
        var until = texts["letter.case.why.due", LetterDates.Day(texts, due)];
        if (notice.Rung == CaseChase.NotHeard) return $"{texts["letter.case.why.not-heard"]} {until}";
        if (matter.Ladder.FirstOrDefault(r => r.Name == notice.Rung) is not { } rung) return $"{texts["letter.case.why.begun"]} {until}";
        var distance = rung.Offset == 0 ? texts["letter.why.on"] : texts[rung.Offset < 0 ? "letter.why.before" : "letter.why.after", texts.Count("days", Math.Abs(rung.Offset))];
        return $"{texts["letter.case.why", texts.Rung(rung.Name), distance]} {until}";
    }

    private int DaysBetween(DateOnly due, DateOnly today) =>
        due < today ? rules.Calendar.WorkingDaysAfter(due, today) : rules.Calendar.WorkingDaysAfter(today, due);
}
