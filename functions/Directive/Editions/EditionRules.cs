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
            if (edition.Roles.Take(i).Any(r => r.Role == rule.Role))
                yield return new($"$.roles[{i}].role", $"The role {JsonNamingPolicy.KebabCaseLower.ConvertName(rule.Role.ToString())} has a rule already.");
            foreach (var problem in Problems(rule, $"$.roles[{i}]")) yield return problem;
        }
    }

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
