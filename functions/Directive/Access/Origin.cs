using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Directives.Access;

/// <summary>From where and with what a request comes, no finer than a person needs to say "that was me", or not (R3, R6). Whole addresses and a browser's own words are kept nowhere.</summary>
public static class Origin
{
    // In this order: Edge says Chrome too, and Chrome says Safari.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    // In this order: an iPhone says Mac OS too, and Android says Linux.
    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    /// <summary>The network of an address: its first 24 bits, or 48 of the longer kind, e.g. <c>203.0.113.0/24</c> or <c>2001:db8:1::/48</c>; <c>-</c> for none.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "-";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var (bytes, kept) = (address.GetAddressBytes(), address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6);
        Array.Clear(bytes, kept, bytes.Length - kept);
        return string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(bytes)}/{kept * 8}");
    }

    /// <summary>The browser, where it is one of those known; else null.</summary>
    public static string? BrowserOf(string agent) => NameIn(Browsers, agent);

    /// <summary>The family of devices that a browser says it runs on, where it is one of those known; else null.</summary>
    public static string? SystemOf(string agent) => NameIn(Systems, agent);

    private static string? NameIn((string Sign, string Name)[] known, string agent)
    {
        foreach (var (sign, name) in known)
        {
            if (agent.Contains(sign, StringComparison.Ordinal)) return name;
        }

        return null;
    }
}
