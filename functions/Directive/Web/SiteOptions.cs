using Directives.Access.Entra;

namespace Directives.Web;

/// <summary>What the site must know of its installation.</summary>
public sealed class SiteOptions
{
    /// <summary>The address under which people reach the site; every link is built from it, never from a request.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>The data folder was marked a sample when it was made: only then there is a demonstration.</summary>
    public required bool IsSample { get; init; }

    /// <summary>Further hosts (with port, if any) under which the site answers, such as the platform's own name for it.</summary>
    public IReadOnlyList<string> OtherHosts { get; init; } = [];

    /// <summary>Sign-in by the platform; null where no header of it is believed.</summary>
    public EntraOptions? Entra { get; init; }

    /// <summary>Networks of the proxies whose word on a visitor's address (<c>X-Forwarded-For</c>) is believed; nobody's, unless it is said.</summary>
    public IReadOnlyList<System.Net.IPNetwork> Proxies { get; init; } = [];

    /// <summary>Whether browsers reach the site by HTTPS.</summary>
    public bool IsHttps => PublicAddress.Scheme == Uri.UriSchemeHttps;

    /// <summary>An address of the site for a letter.</summary>
    /// <param name="path">E.g. <c>/l/KEY</c>.</param>
    public Uri Address(string path) => new(PublicAddress, path);
}
