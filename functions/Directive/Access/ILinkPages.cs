namespace Directives.Access;

/// <summary>What the pages of personal links ask of the engine.</summary>
public interface ILinkPages
{
    /// <summary>What a key opens; changes nothing, for mail scanners follow links.</summary>
    ValueTask<LinkLook> LookAsync(string key, CancellationToken cancel);

    /// <summary>The same, and records that the link was used, and from where.</summary>
    ValueTask<LinkLook> OpenAsync(string key, LinkUse use, CancellationToken cancel);
}
