namespace Directives.Tests.Hostile;

/// <summary>Somebody who sends requests: with a session or without, and with the token of a form of theirs.</summary>
/// <param name="name">A name for the report.</param>
/// <param name="reads">Places whose reports they may read; null for all of them.</param>
internal sealed class HostilePerson(string name, IReadOnlyList<string>? reads)
{
    public string Name => name;

    /// <summary>The cookie header of their browser.</summary>
    public string Cookie { get; set; } = "";

    /// <summary>A form token that goes with the cookie.</summary>
    public string Token { get; set; } = "";

    /// <summary>Words of somebody else's report in an answer to them; null for none.</summary>
    public string? Stranger(string answer) => reads is null
        ? null
        : HostileWorld.Canaries.Where(c => !reads.Contains(c.Place)).Select(c => c.Word).FirstOrDefault(w => answer.Contains(w, StringComparison.Ordinal));
}
