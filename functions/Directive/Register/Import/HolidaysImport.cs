using Directives.Calendars;
using Directives.Language;

namespace Directives.Register.Import;

/// <summary>What a file of holidays would change in the calendar (R2); pure. The years it speaks of are then as it says, all others stay.</summary>
internal static class HolidaysImport
{
    /// <summary>Rows that are no days: a decree, and whether the year's were checked.</summary>
    public const string Source = "source", Verified = "verified", Unverified = "unverified";

    /// <summary>A weekend day that is worked.</summary>
    public const string Worked = "worked";

    public static ImportPlan Of(PlanDraft draft, IReadOnlyList<HolidayYear> before)
    {
        var years = new SortedDictionary<int, HolidayYearRows>();
        foreach (var row in draft.All())
        {
            if (YearOf(draft, row) is not { } year) continue;
            if (!years.TryGetValue(year, out var rows))
                years.Add(year, rows = new HolidayYearRows(draft, year, before.FirstOrDefault(y => y.Year == year)));
            rows.Read(row);
        }

        var after = before.ToList();
        foreach (var (year, rows) in years)
        {
            var index = after.FindIndex(y => y.Year == year);
            var read = rows.Make();
            if (index < 0) after.Add(read);
            else after[index] = read;
        }

        // What only shows once all days are known: a swap may reach over the new year.
        Swaps(draft, years, after);
        foreach (var problem in HolidayRules.Problems(after)) Locate(draft, years, after, problem);
        foreach (var rows in years.Values) rows.Compare();
        var plan = draft.Done(draft.Content);
        return plan.IsClean && plan.New.Count + plan.Changed.Count + plan.Gone.Count > 0 ? plan with { Years = [.. after.OrderBy(y => y.Year)] } : plan;
    }

    private static int? YearOf(PlanDraft draft, ImportRow row)
    {
        var kind = Folding.Fold(row["kind"]);
        if (kind is Source or Verified or Unverified)
        {
            if (int.TryParse(row["year"], out var year) && year is >= 1900 and <= 2999) return year;
            draft.Wrong(row, "import.wrong.year", kind);
            return null;
        }

        if (kind != Worked && !Enum.GetNames<DayOffKind>().Contains(kind, StringComparer.OrdinalIgnoreCase))
        {
            draft.Wrong(row, "import.wrong.holiday-kind", RegisterProblem.Printable(row["kind"]));
            return null;
        }

        if (row.Day("day") is { } day) return day.Year;
        draft.Wrong(row, "import.wrong.no-day", kind);
        return null;
    }

    private static void Swaps(PlanDraft draft, SortedDictionary<int, HolidayYearRows> years, List<HolidayYear> after)
    {
        var swapped = after.SelectMany(y => y.Off).Where(d => d.Kind == DayOffKind.Swapped).Select(d => d.Day).ToHashSet();
        var paid = new HashSet<DateOnly>();
        foreach (var day in after.SelectMany(y => y.Worked))
        {
            if (!swapped.Contains(day.InsteadOf)) Say(day.Day, "import.wrong.instead", day.InsteadOf);
            else if (!paid.Add(day.InsteadOf)) Say(day.Day, "import.wrong.instead-twice", day.InsteadOf);
        }

        foreach (var day in swapped.Where(d => !paid.Contains(d))) Say(day, "import.wrong.swap-alone", day);

        void Say(DateOnly day, string key, DateOnly about)
        {
            if (years.GetValueOrDefault(day.Year)?.RowOf(day) is { } row) draft.Wrong(row, key, about);
            else draft.Wrong(PlaceChecks.Text(day), new ImportWords(key, about));
        }
    }

    // Paths are $.years[i].off[j].day: the row is that of the day there.
    private static void Locate(PlanDraft draft, SortedDictionary<int, HolidayYearRows> years, List<HolidayYear> after, Editions.RulesProblem problem)
    {
        var numbers = problem.Path.Split('[', ']').Where((_, i) => i % 2 == 1).Select(int.Parse).ToList();
        var year = after[numbers[0]];
        var day = numbers.Count < 2 ? (DateOnly?)null : problem.Path.Contains(".off[", StringComparison.Ordinal) ? year.Off[numbers[1]].Day
            : problem.Path.Contains(".worked[", StringComparison.Ordinal) ? year.Worked[numbers[1]].Day : null;
        var why = new ImportWords("import.wrong.calendar", problem.Reason);
        // Said already, in the reader's language.
        if (draft.Broken.Contains(day is null ? $"{year.Year}" : PlaceChecks.Text(day.Value))) return;
        if (years.GetValueOrDefault(year.Year)?.RowOf(day) is { } row) draft.Wrong(row, why);
        else draft.Wrong(day is null ? $"{year.Year}" : PlaceChecks.Text(day.Value), why);
    }
}
