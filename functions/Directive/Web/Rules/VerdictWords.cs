using Directives.Editions;
using Directives.Language;
using Directives.Proposals;
using Directives.Register;
using Directives.Reports;

namespace Directives.Web.Rules;

/// <summary>What stands against an edition, each at the field it is about; pure.</summary>
internal static class VerdictWords
{
    /// <summary>The problems; empty where it may be proposed.</summary>
    /// <param name="field">Name of the field for a JSON path of the edition.</param>
    public static IReadOnlyList<FieldProblem> Problems(EditionVerdict verdict, RegisterSnapshot register, Func<string, string> field)
    {
        if (verdict.Refusal is not { } refusal) return [];
        if (verdict.Names.Count > 0)
            return [.. verdict.Names.Select(n => new FieldProblem(field(n.Path), $"admin.rules.problem.{n.Fault}", n.Name, n.Path))];
        if (verdict.Starts.Count > 0) return [.. verdict.Starts.Select(s => Start(s, verdict.Edition!, register, field("$.inForceFrom")))];
        return [new FieldProblem(field(refusal == ProposalRefusal.DateTooEarly ? "$.inForceFrom" : "$"), $"admin.problem.edition.{refusal}")];
    }

    private static FieldProblem Start(StartProblem problem, Edition candidate, RegisterSnapshot register, string field)
    {
        var who = Both(w => w.Who(problem.After), register);
        var (was, now) = (Both(w => w.Each(problem.Before), register), Both(w => w.Each(problem.After), register));
        return problem switch
        {
            { Next: null } => new FieldProblem(field, "admin.rules.problem.never", who, was, now),
            _ when problem.Edition.Id != candidate.Id =>
                new FieldProblem(field, "admin.rules.problem.then", who, was, now, problem.Edition.Id, problem.Edition.InForceFrom, problem.Next),
            _ => new FieldProblem(field, "admin.rules.problem.start", who, was, now, problem.Next, problem.Edition.InForceFrom, problem.Seats),
        };
    }

    private static Bilingual Both(Func<RuleWords, string> words, RegisterSnapshot register) =>
        new(words(new RuleWords(Texts.Vietnamese, register)), words(new RuleWords(Texts.English, register)));
}
