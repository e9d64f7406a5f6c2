using Directives.Dossiers;

namespace Directives.Access.Accounts;

/// <summary>Head of an account: how one person gets in (R6). Its trail tells of sign-ins and sign-outs, never of addresses, keys or codes.</summary>
public sealed record AccountHead : Head
{
    /// <summary>Id of the person; of an identity that asks to get in, its own name.</summary>
    public required string Of { get; init; }
}
