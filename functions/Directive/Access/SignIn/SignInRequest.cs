namespace Directives.Access.SignIn;

/// <summary>
/// Somebody asked for a letter to sign in with. The row is the same whether the address is known or not; who gets a letter is found out
/// afterwards. Neither address nor key nor code stands in it.
/// </summary>
public sealed record SignInRequest
{
    /// <summary>Names the request; no secret.</summary>
    public required string Id { get; init; }

    /// <summary>UTC, by the machine's own clock.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>Hash of what only the asking browser knows.</summary>
    public required string Browser { get; init; }

    /// <summary>Keyed hash of the address.</summary>
    public required string Address { get; init; }

    /// <summary>
    /// Print of the secret that was the newest when it was asked: link and code are derived from it, or from a newer one. Null from before there could be two.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Whose address it is; null until that was looked up.</summary>
    public IReadOnlyList<string>? Persons { get; init; }

    /// <summary>Wrong codes.</summary>
    public int Tries { get; init; }

    /// <summary>Whether too many wrong codes were written into the accounts' trails.</summary>
    public bool Noted { get; init; }

    /// <summary>When somebody signed in with it (UTC); it is over then.</summary>
    public DateTimeOffset? Used { get; init; }
}
