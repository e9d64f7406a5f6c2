using System.Text;

namespace Directives.Tables;

/// <summary>
/// The one place where keys are built. Segments are joined by <c>|</c>; what <see cref="TableLimits"/> refuses in a key,
/// and our own separator, is escaped as <c>~XXXX</c>.
/// </summary>
public static class Keys
{
    /// <summary>Row key of a dossier's head.</summary>
    public const string Head = "!";

    /// <summary>Prefix of the entries of a dossier's trail.</summary>
    public const string TrailPrefix = "t|";

    /// <summary>Joins segments to a key, escaping each.</summary>
    public static string Join(params ReadOnlySpan<string> segments)
    {
        var key = new StringBuilder();
        for (var i = 0; i < segments.Length; i++)
        {
            if (i > 0) key.Append('|');
            Escape(key, segments[i]);
        }

        return key.ToString();
    }

    /// <summary>The segments of a key that <see cref="Join"/> built.</summary>
    public static string[] Split(string key)
    {
        var parts = key.Split('|');
        for (var i = 0; i < parts.Length; i++) parts[i] = Unescape(parts[i]);
        return parts;
    }

    /// <summary>Row key of the trail entry with this number.</summary>
    public static string Trail(long number) => $"{TrailPrefix}{number:D10}";

    private static void Escape(StringBuilder key, string segment)
    {
        foreach (var c in segment)
        {
            if (c is '|' or '~' or '%' || !TableLimits.AllowsInKey(c)) key.Append('~').Append(((int)c).ToString("X4", null));
            else key.Append(c);
        }
    }

    private static string Unescape(string part)
    {
        if (!part.Contains('~', StringComparison.Ordinal)) return part;
        var text = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == '~' && i + 4 < part.Length && ushort.TryParse(
                    part.AsSpan(i + 1, 4), System.Globalization.NumberStyles.HexNumber, null, out var code))
            {
                text.Append((char)code);
                i += 4;
            }
            else
            {
                text.Append(part[i]);
            }
        }

        return text.ToString();
    }
}
