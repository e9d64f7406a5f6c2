namespace Directives.Access.Accounts;

/// <summary>How long sessions of persons live; pure.</summary>
public static class SessionRules
{
    /// <summary>No session lives longer.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(10);

    /// <summary>A session that was not used for so long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>The same, for whoever has a role that needs a second factor.</summary>
    public static readonly TimeSpan IdleWithSecondFactor = TimeSpan.FromMinutes(30);

    /// <summary>That a session was seen is written down at most so often.</summary>
    public static readonly TimeSpan WriteSeen = TimeSpan.FromMinutes(5);

    /// <summary>Sessions of one person at a time; the oldest gives way.</summary>
    public const int Most = 20;

    /// <summary>Whether a session still lives.</summary>
    /// <param name="begun">UTC.</param>
    /// <param name="seen">When it was last used (UTC).</param>
    /// <param name="now">UTC.</param>
    /// <param name="idle">Longest time without use.</param>
    public static bool Lives(DateTimeOffset begun, DateTimeOffset seen, DateTimeOffset now, TimeSpan idle) => now - begun < Absolute && now - seen < idle;

    /// <summary>Longest time without use for a person with these roles.</summary>
    public static TimeSpan IdleFor(Who may) => (may & Roles.NeedsSecondFactor) != 0 ? IdleWithSecondFactor : Idle;
}
