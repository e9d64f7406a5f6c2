using Directives.Calendars;
using Directives.Language;

namespace Directives.Register.Import;

/// <summary>The rows of one year of a file of holidays.</summary>
/// <param name="before">The year as the calendar has it; null for none.</param>
internal sealed class HolidayYearRows(PlanDraft draft, int year, HolidayYear? before)
{
    private readonly SortedDictionary<DateOnly, (ImportRow Row, DayOff Day)> _off = [];
    private readonly SortedDictionary<DateOnly, (ImportRow Row, WorkedDay Day)> _worked = [];
    private readonly List<(ImportRow Row, LegalSource Source)> _sources = [];
    private (ImportRow Row, bool Verified, string? Note)? _checked;
    private ImportRow? _first;

    public void Read(ImportRow row)
    {
        var kind = Folding.Fold(row["kind"]);
        if (kind == HolidaysImport.Source) ReadSource(row.Called($"{year}"));
        else if (kind is HolidaysImport.Verified or HolidaysImport.Unverified) ReadChecked(row.Called($"{year}"), kind == HolidaysImport.Verified);
        else ReadDay(row.Called(PlaceChecks.Text(row.Day("day")!.Value)), kind);
    }

    /// <summary>The row of a day, or the first of the year.</summary>
    public ImportRow? RowOf(DateOnly? day) => day is not { } one ? _checked?.Row ?? _first
        : _off.TryGetValue(one, out var off) ? off.Row : _worked.TryGetValue(one, out var worked) ? worked.Row : _first;

    /// <summary>The year as the file says; sources and checks that it does not speak of stay.</summary>
    public HolidayYear Make()
    {
        var sources = _sources.Count > 0 ? _sources.Select(s => s.Source).ToList() : before?.Sources.ToList() ?? [];
        foreach (var by in _off.Values.Select(o => o.Day.By).OfType<string>().Where(by => sources.TrueForAll(s => s.Number != by)).Distinct().ToList())
            sources.Add(new LegalSource(by, null, "", ""));
        if (sources.Count == 0 && _first is { } first) draft.Wrong(first, "import.wrong.no-decree", year);
        var (verified, note) = _checked is { } known ? (known.Verified, known.Note) : (before?.Verified ?? true, before?.Note);
        return new HolidayYear(year, verified, note, sources, [.. _off.Values.Select(o => o.Day)], [.. _worked.Values.Select(w => w.Day)]);
    }

    /// <summary>Says what differs from the calendar as it is.</summary>
    public void Compare()
    {
        var (off, worked) = (before?.Off.ToDictionary(d => d.Day) ?? [], before?.Worked.ToDictionary(d => d.Day) ?? []);
        foreach (var (day, (row, now)) in _off) Say(row, off.GetValueOrDefault(day), now, now.Vi, now.En);
        foreach (var (day, (row, now)) in _worked) Say(row, worked.GetValueOrDefault(day), now, now.Vi, now.En);
        foreach (var gone in off.Values.Where(d => !_off.ContainsKey(d.Day))) draft.Gone(PlaceChecks.Text(gone.Day), new ImportWords("import.gone.day", new Bilingual(gone.Vi, gone.En)));
        foreach (var gone in worked.Values.Where(d => !_worked.ContainsKey(d.Day))) draft.Gone(PlaceChecks.Text(gone.Day), new ImportWords("import.gone.day", new Bilingual(gone.Vi, gone.En)));
        if (before is null) return;
        var made = Make();
        if (!made.Sources.SequenceEqual(before.Sources)) draft.Changed((_sources.Count > 0 ? _sources[0].Row : _first!).Called($"{year}"), new ImportWords("import.day.sources", year));
        if (_checked is { } known && (made.Verified, made.Note) != (before.Verified, before.Note)) draft.Changed(known.Row, new ImportWords("import.day.checked", year));
    }

    private void Say<T>(ImportRow row, T? was, T now, string vi, string en)
        where T : class
    {
        if (was is null) draft.New(row, new ImportWords("import.day.new", new Bilingual(vi, en)));
        else if (!was.Equals(now)) draft.Changed(row, new ImportWords("import.day.changed", new Bilingual(vi, en)));
    }

    private void ReadSource(ImportRow row)
    {
        if (draft.Needs(row, "by") & draft.Needs(row, "issuer") & draft.Needs(row, "about"))
            _sources.Add((row, new LegalSource(row["by"], row.Day("day"), row["issuer"], row["about"])));
    }

    private void ReadChecked(ImportRow row, bool verified)
    {
        if (!verified && !draft.Needs(row, "vi")) return;
        if (_checked is not null) draft.Wrong(row, RegisterProblemKind.DuplicateCode, row.Code);
        else _checked = (row, verified, row["vi"].Length == 0 ? null : row["vi"]);
    }

    private void ReadDay(ImportRow row, string kind)
    {
        _first ??= row;
        var day = row.Day("day")!.Value;
        if (!draft.Needs(row, "vi") | !draft.Needs(row, "en")) return;
        if (_off.ContainsKey(day) || _worked.ContainsKey(day)) draft.Wrong(row, RegisterProblemKind.DuplicateCode, row.Code);
        else if (kind == HolidaysImport.Worked != IsWeekend(day) && kind != "holiday") draft.Wrong(row, kind == HolidaysImport.Worked ? "import.wrong.no-weekend" : "import.wrong.weekend", day);
        else if (kind != HolidaysImport.Worked) _off.Add(day, (row, new DayOff(day, Enum.Parse<DayOffKind>(kind, ignoreCase: true), row["vi"], row["en"], row["by"].Length == 0 ? null : row["by"])));
        else if (row.Day("instead_of") is { } instead) _worked.Add(day, (row, new WorkedDay(day, instead, row["vi"], row["en"])));
        else draft.Wrong(row, "import.wrong.instead-of", row.Code);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
