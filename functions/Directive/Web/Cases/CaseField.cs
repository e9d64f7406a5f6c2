using Directives.Recommendations;
using Directives.Reports;

namespace Directives.Web.Cases;

/// <summary>How something is typed.</summary>
public enum CaseInput
{
    /// <summary>Several lines.</summary>
    Words,

    /// <summary>One line.</summary>
    Line,

    /// <summary>A local day.</summary>
    Day,

    /// <summary>One body.</summary>
    Body,

    /// <summary>Any number of bodies.</summary>
    Bodies,

    /// <summary>A step of the case.</summary>
    Step,

    /// <summary>The place's verdict.</summary>
    Verdict,
}

/// <summary>A field of a step's form; its label is <c>case.field.{Name}</c>.</summary>
/// <param name="Needed">Whether it must be filled in, as far as the form itself can tell.</param>
public sealed record CaseField(string Name, CaseInput Input, bool Needed = true)
{
    /// <summary>Characters of several lines.</summary>
    public const int MostWords = 5000;

    /// <summary>Characters of one line.</summary>
    public const int MostLine = 300;

    private static readonly CaseField Reason = new("reason", CaseInput.Words);

    /// <summary>Most characters of this field.</summary>
    public int Most => Input == CaseInput.Words ? MostWords : MostLine;

    /// <summary>Several lines as they count, with what is wrong with them.</summary>
    /// <param name="missing">What is said where they are needed and are not there.</param>
    public static string WordsOf(string field, string typed, bool needed, List<FieldProblem> problems, string missing = "case.problem.needed.Words")
    {
        var words = PlainText.Normalize(typed);
        if (PlainText.FirstControl(words) is { } found) problems.Add(new FieldProblem(field, "office.problem.control-character", found.Name, found.Position));
        else if (words.Length > CaseField.MostWords) problems.Add(new FieldProblem(field, "case.problem.long", CaseField.MostWords));
        else if (needed && words.Length == 0) problems.Add(new FieldProblem(field, missing));
        return words;
    }

    /// <summary>The fields of a step's form in order; the decision has a form of its own.</summary>
    public static IReadOnlyList<CaseField> Of(CaseStep step) => step switch
    {
        CaseStep.Ask => [new("question", CaseInput.Words)],
        CaseStep.ToAgency =>
        [
            new("field", CaseInput.Line), new("lead", CaseInput.Body), new("cooperating", CaseInput.Bodies, Needed: false),
            new("what", CaseInput.Words), new("due", CaseInput.Day),
        ],
        CaseStep.LowerUrgency or CaseStep.Withdraw or CaseStep.DeclineTime => [Reason],
        CaseStep.GrantTime => [new("until", CaseInput.Day), Reason with { Needed = false }],
        CaseStep.AskTime => [new("until", CaseInput.Day), Reason],
        CaseStep.Place or CaseStep.HandOn => [new("to", CaseInput.Body), Reason],
        CaseStep.Correct => [new("step", CaseInput.Step), Reason],
        CaseStep.Reply => [new("words", CaseInput.Words)],
        CaseStep.Answer => [new("on", CaseInput.Day), new("how", CaseInput.Line), new("whom", CaseInput.Line), new("told", CaseInput.Words)],
        CaseStep.Progress => [new("progress", CaseInput.Words)],
        CaseStep.Finish => [new("result", CaseInput.Words)],
        CaseStep.NotSettled => [new("because", CaseInput.Words)],
        CaseStep.Confirm => [new("verdict", CaseInput.Verdict), new("because", CaseInput.Words, Needed: false)],
        _ => [],
    };
}
