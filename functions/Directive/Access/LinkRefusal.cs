namespace Directives.Access;

/// <summary>Why a personal link opens nothing.</summary>
public enum LinkRefusal
{
    /// <summary>There never was such a link: 404.</summary>
    Unknown,

    /// <summary>Its time is over: 410.</summary>
    Expired,

    /// <summary>What it opened is done: 410.</summary>
    Over,

    /// <summary>The office took it back: 410.</summary>
    Revoked,
}
