using Microsoft.AspNetCore.Http;

namespace Directives.Access;

/// <summary>From where a personal link is used, no finer than a person needs to say "that was not me" (R3).</summary>
/// <param name="Network">E.g. <c>203.0.113.0/24</c> or <c>2001:db8:1::/48</c>: never a whole address.</param>
/// <param name="Device">A family of devices in a word, or <c>other</c>.</param>
public sealed record LinkUse(string Network, string Device)
{
    /// <summary>What is no browser of these.</summary>
    public const string OtherDevice = "other";

    /// <summary>The use that a request is.</summary>
    public static LinkUse Of(HttpContext context) =>
        new(Origin.NetworkOf(context.Connection.RemoteIpAddress), Origin.SystemOf(context.Request.Headers.UserAgent.ToString()) ?? OtherDevice);
}

/// <summary>A use of a personal link, beside the links of its obligation; the key is not in it.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">Whose link it was: an official's id, or a drafter's.</param>
public sealed record LinkUsed(DateTimeOffset At, string By, LinkUse From, string? Link = null);
