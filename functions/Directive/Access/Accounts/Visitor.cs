using Microsoft.AspNetCore.Http;

namespace Directives.Access.Accounts;

/// <summary>From where and with what a request comes, as little of it as a person needs to know their own sessions again.</summary>
/// <param name="Network">The network, as <see cref="Origin.NetworkOf"/> has it.</param>
/// <param name="Device">Browser and system in words.</param>
public sealed record Visitor(string Network, string Device)
{
    /// <summary>Of a request.</summary>
    public static Visitor Of(HttpContext context) =>
        new(Origin.NetworkOf(context.Connection.RemoteIpAddress), Words(context.Request.Headers.UserAgent.ToString()));

    /// <summary>Browser and system, as far as they are known; nothing else of what the browser says of itself.</summary>
    public static string Words(string agent) =>
        string.Join(", ", new[] { Origin.BrowserOf(agent), Origin.SystemOf(agent) }.OfType<string>()) is { Length: > 0 } words ? words : "?";
}
