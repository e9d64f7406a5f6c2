using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Directives.Access;

/// <summary>From where a personal link is used, no finer than a person needs to say "that was not me" (R3).</summary>
/// <param name="Network">E.g. <c>203.0.113.0/24</c> or <c>2001:db8:1::/48</c>: never a whole address.</param>
/// <param name="Device">A family of devices in a word, or <c>other</c>.</param>
public sealed record LinkUse(string Network, string Device)
{
    /// <summary>What is no browser of these.</summary>
    public const string OtherDevice = "other";

    // In this order: Android says Linux too, and every telephone says Mozilla.
    private static readonly (string Sign, string Family)[] Families =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux")];

    /// <summary>The use that a request is.</summary>
    public static LinkUse Of(HttpContext context) =>
        new(NetworkOf(context.Connection.RemoteIpAddress), DeviceOf(context.Request.Headers.UserAgent.ToString()));

    /// <summary>The network of an address: its first 24 bits, or 48 of the longer kind; <c>-</c> for none.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "-";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var (bytes, kept) = (address.GetAddressBytes(), address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6);
        Array.Clear(bytes, kept, bytes.Length - kept);
        return string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(bytes)}/{kept * 8}");
    }

    /// <summary>The family of devices that a browser says it runs on; its own words are kept nowhere.</summary>
    public static string DeviceOf(string agent)
    {
        foreach (var (sign, family) in Families)
        {
            if (agent.Contains(sign, StringComparison.Ordinal)) return family;
        }

        return OtherDevice;
    }
}

/// <summary>A use of a personal link, beside the links of its obligation; the key is not in it.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">Whose link it was: an official's id, or a drafter's.</param>
public sealed record LinkUsed(DateTimeOffset At, string By, LinkUse From, string? Link = null);
