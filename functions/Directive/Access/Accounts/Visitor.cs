using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Directives.Access.Accounts;

/// <summary>From where and with what a request comes, as little of it as a person needs to know their own sessions again.</summary>
/// <param name="Network">The network: an IPv4 address without its last number, the first 48 bits of an IPv6 address.</param>
/// <param name="Device">Browser and system in words.</param>
public sealed record Visitor(string Network, string Device)
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    /// <summary>Of a request.</summary>
    public static Visitor Of(HttpContext context) => new(Shortened(context.Connection.RemoteIpAddress), Words(context.Request.Headers.UserAgent.ToString()));

    /// <summary>The network of an address.</summary>
    public static string Shortened(IPAddress? address)
    {
        if (address is null) return "-";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6;
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, kept, bytes.Length - kept);
        return $"{new IPAddress(bytes)}/{8 * kept}";
    }

    /// <summary>Browser and system, as far as they are known; nothing else of what the browser says of itself.</summary>
    public static string Words(string agent)
    {
        var names = new[] { Browsers, Systems }.Select(known => known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name).OfType<string>();
        return string.Join(", ", names) is { Length: > 0 } words ? words : "?";
    }
}
