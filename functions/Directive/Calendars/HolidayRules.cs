using Directives.Editions;

namespace Directives.Calendars;

/// <summary>What a holiday file must keep beyond its schema, so that each day is surely on or off (R2).</summary>
internal static class HolidayRules
{
    /// <summary>All that is wrong, by JSON path; empty for a sound calendar.</summary>
    public static IEnumerable<RulesProblem> Problems(IReadOnlyList<HolidayYear> years)
    {
        var off = new Dictionary<DateOnly, DayOff>();
        var worked = new HashSet<DateOnly>();
        for (var y = 0; y < years.Count; y++)
        {
            var year = years[y];
            var at = $"$.years[{y}]";
            if (years.Take(y).Any(o => o.Year == year.Year)) yield return new($"{at}.year", $"The year {year.Year} stands here twice.");
            if (!year.Verified && year.Note is null) yield return new($"{at}.note", "A year that is not verified needs a note that says why.");
            for (var i = 0; i < year.Off.Count; i++)
            {
                var day = year.Off[i];
                var path = $"{at}.off[{i}].day";
                if (day.Day.Year != year.Year) yield return new(path, $"{day.Day:O} is not a day of {year.Year}.");
                if (!off.TryAdd(day.Day, day)) yield return new(path, $"{day.Day:O} is off already.");
                if (day.By is { } by && year.Sources.All(s => s.Number != by))
                    yield return new($"{at}.off[{i}].by", $"\"{by}\" is none of the sources of {year.Year}.");
                if (day.Kind != DayOffKind.Holiday && IsWeekend(day.Day))
                    yield return new(path, $"{day.Day:O} is a {day.Day.DayOfWeek} and off anyway: nothing is compensated or swapped by it.");
            }

            for (var i = 0; i < year.Worked.Count; i++)
            {
                var day = year.Worked[i].Day;
                var path = $"{at}.worked[{i}].day";
                if (day.Year != year.Year) yield return new(path, $"{day:O} is not a day of {year.Year}.");
                if (!worked.Add(day)) yield return new(path, $"{day:O} is swapped already.");
                if (!IsWeekend(day)) yield return new(path, $"{day:O} is a {day.DayOfWeek}, not a day of a weekend that could be worked instead.");
            }
        }

        foreach (var problem in Swaps(years, off)) yield return problem;
    }

    // Only once all days are known: a swap may reach over the new year.
    private static IEnumerable<RulesProblem> Swaps(IReadOnlyList<HolidayYear> years, Dictionary<DateOnly, DayOff> off)
    {
        var paid = new HashSet<DateOnly>();
        for (var y = 0; y < years.Count; y++)
            for (var i = 0; i < years[y].Worked.Count; i++)
            {
                var swap = years[y].Worked[i];
                var path = $"$.years[{y}].worked[{i}]";
                if (off.ContainsKey(swap.Day)) yield return new($"{path}.day", $"{swap.Day:O} is both off and worked.");
                if (off.GetValueOrDefault(swap.InsteadOf)?.Kind != DayOffKind.Swapped)
                    yield return new($"{path}.insteadOf", $"{swap.InsteadOf:O} is not a swapped day off.");
                else if (!paid.Add(swap.InsteadOf))
                    yield return new($"{path}.insteadOf", $"{swap.InsteadOf:O} is worked on another day already.");
            }

        for (var y = 0; y < years.Count; y++)
            for (var i = 0; i < years[y].Off.Count; i++)
                if (years[y].Off[i] is { Kind: DayOffKind.Swapped } day && !paid.Contains(day.Day))
                    yield return new($"$.years[{y}].off[{i}].day", $"{day.Day:O} is swapped, but no day is worked instead.");
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
