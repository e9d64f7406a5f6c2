using Directives.Calendars;
using Directives.Language;
using Directives.Register;

namespace Directives.Editions;

/// <summary>Parts of sentences about rules, in one language; pure.</summary>
internal sealed class RuleWords(Texts texts, RegisterSnapshot register)
{
    /// <summary>Names that a sentence lists; the rest are counted.</summary>
    private const int MostNames = 12;

    /// <summary>Name of the text for a reader: whoever carries a duty is called by it.</summary>
    public static string ReaderKey(Audience reader) => reader is Audience.Owner or Audience.InChargeAbove ? $"rules.reader.{reader}" : $"roles.duty.{reader}";

    public string Who(RoleRule rule) => texts[$"rules.who.{rule.Role}"] + (rule.IsNarrowed() ? " " + Scope(rule) : "");

    /// <summary>For which areas and seats a rule is.</summary>
    public string Scope(RoleRule rule) => string.Join(
        " " + texts["rules.and"] + " ",
        new[]
        {
            rule.Areas is { } areas ? texts["rules.in", List(areas.Select(Area))] : null,
            rule.Seats is { } seats ? texts["rules.at", List(seats.Select(Seat))] : null,
        }.OfType<string>());

    public string Each(RoleRule rule) =>
        texts[$"rules.each.{rule.Cadence}"] + (rule.Period == PeriodKind.Reporting ? " " + texts["rules.reporting"] : "");

    public string Span(RoleRule rule) => texts[$"rules.span.{rule.Cadence}"];

    public string Days(int days) => texts.Count("days", days);

    public string Seats(int seats) => texts.Count("seats", seats);

    public string When(int offset) =>
        offset == 0 ? texts["rules.offset.on"] : texts[offset < 0 ? "rules.offset.before" : "rules.offset.after", Days(Math.Abs(offset))];

    public string Readers(Rung rung) => string.Join(", ", rung.Readers.Select(r => texts[ReaderKey(r)]));

    public string Rung(Rung rung) => texts["rules.rung", texts.Rung(rung.Name), When(rung.Offset), Readers(rung)];

    private string Area(string code) => register.PlaceOf(code) is { } place ? $"{place.Name} ({code})" : code;

    private string Seat(string id) => register.Seat(id) is { } seat && register.PlaceOf(seat.Place) is { } place ? $"{place.Name} ({id})" : id;

    private string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        var listed = string.Join(", ", all.Take(MostNames));
        return all.Count > MostNames ? texts["rules.more", listed, all.Count - MostNames] : listed;
    }
}
