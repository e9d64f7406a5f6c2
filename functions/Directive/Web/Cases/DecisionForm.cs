using System.Globalization;
using Directives.Recommendations;
using Directives.Reports;
using Microsoft.AspNetCore.Http;

namespace Directives.Web.Cases;

/// <summary>One line of the decision's assignments as typed.</summary>
public sealed record AssignmentRow(string Lead, IReadOnlyList<string> Cooperating, string What, string Due)
{
    public static readonly AssignmentRow Blank = new("", [], "", "");

    /// <summary>Whether nothing was typed.</summary>
    public bool IsBlank => Lead.Length == 0 && Cooperating.Count == 0 && string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(Due);
}

/// <summary>The decision of the Standing Committee as typed by the recorder (R7); <c>DecisionFields</c> shows it. It may be about several cases.</summary>
/// <param name="Decision">The decision's id, made by the server when the form was shown: the same when the form is sent again.</param>
/// <param name="Outcome">Name of a <see cref="DecisionOutcome"/>.</param>
/// <param name="Internal">For officials only.</param>
/// <param name="ForPlace">Fit for the place.</param>
public sealed record DecisionForm(string Decision, string Outcome, string Internal, string ForPlace, string Reason, string PutOffTo, IReadOnlyList<AssignmentRow> Rows)
{
    public const string DecisionField = "decision";
    public const string OutcomeField = "outcome";
    public const string InternalField = "internal";
    public const string ForPlaceField = "forPlace";
    public const string ReasonField = "reason";
    public const string PutOffToField = "putOffTo";
    public const string AssignmentsField = "assignments";

    /// <summary>Field of the button that was pressed.</summary>
    public const string DoField = "do";

    /// <summary>Its value where another line is wanted, and nothing is decided.</summary>
    public const string MoreRows = "rows";

    /// <summary>Most assignments of a decision.</summary>
    public const int MostRows = 10;

    private const int IdLength = 12;

    /// <summary>A blank one.</summary>
    public static DecisionForm Fresh() => new($"{Guid.NewGuid():N}"[..IdLength], "", "", "", "", "", [AssignmentRow.Blank]);

    /// <summary>Name of a field of an assignment.</summary>
    /// <param name="part">lead, cooperating, what or due.</param>
    public static string RowField(int index, string part) => string.Create(CultureInfo.InvariantCulture, $"{AssignmentsField}.{index}.{part}");

    /// <summary>Reads it; a field that is not there is empty.</summary>
    public static DecisionForm Read(IFormCollection form)
    {
        var rows = Enumerable.Range(0, MostRows).Where(i => form.ContainsKey(RowField(i, "what"))).Select(i => new AssignmentRow(
            One(form, RowField(i, "lead")), [.. form[RowField(i, "cooperating")].Select(v => v ?? "")], One(form, RowField(i, "what")), One(form, RowField(i, "due")))).ToList();
        var id = One(form, DecisionField);
        return new DecisionForm(
            id.Length == IdLength && id.All(char.IsAsciiHexDigitLower) ? id : Fresh().Decision,
            One(form, OutcomeField), One(form, InternalField), One(form, ForPlaceField), One(form, ReasonField), One(form, PutOffToField), rows.Count > 0 ? rows : [AssignmentRow.Blank]);
    }

    /// <summary>The same with another blank line.</summary>
    public DecisionForm WithBlankRow() => Rows.Count < MostRows ? this with { Rows = [.. Rows, AssignmentRow.Blank] } : this;

    /// <summary>The decision, or what is wrong with the form itself; whether it fits a case, <see cref="CaseGuard"/> says.</summary>
    public Decided? Make(List<FieldProblem> problems)
    {
        var before = problems.Count;
        var outcome = TypedName.Find<DecisionOutcome>(Outcome);
        if (outcome is null) problems.Add(new FieldProblem(OutcomeField, "case.problem.outcome"));
        CaseField.WordsOf(InternalField, Internal, true, problems);
        CaseField.WordsOf(ForPlaceField, ForPlace, true, problems);
        CaseField.WordsOf(ReasonField, Reason, false, problems);
        if (outcome == DecisionOutcome.Decline && string.IsNullOrWhiteSpace(Reason)) problems.Add(new FieldProblem(ReasonField, "case.refused.ReasonNeeded"));
        if (outcome == DecisionOutcome.PutOff && VisitRules.Date(PutOffTo) is null) problems.Add(new FieldProblem(PutOffToField, "case.problem.day"));
        var filled = Rows.Index().Where(r => !r.Item.IsBlank).ToList();
        if (outcome is DecisionOutcome.Decline or DecisionOutcome.PutOff && filled.Count > 0)
            problems.Add(new FieldProblem(RowField(filled[0].Index, "what"), "case.problem.no-assignments"));
        var assignments = filled.Select(r => AssignmentOf(r.Index, r.Item, problems)).ToList();
        return problems.Count > before ? null : new Decided
        {
            Decision = Decision,
            Outcome = outcome!.Value,
            Internal = PlainText.Normalize(Internal),
            ForPlace = PlainText.Normalize(ForPlace),
            Reason = PlainText.Normalize(Reason) is { Length: > 0 } reason ? reason : null,
            PutOffTo = outcome == DecisionOutcome.PutOff ? VisitRules.Date(PutOffTo) : null,
            Assignments = assignments,
        };
    }

    /// <summary>Why a case refused, at the field it is about.</summary>
    public FieldProblem Problem(CaseRefusal refusal) => new(
        refusal switch
        {
            CaseRefusal.ReasonNeeded => ReasonField,
            CaseRefusal.WordsNeeded => InternalField,
            CaseRefusal.DayInPast or CaseRefusal.NoWorkingDay when Outcome == nameof(DecisionOutcome.PutOff) => PutOffToField,
            CaseRefusal.DayInPast or CaseRefusal.NoWorkingDay or CaseRefusal.UnknownBody or CaseRefusal.NamedTwice => AssignmentsField,
            _ => "do-decide",
        },
        $"case.refused.{refusal}");

    private Assignment AssignmentOf(int index, AssignmentRow row, List<FieldProblem> problems)
    {
        if (row.Lead.Length == 0) problems.Add(new FieldProblem(RowField(index, "lead"), "case.problem.needed.Body"));
        CaseField.WordsOf(RowField(index, "what"), row.What, true, problems);
        var due = VisitRules.Date(row.Due);
        if (due is null) problems.Add(new FieldProblem(RowField(index, "due"), "case.problem.day"));
        // One decision sent twice names the same assignments; another one never does.
        return new Assignment(string.Create(CultureInfo.InvariantCulture, $"{Decision}-{index + 1}"), row.Lead, row.Cooperating, PlainText.Normalize(row.What), due ?? default);
    }

    private static string One(IFormCollection form, string name) => form[name].FirstOrDefault() ?? "";
}
