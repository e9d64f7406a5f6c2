namespace Directives.Access.Accounts;

/// <summary>A session of a person, as it stands in the account until it is ended.</summary>
public sealed record SessionRow
{
    /// <summary>Hash of the session's id; the id itself is in the browser's cookie only.</summary>
    public required string Handle { get; init; }

    /// <summary>UTC, by the machine's own clock.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>How the person got in: <c>mail</c> or <c>entra</c>.</summary>
    public required string How { get; init; }

    /// <summary>Where from: a shortened network.</summary>
    public required string Network { get; init; }

    /// <summary>Browser and system in words.</summary>
    public required string Device { get; init; }

    /// <summary>Whether a second factor was shown in it.</summary>
    public bool SecondFactor { get; init; }
}

/// <summary>When a session was last seen (UTC, the machine's clock); it stands outside the account, whose trail it would only fill.</summary>
public sealed record SessionSeen(DateTimeOffset Seen);

/// <summary>A session that lives, for the person's own list.</summary>
public sealed record LiveSession(SessionRow Row, DateTimeOffset Seen);
