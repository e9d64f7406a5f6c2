using System.Globalization;

namespace Directives.Tables;

/// <summary>Versions of the stores that count: a number that only rises, shown to callers as an opaque text.</summary>
internal static class StoredVersion
{
    /// <summary>The number behind a version, or −1 (which no row has) for a text that is none.</summary>
    public static long Parse(string version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>The text of a version.</summary>
    public static string Format(long version) => version.ToString(CultureInfo.InvariantCulture);
}
