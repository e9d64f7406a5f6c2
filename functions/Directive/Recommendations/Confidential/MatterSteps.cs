using Directives.Reports;
using Directives.Web;

namespace Directives.Recommendations.Confidential;

/// <summary>Steps of a confidential matter as forms name them; pure.</summary>
public static class MatterSteps
{
    public const string TakeUp = "take-up";
    public const string Question = "question";
    public const string Reply = "reply";
    public const string Decide = "decide";
    public const string Answer = "answer";
    public const string Confirm = "confirm";
    public const string Undo = "undo";
    public const string Withdraw = "withdraw";

    public const string Words = "words";
    public const string Internal = "internal";
    public const string Outcome = "outcome";
    public const string Reason = "reason";
    public const string Day = "day";
    public const string Verdict = "verdict";

    /// <summary>All fields.</summary>
    public static readonly IReadOnlyList<string> Fields = [Words, Internal, Outcome, Reason, Day, Verdict];

    /// <summary>Characters of a field.</summary>
    public const int Longest = 10_000;

    /// <summary>The steps that are a reader's where a matter stands, the usual one first.</summary>
    /// <param name="today">Local day.</param>
    public static IReadOnlyList<string> Of(CaseState state, bool isRaiser, DateOnly today)
    {
        var steps = new List<string>();
        if (isRaiser)
        {
            if (state.Stage == CaseStage.Asked) steps.Add(Reply);
            if (state.Stage == CaseStage.Confirmation) steps.Add(Confirm);
            if (state.UndoUntil >= today && state.Stage is CaseStage.Ended or CaseStage.Decision or CaseStage.Answer) steps.Add(Undo);
            if (state.End is null && !CasePath.IsDecided(state)) steps.Add(Withdraw);
        }
        else
        {
            if (state.Stage == CaseStage.Look) steps.AddRange([TakeUp, Question]);
            if (state.Stage == CaseStage.Decision) steps.Add(Decide);
            if (state.Stage == CaseStage.Answer) steps.Add(Answer);
        }

        return steps;
    }

    /// <summary>A field's text as it counts, with what is wrong with it.</summary>
    public static string TextOf(string field, string typed, List<FieldProblem> problems)
    {
        var text = PlainText.Normalize(typed);
        if (text.Length > Longest) problems.Add(new FieldProblem(field, "confidential.problem.too-long", Longest));
        if (PlainText.FirstControl(text) is { } found) problems.Add(new FieldProblem(field, "office.problem.control-character", found.Name, found.Position));
        return text;
    }

    /// <summary>The step as typed, or null with what is wrong with it.</summary>
    /// <param name="typed">By name of the field.</param>
    /// <param name="today">Local day.</param>
    public static CaseEvent? Read(string step, IReadOnlyDictionary<string, string> typed, string raiser, DateOnly today, List<FieldProblem> problems)
    {
        string Text(string field) => TextOf(field, typed.GetValueOrDefault(field, ""), problems);

        CaseEvent? read = step switch
        {
            TakeUp => new SentToCommittee(),
            Question => new Questioned { Question = Text(Words) },
            Reply => new Replied { Words = Text(Words) },
            Decide => Decision(),
            Answer => new Answered { On = today, How = "confidential", ToWhom = raiser, Words = Text(Words) },
            Confirm => Word(),
            Undo => new ConfirmationUndone(),
            Withdraw => new Withdrawn { Reason = Text(Reason) },
            _ => null,
        };
        return problems.Count > 0 ? null : read;

        Decided? Decision()
        {
            if (One<DecisionOutcome>(Outcome) is not { } outcome) return null;
            var day = VisitRules.Date(typed.GetValueOrDefault(Day, ""));
            if (outcome == DecisionOutcome.PutOff && day is null) problems.Add(new FieldProblem(Day, "admin.problem.date"));
            return new Decided
            {
                Decision = "",
                Outcome = outcome,
                Internal = Text(Internal),
                ForPlace = Text(Words),
                Reason = Text(Reason) is { Length: > 0 } reason ? reason : null,
                PutOffTo = outcome == DecisionOutcome.PutOff ? day : null,
            };
        }

        Confirmed? Word() => One<PlaceVerdict>(Verdict) is { } verdict
            ? new Confirmed { Verdict = verdict, Because = Text(Reason) is { Length: > 0 } because ? because : null }
            : null;

        T? One<T>(string field)
            where T : struct, Enum
        {
            var found = TypedName.Find<T>(typed.GetValueOrDefault(field));
            if (found is null) problems.Add(new FieldProblem(field, "confidential.problem.choose"));
            return found;
        }
    }

    /// <summary>Why a step was refused, at the field it is about.</summary>
    public static FieldProblem Problem(string step, CaseRefusal refusal) => new(
        refusal switch
        {
            CaseRefusal.ReasonNeeded => Reason,
            CaseRefusal.DayInPast or CaseRefusal.NoWorkingDay => Day,
            _ => step is Confirm ? Verdict : step is Withdraw ? Reason : step is Decide ? Internal : Words,
        },
        refusal is CaseRefusal.ReasonNeeded or CaseRefusal.WordsNeeded or CaseRefusal.DayInPast or CaseRefusal.NoWorkingDay or CaseRefusal.Ended or CaseRefusal.DecidedAlready
            or CaseRefusal.TooLateToUndo ? $"confidential.refused.{refusal}" : "confidential.refused.NotNow");
}
