using System.Globalization;

namespace Directives.Register;

/// <summary>What can be wrong with places: their texts, their codes, and the tree they make (R1).</summary>
internal static class PlaceChecks
{
    /// <summary>Adds all problems.</summary>
    /// <param name="places">The places.</param>
    /// <param name="row">The file row of the place with this index, if any.</param>
    /// <param name="alsoKnown">Codes that count as known although their rows are broken: one fault, one message.</param>
    public static void Check(
        List<RegisterProblem> problems, IReadOnlyList<Place> places, Func<int, int?> row, IReadOnlySet<string>? alsoKnown = null)
    {
        var rows = new Dictionary<string, int?>(StringComparer.Ordinal);
        var earlier = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        for (int i = 0; i < places.Count; i++)
        {
            Place place = places[i];
            CheckOne(problems, place, row(i));
            if (string.IsNullOrWhiteSpace(place.Code))
                continue;
            rows.TryAdd(place.Code, row(i));
            if (!earlier.TryGetValue(place.Code, out List<Place>? same))
                earlier.Add(place.Code, same = []);
            if (same.Exists(p => Term.Overlap(p.From, p.To, place.From, place.To)))
                problems.Add(new(RegisterProblemKind.DuplicateCode, place.Code, row(i)));
            same.Add(place);
        }

        for (int i = 0; i < places.Count; i++)
        {
            if (places[i].Parent is { } parent && !rows.ContainsKey(parent) && alsoKnown?.Contains(parent) != true)
                problems.Add(new(RegisterProblemKind.UnknownParent, places[i].Code, row(i), parent));
        }

        CheckCircles(problems, places, rows);
    }

    private static void CheckOne(List<RegisterProblem> problems, Place place, int? row)
    {
        if (string.IsNullOrWhiteSpace(place.Code))
            problems.Add(new(RegisterProblemKind.EmptyCode, place.Code, row, place.Name));
        else
            RegisterTexts.CheckShape(problems, place.Code, row, "code", place.Code, RegisterTexts.LongestId);
        RegisterTexts.Check(problems, place.Code, row, "name", place.Name);
        RegisterTexts.CheckShape(problems, place.Code, row, "kind", place.Kind);
        RegisterTexts.Check(problems, place.Code, row, "level", place.Level);
        CheckTerm(problems, place.Code, row, place.From, place.To);
    }

    public static void CheckTerm(List<RegisterProblem> problems, string subject, int? row, DateOnly from, DateOnly? to)
    {
        if (to < from)
            problems.Add(new(RegisterProblemKind.EndBeforeStart, subject, row, Text(from), Text(to.Value)));
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void CheckCircles(List<RegisterProblem> problems, IReadOnlyList<Place> places, Dictionary<string, int?> rows)
    {
        Dictionary<string, Place[]> byCode = PlaceVersions.ByCode(places.Where(p => rows.ContainsKey(p.Code)));
        // The tree only changes on the days on which a code gets another version.
        var days = byCode.Values.Where(v => v.Length > 1).SelectMany(v => v).Select(p => p.From)
            .Append(DateOnly.MinValue).Distinct().Order().ToList();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (DateOnly day in days)
        {
            foreach (List<Place> circle in Circles(byCode, day))
            {
                // The same circle may stand on several days, found from another of its places.
                if (!told.Add(string.Join('\n', circle.Select(p => p.Code).Order(StringComparer.Ordinal))))
                    continue;
                Place first = circle.MinBy(p => (rows[p.Code] ?? 0, p.Code))!;
                int turn = circle.IndexOf(first);
                IEnumerable<Place> round = circle.Skip(turn).Concat(circle.Take(turn)).Append(first);
                string named = string.Join(" → ", round.Select(p => $"{p.Name} ({p.Code})"));
                problems.Add(new(RegisterProblemKind.Cycle, first.Code, rows[first.Code], named));
            }
        }
    }

    private static IEnumerable<List<Place>> Circles(Dictionary<string, Place[]> byCode, DateOnly day)
    {
        // Walk up from each place; a walk that meets its own number has gone in a circle.
        var walks = new Dictionary<string, int>(byCode.Count, StringComparer.Ordinal);
        int walk = 0;
        foreach (string start in byCode.Keys)
        {
            walk++;
            string? code = start;
            while (code is not null && byCode.TryGetValue(code, out Place[]? versions) && walks.TryAdd(code, walk))
                code = versions[PlaceVersions.At(versions, day)].Parent;
            if (code is null || !walks.TryGetValue(code, out int met) || met != walk)
                continue;
            var circle = new List<Place>();
            string? next = code;
            do
            {
                Place[] versions = byCode[next!];
                Place place = versions[PlaceVersions.At(versions, day)];
                circle.Add(place);
                next = place.Parent;
            }
            while (next != code);
            yield return circle;
        }
    }
}
