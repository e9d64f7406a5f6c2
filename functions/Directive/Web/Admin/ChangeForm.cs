using Directives.Proposals;
using Directives.Register;
using Directives.Reports;
using Microsoft.AspNetCore.Http;

namespace Directives.Web.Admin;

/// <summary>A form that proposes to give or take a duty, to reset a second factor, or whose an account is, as typed.</summary>
public sealed record ChangeForm(string Kind, string Duty, string Place, string From, string Reason, string Account = "")
{
    public const string Give = "give";
    public const string Take = "take";
    public const string Reset = "reset-factor";
    public const string Bind = "bind-account";

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Give, Take, Reset, Bind];

    /// <summary>Reads it; a field that is not there is empty.</summary>
    public static ChangeForm Read(string kind, IFormCollection form)
    {
        string One(string name) => form[name].FirstOrDefault() ?? "";
        return new ChangeForm(kind, One("duty"), One("place"), One("from"), One("reason"), One("account"));
    }

    /// <summary>The change, or what is wrong with what was typed; whether it is allowed, the engine judges.</summary>
    public Change? Change(string official, DateOnly today, List<FieldProblem> problems)
    {
        var reason = PlainText.Normalize(Reason);
        if (PlainText.FirstControl(reason) is { } found) problems.Add(new FieldProblem("reason", "office.problem.control-character", found.Name, found.Position));
        if (Kind == Reset) return problems.Count > 0 ? null : new Change(ChangeKind.ResetFactor, today, official);
        if (Kind == Bind) return problems.Count > 0 ? null : new Change(ChangeKind.BindAccount, today, official, Account: Account);
        var duty = TypedName.Find<Duty>(Duty);
        if (duty is null) problems.Add(new FieldProblem("duty", "admin.problem.duty"));
        var from = VisitRules.Date(From);
        if (from is null) problems.Add(new FieldProblem("from", "admin.problem.date"));
        return problems.Count > 0 ? null : new Change(Kind == Give ? ChangeKind.Give : ChangeKind.Take, from!.Value, official, duty, Place.Trim());
    }

    /// <summary>Why the engine refused, at the field it is about.</summary>
    public static FieldProblem Problem(ProposalRefusal refusal) => refusal switch
    {
        ProposalRefusal.UnknownPlace => new FieldProblem("place", "admin.problem.UnknownPlace"),
        ProposalRefusal.DateTooEarly => new FieldProblem("from", "admin.problem.DateTooEarly"),
        ProposalRefusal.NoReason => new FieldProblem("reason", "admin.problem.NoReason"),
        ProposalRefusal.ReasonTooLong => new FieldProblem("reason", "admin.problem.ReasonTooLong", ProposalRules.LongestReason),
        ProposalRefusal.UnknownAccount => new FieldProblem("account", "admin.problem.UnknownAccount"),
        ProposalRefusal.BadEdition => new FieldProblem("edition", "admin.problem.BadEdition"),
        _ => new FieldProblem("duty", $"admin.problem.{refusal}"),
    };
}
