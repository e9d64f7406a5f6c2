using System.Globalization;
using Directives.Calendars;
using Directives.Editions;
using Directives.Register;
using Directives.Reports;

namespace Directives.Web.Rules;

/// <summary>Makes an edition of the typed form; what is wrong stands at its field. Pure.</summary>
/// <param name="basis">The edition it starts from: what the form does not ask is taken from it.</param>
public sealed class EditionReading(EditionForm form, Edition basis)
{
    /// <summary>Most working days of a term or an offset, as the schema has it.</summary>
    public const int MostDays = 250;

    private readonly List<FieldProblem> _problems = [];
    private readonly List<string> _at = [];

    /// <summary>What is wrong; empty for nothing.</summary>
    public IReadOnlyList<FieldProblem> Problems => _problems;

    /// <summary>For each rule of the edition that was made, where its fields are in the form.</summary>
    public IReadOnlyList<string> At => _at;

    /// <summary>The edition, with the day of the basis where none was typed; null where something is wrong.</summary>
    public Edition? Edition()
    {
        DateOnly? from = null;
        if (form.From.Trim().Length > 0 && (from = VisitRules.Date(form.From)) is null) _problems.Add(new("from", "admin.problem.date"));
        var window = new SendingWindow(Time(form.Opens, "letters.from"), Time(form.Closes, "letters.to"));
        if (_problems.Count == 0 && window.From >= window.To) _problems.Add(new("letters.to", "admin.rules.problem.window"));
        var rules = new List<RoleRule>();
        foreach (var typed in form.Rules.Where(r => !r.Ends).Append(form.Added).Where(r => r.At != RuleForm.Added || r.IsTyped)) Add(rules, typed);
        if (rules.Count == 0) _problems.Add(new("from", "admin.rules.problem.no-rule"));
        return _problems.Count > 0 ? null : basis with { Id = "", InForceFrom = from ?? basis.InForceFrom, Letters = window, Roles = rules };
    }

    private void Add(List<RoleRule> rules, RuleForm typed)
    {
        var before = _problems.Count;
        var role = TypedName.Find<SeatRole>(typed.Role);
        if (role is null) _problems.Add(new($"{typed.At}.role", "admin.rules.problem.choose"));
        var general = rules.FirstOrDefault(r => r.Role == role && !r.IsNarrowed());
        var (cadence, period) = (Chosen<Cadence>(typed.Cadence, $"{typed.At}.cadence"), Chosen<PeriodKind>(typed.Period, $"{typed.At}.period"));
        var (due, missed) = (Days(typed.Due, 1, $"{typed.At}.due"), Days(typed.Missed, 1, $"{typed.At}.missed"));
        if (typed.Narrowed && general is null && role is not null) _problems.Add(new($"{typed.At}.role", "admin.rules.problem.no-general"));
        // A rule that is added has the ladder of its role, until it is changed.
        var ladder = typed.Ladder.Count > 0 ? Ladder(typed) : general?.Ladder ?? [];
        if (_problems.Count > before) return;
        if (ladder.Count == 0) _problems.Add(new($"{typed.At}.missed", "admin.rules.problem.no-rung"));
        else if (missed <= ladder[^1].Offset) _problems.Add(new($"{typed.At}.missed", "admin.rules.problem.missed", ladder[^1].Offset));
        if (typed.Narrowed && typed.AreaCodes.Count + typed.SeatIds.Count == 0) _problems.Add(new($"{typed.At}.areas", "admin.rules.problem.no-scope"));
        var rule = new RoleRule(role!.Value, cadence, period, due, ladder, missed);
        if (typed.Narrowed)
        {
            rule = rule with
            {
                Name = typed.Name.Trim() is { Length: > 0 } name ? name : NameFor(typed, rules),
                Areas = typed.AreaCodes is { Count: > 0 } areas ? areas : null,
                Seats = typed.SeatIds is { Count: > 0 } ids ? ids : null,
            };
            Compare(rule, rules, typed.At);
        }

        if (_problems.Count > before) return;
        rules.Add(rule);
        _at.Add(typed.At);
    }

    private void Compare(RoleRule rule, List<RoleRule> rules, string at)
    {
        if (!char.IsAsciiLetterLower(rule.Name![0]) || rule.Name.Length > 40 || rule.Name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            _problems.Add(new($"{at}.name", "admin.rules.problem.name"));
        else if (rules.Any(r => r.Name == rule.Name)) _problems.Add(new($"{at}.name", "admin.rules.problem.name.twice", rule.Name));
        foreach (var other in rules.Where(r => r.Role == rule.Role))
        {
            if ((rule.Areas ?? []).FirstOrDefault(a => other.Areas?.Contains(a) == true) is { } area)
                _problems.Add(new($"{at}.areas", "admin.rules.problem.twice", area, other.Name));
            if ((rule.Seats ?? []).FirstOrDefault(s => other.Seats?.Contains(s) == true) is { } seat)
                _problems.Add(new($"{at}.seats", "admin.rules.problem.twice", seat, other.Name));
        }
    }

    private List<Rung> Ladder(RuleForm typed)
    {
        var ladder = new List<Rung>();
        for (var i = 0; i < typed.Ladder.Count; i++)
        {
            var (rung, at) = (typed.Ladder[i], RungForm.Place(typed.At, i));
            if (rung.Offset.Trim().Length == 0) continue;
            var offset = Days(rung.Offset, -MostDays, $"{at}.offset");
            var readers = rung.Readers.Select(TypedName.Find<Editions.Audience>).OfType<Editions.Audience>().Distinct().ToList();
            if (readers.Count == 0) _problems.Add(new($"{at}.readers", "admin.rules.problem.no-reader"));
            if (ladder.Any(r => r.Offset == offset)) _problems.Add(new($"{at}.offset", "admin.rules.problem.same-day", offset));
            ladder.Add(new Rung(rung.Name, offset, readers));
        }

        return [.. ladder.OrderBy(r => r.Offset)];
    }

    private int Days(string typed, int fewest, string field)
    {
        // Windows and phones write a minus in several ways.
        var text = typed.Trim().Replace('\u2212', '-').Replace('\u2013', '-');
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && days >= fewest && days <= MostDays) return days;
        _problems.Add(new(field, "admin.rules.problem.days", fewest, MostDays));
        return fewest;
    }

    private T Chosen<T>(string typed, string field)
        where T : struct, Enum
    {
        if (TypedName.Find<T>(typed) is { } found) return found;
        _problems.Add(new(field, "admin.rules.problem.choose"));
        return default;
    }

    private TimeOnly Time(string typed, string field)
    {
        if (TimeOnly.TryParseExact(typed.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        _problems.Add(new(field, "admin.rules.problem.time"));
        return default;
    }

    /// <summary>E.g. <c>area-540</c>, made of the first code and unique among the rules.</summary>
    private static string NameFor(RuleForm typed, List<RoleRule> rules)
    {
        var first = typed.AreaCodes.Count > 0 ? $"area-{typed.AreaCodes[0]}" : $"seat-{(typed.SeatIds is [var seat, ..] ? seat : "")}";
        var name = string.Concat(first.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-'));
        name = name.Length > 36 ? name[..36] : name;
        var number = 1;
        while (rules.Any(r => r.Name == (number == 1 ? name : $"{name}-{number}"))) number++;
        return number == 1 ? name : $"{name}-{number}";
    }
}
