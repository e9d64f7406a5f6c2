using System.Diagnostics.CodeAnalysis;
using Directives.Reports;
using Microsoft.AspNetCore.Http;

namespace Directives.Web.Office;

/// <summary>A form of the office as typed: a reason and, for a new round, a due date.</summary>
/// <param name="Act">One of <see cref="Acts"/>.</param>
public sealed record OfficeForm(string Act, string Reason, string Due)
{
    public const string SendBack = "send-back";
    public const string Extend = "extend";
    public const string Revoke = "revoke";
    public const string Decline = "decline";

    /// <summary>All acts.</summary>
    public static readonly IReadOnlyList<string> Acts = [SendBack, Extend, Revoke, Decline];

    /// <summary>Whether an act begins a round with a date of its own.</summary>
    public static bool NeedsDate(string act) => act is not (Revoke or Decline);

    /// <summary>Reads it; a field that is not there is empty.</summary>
    public static OfficeForm Read(string act, IFormCollection form) =>
        new(act, form["reason"].FirstOrDefault() ?? "", form["due"].FirstOrDefault() ?? "");

    /// <summary>The reason to act with, or what is wrong with the form itself; whether the act is allowed, the engine judges.</summary>
    public bool TryRead(out string reason, out DateOnly due, [NotNullWhen(false)] out FieldProblem? problem)
    {
        reason = PlainText.Normalize(Reason);
        var date = VisitRules.Date(Due);
        due = date ?? default;
        problem = PlainText.FirstControl(reason) is { } found
                ? new FieldProblem($"{Act}-reason", "office.problem.control-character", found.Name, found.Position)
            : !NeedsDate(Act) || date is not null ? null
            : string.IsNullOrWhiteSpace(Due) ? new FieldProblem($"{Act}-due", "office.problem.due-needed")
            : new FieldProblem($"{Act}-due", "office.problem.due-unreadable", Due.Length <= 40 ? Due : string.Concat(Due.AsSpan(0, 40), "…"));
        return problem is null;
    }

    /// <summary>Why the engine refused, at the field it is about.</summary>
    public FieldProblem Problem(RoundRefusal refusal)
    {
        var field = refusal is RoundRefusal.DateTooEarly or RoundRefusal.DateTooLate or RoundRefusal.NotAWorkingDay ? "due" : "reason";
        return refusal == RoundRefusal.ReasonTooLong
            ? new FieldProblem($"{Act}-{field}", $"office.problem.{refusal}", RoundRules.LongestReason)
            : new FieldProblem($"{Act}-{field}", $"office.problem.{refusal}");
    }
}
