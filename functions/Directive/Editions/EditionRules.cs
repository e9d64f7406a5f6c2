using System.Globalization;
using System.Text.Json;
using Directives.Calendars;

namespace Directives.Editions;

/// <summary>What an edition must keep beyond its schema, so that every obligation has one due date and one ladder (R2).</summary>
internal static class EditionRules
{
    /// <summary>All that is wrong, by JSON path; empty for a sound edition.</summary>
    public static IEnumerable<RulesProblem> Problems(Edition edition)
    {
        if (!Zone.Exists(edition.Zone))
            yield return new("$.zone", $"There is no time zone \"{edition.Zone}\"; use an IANA name such as Asia/Ho_Chi_Minh.");
        if (edition.Letters.From >= edition.Letters.To)
            yield return new("$.letters", $"Letters would leave from {Clock(edition.Letters.From)} to "
                + $"{Clock(edition.Letters.To)}: the end must be later than the beginning.");
        for (var i = 0; i < edition.Roles.Count; i++)
        {
            var rule = edition.Roles[i];
            if (!rule.IsNarrowed() && edition.Roles.Take(i).Any(r => r.Role == rule.Role && !r.IsNarrowed()))
                yield return new($"$.roles[{i}].role", $"The role {Word(rule.Role)} has a rule already.");
            foreach (var problem in ScopeProblems(edition, i)) yield return problem;
            foreach (var problem in Problems(rule, $"$.roles[{i}]")) yield return problem;
        }
    }

    /// <summary>A rule for areas or seats has a name of its own, narrows the role's own rule, and shares no area or seat with another.</summary>
    private static IEnumerable<RulesProblem> ScopeProblems(Edition edition, int index)
    {
        var (rule, at, earlier) = (edition.Roles[index], $"$.roles[{index}]", edition.Roles.Take(index).ToList());
        if (rule.IsNarrowed() && rule.Name is null) yield return new($"{at}.name", "A rule for areas or seats needs a name.");
        if (!rule.IsNarrowed() && rule.Name is not null)
            yield return new($"{at}.name", "Only a rule for areas or seats has a name: say for which, or leave the name out.");
        if (rule.Name is { } name && earlier.Any(r => r.Name == name)) yield return new($"{at}.name", $"There is a rule \"{name}\" already.");
        if (rule.IsNarrowed() && edition.Roles.All(r => r.Role != rule.Role || r.IsNarrowed()))
            yield return new($"{at}.role", $"This is for some of the role {Word(rule.Role)}, but there is no rule for all of it.");
        var others = earlier.Where(r => r.Role == rule.Role).ToList();
        foreach (var problem in Claims(rule.Areas, r => r.Areas, others, $"{at}.areas", "area")) yield return problem;
        foreach (var problem in Claims(rule.Seats, r => r.Seats, others, $"{at}.seats", "seat")) yield return problem;
    }

    private static IEnumerable<RulesProblem> Claims(
        IReadOnlyList<string>? codes, Func<RoleRule, IReadOnlyList<string>?> of, List<RoleRule> others, string path, string what)
    {
        for (var i = 0; i < (codes?.Count ?? 0); i++)
        {
            var code = codes![i];
            if (codes.Take(i).Contains(code)) yield return new($"{path}[{i}]", $"The {what} \"{code}\" is named twice.");
            else if (others.FirstOrDefault(r => of(r)?.Contains(code) == true) is { } other)
                yield return new($"{path}[{i}]", $"The {what} \"{code}\" stands in the rule \"{other.Name}\" of the same role already.");
        }
    }

    private static string Word(Register.SeatRole role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    private static IEnumerable<RulesProblem> Problems(RoleRule rule, string path)
    {
        for (var i = 0; i < rule.Ladder.Count; i++)
        {
            var rung = rule.Ladder[i];
            var at = $"{path}.ladder[{i}]";
            if (rule.Ladder.Take(i).Any(r => r.Name == rung.Name))
                yield return new($"{at}.name", $"The ladder has a rung \"{rung.Name}\" already.");
            if (i > 0 && rung.Offset <= rule.Ladder[i - 1].Offset)
                yield return new($"{at}.offset", $"Offsets must ascend, but {rung.Offset} follows {rule.Ladder[i - 1].Offset}.");
            if (rung.Readers.Distinct().Count() != rung.Readers.Count)
                yield return new($"{at}.readers", "A reader is named twice.");
        }

        var last = rule.Ladder.Max(r => r.Offset);
        if (rule.MissedWorkingDays <= last)
            yield return new($"{path}.missedWorkingDays",
                $"A report is missed after {rule.MissedWorkingDays} working days, but the last rung comes only after {last}.");
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
