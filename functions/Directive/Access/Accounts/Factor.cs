namespace Directives.Access.Accounts;

/// <summary>A person's second factor: codes by time (RFC 6238). The secret is derived from the seed and a key that is not in the tables.</summary>
public sealed record Factor
{
    /// <summary>Names the secret, and is none.</summary>
    public required string Seed { get; init; }

    /// <summary>Print of the installation's secret from which the codes are derived; no other counts. Null from before there could be two.</summary>
    public string? Key { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Step of time of the last code that counted; none up to it counts again.</summary>
    public required long LastStep { get; init; }

    /// <summary>Wrong codes since the last good one.</summary>
    public int Tries { get; init; }

    /// <summary>Until then (UTC) no code is looked at; null unless there were too many.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>Hashes of the recovery codes that are left; each counts once.</summary>
    public required IReadOnlyList<string> Recovery { get; init; }
}

/// <summary>What became of a code.</summary>
public abstract record FactorVerdict
{
    private FactorVerdict()
    {
    }

    /// <summary>It counts, and never again.</summary>
    public sealed record Good : FactorVerdict;

    /// <summary>It is wrong, or counted before.</summary>
    /// <param name="Left">Tries that are left before one has to wait.</param>
    public sealed record Wrong(int Left) : FactorVerdict;

    /// <summary>There were too many; it was not looked at.</summary>
    /// <param name="Until">UTC.</param>
    public sealed record Wait(DateTimeOffset Until) : FactorVerdict;

    /// <summary>The person has no second factor.</summary>
    public sealed record None : FactorVerdict;
}

/// <summary>A secret on offer, to be put into an authenticator.</summary>
/// <param name="Text">The secret in groups, to be typed.</param>
/// <param name="Address">The same for a program, as <c>otpauth:</c>.</param>
public sealed record FactorOffer(string Text, string Address);
