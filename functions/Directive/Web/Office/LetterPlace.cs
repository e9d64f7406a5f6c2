namespace Directives.Web.Office;

/// <summary>Where a letter is.</summary>
public enum LetterPlace
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Waits for its sending window.</summary>
    Waiting,

    /// <summary>The postman holds it until the office has looked.</summary>
    Held,

    Sent,
    Failed,
}
