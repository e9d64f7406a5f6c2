using System.Globalization;
using Directives.Recommendations;
using Directives.Reports;
using Microsoft.AspNetCore.Http;

namespace Directives.Web.Cases;

/// <summary>A step's form as typed.</summary>
/// <param name="Assignment">The assignment it is about; empty for none.</param>
/// <param name="Body">For whom a part is confirmed; empty for none.</param>
public sealed record CaseForm(CaseStep Step, string Assignment, string Body, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, DecisionForm? Decision = null)
{
    /// <summary>Field that names the assignment.</summary>
    public const string AssignmentField = "assignment";

    /// <summary>Field that names the body.</summary>
    public const string BodyField = "body";

    /// <summary>What the ids of its fields begin with.</summary>
    public string Prefix => PrefixOf(Step, Assignment);

    /// <summary>What the ids of the fields of a form begin with.</summary>
    public static string PrefixOf(CaseStep step, string? assignment) => string.IsNullOrEmpty(assignment) ? step.Name() : $"{step.Name()}-{assignment}";

    /// <summary>Reads it; a field that is not there is empty.</summary>
    public static CaseForm Read(CaseStep step, IFormCollection form)
    {
        var values = CaseField.Of(step).ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[.. form[f.Name].Select(v => v ?? "")], StringComparer.Ordinal);
        var decision = step == CaseStep.Decide ? DecisionForm.Read(form) : null;
        return new CaseForm(step, One(form, AssignmentField), One(form, BodyField), values, decision);
    }

    /// <summary>What was typed into a field.</summary>
    public string Of(string field) => Values.TryGetValue(field, out var typed) && typed.Count > 0 ? typed[0] : "";

    /// <summary>All that was chosen in a field.</summary>
    public IReadOnlyList<string> AllOf(string field) => Values.GetValueOrDefault(field, []);

    /// <summary>The step, or what is wrong with the form itself; whether it may be taken, the case says.</summary>
    /// <param name="today">Local day.</param>
    public CaseEvent? Make(DateOnly today, List<FieldProblem> problems)
    {
        if (Decision is { } decision) return decision.Make(problems);
        var before = problems.Count;
        foreach (var field in CaseField.Of(Step)) Check(field, problems);
        if (Step == CaseStep.Answer && Day("on") > today) problems.Add(new FieldProblem($"{Prefix}-on", "case.problem.future", Day("on")));
        return problems.Count > before ? null : Event();
    }

    /// <summary>Why the case refused, at the field it is about.</summary>
    public FieldProblem Problem(CaseRefusal refusal)
    {
        if (Decision is { } decision) return decision.Problem(refusal);
        var fields = CaseField.Of(Step);
        var field = refusal switch
        {
            CaseRefusal.ReasonNeeded => fields.FirstOrDefault(f => f.Name is "reason" or "because"),
            CaseRefusal.DayInPast or CaseRefusal.NoWorkingDay => fields.FirstOrDefault(f => f.Input == CaseInput.Day),
            CaseRefusal.UnknownBody or CaseRefusal.NamedTwice => fields.FirstOrDefault(f => f.Input == CaseInput.Body),
            CaseRefusal.UnknownStep => fields.FirstOrDefault(f => f.Input == CaseInput.Step),
            _ => null,
        };
        return new FieldProblem(field is null ? $"do-{Prefix}" : $"{Prefix}-{field.Name}", $"case.refused.{refusal}");
    }

    private void Check(CaseField field, List<FieldProblem> problems)
    {
        var typed = Plain(field.Name);
        var id = $"{Prefix}-{field.Name}";
        if (PlainText.FirstControl(typed) is { } found) problems.Add(new FieldProblem(id, "office.problem.control-character", found.Name, found.Position));
        else if (typed.Length > field.Most) problems.Add(new FieldProblem(id, "case.problem.long", field.Most));
        else if (typed.Length == 0 && field.Needed) problems.Add(new FieldProblem(id, $"case.problem.needed.{field.Input}"));
        else if (field.Input == CaseInput.Day && typed.Length > 0 && Day(field.Name) is null) problems.Add(new FieldProblem(id, "case.problem.day"));
        else if (field.Input == CaseInput.Step && Number() is null) problems.Add(new FieldProblem(id, "case.refused.UnknownStep"));
        else if (field.Input == CaseInput.Verdict && Verdict() is null) problems.Add(new FieldProblem(id, "case.problem.needed.Verdict"));
    }

    private CaseEvent Event() => Step switch
    {
        CaseStep.ToCommittee => new SentToCommittee(),
        CaseStep.Ask => new Questioned { Question = Plain("question") },
        CaseStep.ToAgency => new SentToAgency
        {
            Field = Plain("field"),
            Assignment = new Assignment($"a{Guid.NewGuid():N}"[..9], Of("lead"), AllOf("cooperating"), Plain("what"), Day("due")!.Value),
        },
        CaseStep.LowerUrgency => new UrgencyLowered { Reason = Plain("reason") },
        CaseStep.Withdraw => new Withdrawn { Reason = Plain("reason") },
        CaseStep.GrantTime => new MoreTimeDecided { Assignment = Assignment, Until = Day("until"), Reason = Said("reason") },
        CaseStep.DeclineTime => new MoreTimeDecided { Assignment = Assignment, Reason = Plain("reason") },
        CaseStep.AskTime => new MoreTimeAsked { Assignment = Assignment, Until = Day("until")!.Value, Reason = Plain("reason") },
        CaseStep.Place or CaseStep.HandOn => new HandedOn { Assignment = Assignment, To = Of("to"), Reason = Plain("reason") },
        CaseStep.Correct => new Corrected { Step = Number()!.Value, Reason = Plain("reason") },
        CaseStep.Reply => new Replied { Words = Plain("words") },
        CaseStep.Answer => new Answered { On = Day("on")!.Value, How = Plain("how"), ToWhom = Plain("whom"), Words = Plain("told") },
        CaseStep.Accept => new Accepted { Assignment = Assignment },
        CaseStep.Progress => new Progressed { Assignment = Assignment, Words = Plain("progress") },
        CaseStep.Finish => new Finished { Assignment = Assignment, Result = Plain("result") },
        CaseStep.Part => new PartConfirmed { Assignment = Assignment, Body = Body },
        CaseStep.NotSettled => new SpotRefused { Because = Plain("because") },
        CaseStep.Confirm => new Confirmed { Verdict = Verdict()!.Value, Because = Said("because") },
        CaseStep.Undo => new ConfirmationUndone(),
        _ => throw new InvalidOperationException($"{Step} has a form of its own."),
    };

    private string Plain(string field) => PlainText.Normalize(Of(field));

    private string? Said(string field) => Plain(field) is { Length: > 0 } words ? words : null;

    private DateOnly? Day(string field) => VisitRules.Date(Of(field));

    private int? Number() => int.TryParse(Of("step"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private PlaceVerdict? Verdict() => TypedName.Find<PlaceVerdict>(Of("verdict"));

    private static string One(IFormCollection form, string name) => form[name].FirstOrDefault() ?? "";
}
