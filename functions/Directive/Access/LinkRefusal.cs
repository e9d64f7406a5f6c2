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

    /// <summary>It was mailed to an address that its reader no longer has: 410. The next letter holds a new one.</summary>
    Moved,

    /// <summary>Whoever it was given to no longer prepares reports for the official: 410.</summary>
    NotDrafter,

    /// <summary>Whoever it was given to no longer stands in for the official: 410.</summary>
    NotSubstitute,

    /// <summary>It only prepares: filing takes the official: 403.</summary>
    DraftOnly,
}
