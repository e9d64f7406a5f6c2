using System.Globalization;
using Directives.Calendars;
using Directives.Editions;
using Directives.Reports;
using Directives.Simulation;
using Directives.WhatIf;

namespace Directives.Web.Rules;

/// <summary>What a form asks for, once it is understood; pure.</summary>
/// <param name="form">As typed.</param>
/// <param name="present">The editions of the directive.</param>
/// <param name="rule">The one in force on the day, which candidates are made from.</param>
/// <param name="today">Local day.</param>
public sealed class WhatIfReading(WhatIfForm form, EditionLibrary present, Edition rule, DateOnly today)
{
    /// <summary>Most months that the page plays.</summary>
    public const int MostMonths = 24;

    private const int LongestDue = 250;

    private readonly List<FieldProblem> _problems = [];

    /// <summary>What is wrong with what was typed.</summary>
    public IReadOnlyList<FieldProblem> Problems => _problems;

    /// <summary>What the reader of editions says of texts, in its own words.</summary>
    public IReadOnlyList<string> Wrong { get; private set; } = [];

    /// <summary>The editions of the directive.</summary>
    public EditionLibrary Present => present;

    public Basis Basis => form.Basis == "simulated" ? Basis.Simulated : Basis.Past;

    /// <summary>The first month, where one was named.</summary>
    public DateOnly? From()
    {
        if (form.From.Length == 0) return null;
        if (DateOnly.TryParseExact(form.From, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)) return from;
        _problems.Add(new("from", "whatif.problem.month", form.From));
        return null;
    }

    /// <summary>How many months, where it was said.</summary>
    public int? Months() => form.Months.Length == 0 ? null : (int)Number("months", form.Months, 1, MostMonths);

    /// <summary>Seed and shares.</summary>
    public YearOptions Options()
    {
        var given = new YearOptions { Seed = form.Seed.Length == 0 ? 1 : Number("seed", form.Seed, long.MinValue, long.MaxValue) }
            .WithShares(Share("on-time", form.OnTime), Share("late", form.Late), Share("never", form.Never));
        if (_problems.Count == 0 && !(given.OnTime >= 0 && given.Late >= 0 && given.Never >= 0 && Math.Abs(given.OnTime + given.Late + given.Never - 1) <= 1e-6))
            _problems.Add(new("on-time", "whatif.problem.shares"));
        return given;
    }

    /// <summary>The candidates: those made in the form, then those given as text.</summary>
    public IReadOnlyList<Candidate> Candidates(Func<int, string> nameOf)
    {
        var all = new List<Candidate>();
        for (var i = 1; i <= WhatIfForm.MostSimple; i++)
        {
            if (Simple(i) is { } edition) all.Add(new Candidate(nameOf(all.Count), edition));
        }

        var wrong = new List<string>();
        foreach (var text in form.Texts)
        {
            try
            {
                if (text.Length > WhatIfForm.LongestText) _problems.Add(new("text", "whatif.problem.long", WhatIfForm.LongestText));
                else all.Add(new Candidate(nameOf(all.Count), EditionFile.Parse(text, nameOf(all.Count))));
            }
            catch (RulesFileException refused)
            {
                _problems.Add(new("text", "whatif.problem.text", refused.File));
                wrong.AddRange(refused.Problems.Select(p => $"{refused.File}: {p.Path}: {p.Reason}"));
            }
        }

        Wrong = wrong;
        return all;
    }

    private Edition? Simple(int candidate)
    {
        var roles = rule.Roles.Select(r => Changed(r, WhatIfForm.FieldOf(candidate, r.Role))).ToList();
        if (roles.SequenceEqual(rule.Roles)) return null;
        var from = NextStart(roles);
        var edition = rule with { Roles = roles, InForceFrom = from, Id = IdOf(from) };
        return edition;
    }

    private RoleRule Changed(RoleRule role, string field)
    {
        var cadence = form.Change(field);
        if (cadence.Length > 0)
        {
            if (TypedName.Find<Cadence>(cadence) is { } known) role = role with { Cadence = known };
            else _problems.Add(new(field, "whatif.problem.cadence", cadence));
        }

        return form.Change($"{field}-due") is { Length: > 0 } due ? role with { DueWorkingDays = (int)Number($"{field}-due", due, 1, LongestDue) } : role;
    }

    /// <summary>The next day on which no period is cut in two, neither of the present rules nor of the changed; where there is none within three years, the next month.</summary>
    private DateOnly NextStart(IReadOnlyList<RoleRule> roles)
    {
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        for (var i = 0; i < 36; i++)
        {
            var day = month.AddMonths(i);
            if (roles.Concat(rule.Roles).All(r => Period.Containing(r.Cadence, r.Period, day).From == day)) return day;
        }

        return month;
    }

    private string IdOf(DateOnly from)
    {
        var name = string.Concat(rule.Directive.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{name}.{from:yyyy-MM-dd}");
    }

    private double? Share(string field, string text)
    {
        if (text.Length == 0) return null;
        if (double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100) return percent / 100;
        _problems.Add(new(field, "whatif.problem.percent", text));
        return null;
    }

    private long Number(string field, string text, long least, long most)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        _problems.Add(new(field, "whatif.problem.number", text, least, most));
        return Math.Max(1, least);
    }
}
