using Directives.Editions;

namespace Directives.Calendars;

/// <summary>Holiday calendars as files (R2): the days off of each year with the decree that says so.</summary>
public static class HolidayFile
{
    private static readonly RulesSchema Schema = new("Calendars/holidays.schema.json");

    /// <summary>Vietnam's civil service, 2021 to 2026.</summary>
    public static WorkCalendar Vietnam { get; } =
        Parse(RulesFile.ReadEmbedded("Calendars/vietnam.holidays.json"), "vietnam.holidays.json");

    /// <summary>Reads a calendar from disk.</summary>
    /// <exception cref="RulesFileException">Missing, unreadable, or wrong in any way.</exception>
    public static WorkCalendar Load(string path) => Parse(RulesFile.Read(path), path);

    /// <summary>Reads a calendar from text.</summary>
    /// <param name="file">What to call it in errors.</param>
    /// <exception cref="RulesFileException">Wrong in any way.</exception>
    public static WorkCalendar Parse(string json, string file)
    {
        ArgumentNullException.ThrowIfNull(json);
        var text = RulesFile.Parse<CalendarText>(json, file, Schema);
        var problems = new List<RulesProblem>();
        var years = text.Years.Select((y, i) => Year(y, $"$.years[{i}]", problems)).ToArray();
        if (problems.Count == 0) problems.AddRange(HolidayRules.Problems(years));
        return problems.Count == 0 ? new WorkCalendar(years) : throw new RulesFileException(file, problems);
    }

    private static HolidayYear Year(YearText year, string path, List<RulesProblem> problems)
    {
        DateOnly Date(string text, string at)
        {
            RulesFile.TryDate(text, at, problems, out var day);
            return day;
        }

        return new(year.Year, year.Verified, year.Note,
            year.Sources.Select((s, i) => new LegalSource(
                s.Number, s.Date is null ? null : Date(s.Date, $"{path}.sources[{i}].date"), s.Issuer, s.About)).ToArray(),
            year.Off.Select((d, i) => new DayOff(Date(d.Day, $"{path}.off[{i}].day"), d.Kind, d.Vi, d.En, d.By)).ToArray(),
            year.Worked.Select((d, i) => new WorkedDay(
                Date(d.Day, $"{path}.worked[{i}].day"), Date(d.InsteadOf, $"{path}.worked[{i}].insteadOf"), d.Vi, d.En)).ToArray());
    }

    private sealed record CalendarText(IReadOnlyList<YearText> Years);

    private sealed record YearText(
        int Year, bool Verified, string? Note, IReadOnlyList<SourceText> Sources, IReadOnlyList<OffText> Off, IReadOnlyList<WorkedText> Worked);

    private sealed record SourceText(string Number, string? Date, string Issuer, string About);

    private sealed record OffText(string Day, DayOffKind Kind, string Vi, string En, string? By);

    private sealed record WorkedText(string Day, string InsteadOf, string Vi, string En);
}
