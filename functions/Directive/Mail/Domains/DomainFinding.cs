namespace Directives.Mail.Domains;

/// <summary>How good a record is.</summary>
public enum DomainVerdict
{
    Good,

    /// <summary>Letters arrive, but it could protect better.</summary>
    Weak,

    /// <summary>Missing or wrong: letters may be taken for spam or forged.</summary>
    Bad,

    /// <summary>Not there, and not needed, since another does its work.</summary>
    Spare,
}

/// <summary>One record of a domain that mail needs.</summary>
/// <param name="What">SPF, DKIM or DMARC.</param>
/// <param name="Name">Where it was looked for.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Says">In words: whether it is good, and why.</param>
/// <param name="Put">What to put there; null where nothing need be done.</param>
public sealed record DomainFinding(string What, string Name, IReadOnlyList<string> Found, DomainVerdict Verdict, string Says, string? Put);

/// <summary>All that was found of a domain.</summary>
/// <param name="Holds">Nothing is bad.</param>
public sealed record DomainResult(string Domain, bool Holds, IReadOnlyList<DomainFinding> Findings);

/// <summary>Looks up names of domains.</summary>
public interface IDomainNames
{
    /// <summary>The texts at a name, each joined from its parts; none where there is no such name.</summary>
    /// <exception cref="DomainNotAnsweredException">The server did not answer, or not to the point.</exception>
    Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancel);
}

/// <summary>Names of domains could not be looked up.</summary>
public sealed class DomainNotAnsweredException(string message) : Exception(message);
