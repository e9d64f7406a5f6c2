namespace Directives.Access.SignIn;

/// <summary>How a sign-in is judged; pure.</summary>
public static class SignInRules
{
    /// <summary>So long a letter's link and code may be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>In such a window asks are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Asks for one address in a window.</summary>
    public const int MostPerAddress = 5;

    /// <summary>Asks from one network in a window: a whole office may sit behind one.</summary>
    public const int MostPerNetwork = 60;

    /// <summary>Wrong codes before a request is over.</summary>
    public const int MostTries = 5;

    /// <summary>Digits of a code.</summary>
    public const int CodeDigits = 8;

    /// <summary>Why a request opens nothing (any more); null while it does.</summary>
    /// <param name="request">The request; null for one that never was.</param>
    /// <param name="now">UTC, the machine's clock.</param>
    public static SignInState? Refuses(SignInRequest? request, DateTimeOffset now) =>
        request is null ? SignInState.Unknown
        : request.Used is not null ? SignInState.Used
        : request.Tries >= MostTries ? SignInState.Spent
        // A clock that was set back must not let it live longer.
        : (now - request.Asked).Duration() >= Lifetime ? SignInState.Expired
        : null;

    /// <summary>When one may ask again (UTC); null for now.</summary>
    /// <param name="before">Earlier asks within the window.</param>
    public static DateTimeOffset? Wait(IReadOnlyList<DateTimeOffset> before, int most) => before.Count < most ? null : before[^most] + Window;
}

/// <summary>How a sign-in stands.</summary>
public enum SignInState
{
    /// <summary>It opens.</summary>
    Open,

    /// <summary>Another browser asked for it.</summary>
    Elsewhere,

    /// <summary>There never was one, or it is long gone.</summary>
    Unknown,

    Expired,

    Used,

    /// <summary>There were too many wrong codes.</summary>
    Spent,

    /// <summary>The code is wrong, and may be typed again.</summary>
    WrongCode,
}

/// <summary>What a key, or a code, opens.</summary>
/// <param name="Person">Whom it lets in; null unless it opens.</param>
/// <param name="Left">Tries that are left, of a wrong code.</param>
public sealed record SignInLook(SignInState State, string? Person = null, int Left = 0);

/// <summary>What became of asking for a letter.</summary>
/// <param name="Ticket">What the asking browser keeps; null where one has to wait.</param>
/// <param name="Wait">How long one has to wait.</param>
public sealed record SignInAsked(string? Ticket, TimeSpan? Wait = null);
