using Directives.Access;
using Directives.Proposals;

namespace Directives.Web.Admin;

/// <summary>What the administrators' pages ask of the engine. They show no report and nothing that is reported.</summary>
public interface IAdminPages
{
    /// <summary>The first page.</summary>
    /// <param name="find">Part of a title or id to search people by; empty for none.</param>
    ValueTask<AdminView> ShowAsync(string find, CancellationToken cancel);

    /// <summary>One official; null for one unknown.</summary>
    ValueTask<AdminPersonView?> PersonAsync(string official, CancellationToken cancel);

    /// <summary>One proposal; null for none.</summary>
    ValueTask<ProposalView?> ProposalAsync(int number, PersonSession reader, CancellationToken cancel);

    /// <summary>Proposes a change. Its number, or why not.</summary>
    Task<(int Number, ProposalRefusal? Refusal)> ProposeAsync(Change change, PersonSession by, string reason, CancellationToken cancel);

    /// <summary>Confirms. Null when done.</summary>
    Task<ProposalRefusal?> ConfirmAsync(int number, PersonSession by, CancellationToken cancel);

    /// <summary>Declines with a reason. Null when done.</summary>
    Task<ProposalRefusal?> DeclineAsync(int number, PersonSession by, string reason, CancellationToken cancel);

    /// <summary>Withdraws one's own. Null when done.</summary>
    Task<ProposalRefusal?> WithdrawAsync(int number, PersonSession by, CancellationToken cancel);
}
