using Microsoft.AspNetCore.Http;

namespace Directives.Access;

/// <summary>Who may see the demonstration: a browser on this very machine, straight, not through a proxy.</summary>
public static class DemoGate
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-", "X-Original-", "X-Real-IP", "Via"];

    /// <summary>The host is this machine, and nothing says that the request was passed on.</summary>
    public static bool LetsIn(HttpRequest request) =>
        IsThisMachine(request.Host.Host)
        && !request.Headers.Keys.Any(name => Forwarding.Any(f => name.StartsWith(f, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a host name is this machine's own.</summary>
    public static bool IsThisMachine(string host) =>
        host is "127.0.0.1" or "[::1]" || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase);
}
