using Directives.Calendars;
using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>Dates as letters say them, and why a due date is the one it is (R2, R13).</summary>
public static class LetterDates
{
    /// <summary>A date with its day of the week.</summary>
    public static string Day(Texts texts, DateOnly date) => texts["letter.date", texts[$"letter.weekday.{date.DayOfWeek}"], date];

    /// <summary>How a due date was reckoned, and which days off or swapped days moved it, with what decrees them.</summary>
    public static string Shift(Texts texts, DateShift shift)
    {
        var off = shift.Off.Select(r => texts[
            "letter.why.off", Span(texts, r.From, r.To),
            string.Join(", ", r.Names.Select(n => new Bilingual(n.Vi, n.En).In(texts))), string.Join(", ", r.Sources.Select(s => Source(texts, s)))]);
        var worked = shift.Worked.Select(w => texts["letter.why.worked", Day(texts, w.Day.Day), w.Day.InsteadOf, Source(texts, w.Source)]);
        return texts[
            "letter.why.shift", texts.Count("days", shift.WorkingDays), shift.From, string.Join("; ", off.Concat(worked)), Day(texts, shift.To),
            shift.Otherwise];
    }

    private static string Span(Texts texts, DateOnly from, DateOnly to) =>
        from == to ? texts.Date(from) : texts["letter.why.from-to", from, to];

    private static string Source(Texts texts, LegalSource source) => texts["letter.why.source", source.Number, source.Issuer];
}
