using System.Security.Cryptography;
using Directives.Moving;

namespace Directives.Access;

/// <summary>
/// The keys for one purpose, the newest first: what is new is made with the newest, what was made with an older one still counts (R6). So a key can be
/// replaced without losing what was made with it.
/// </summary>
public sealed class KeyRing
{
    /// <summary>Most keys in a ring.</summary>
    public const int Most = 8;

    /// <summary>Bytes of a key as it is written.</summary>
    public const int Bytes = 32;

    private static readonly char[] Between = [' ', '\t', '\r', '\n', ','];

    /// <summary>A ring of these keys.</summary>
    /// <param name="keys">The newest first; each at least 32 bytes.</param>
    /// <exception cref="ArgumentException">There are none or too many, one is too short, or one stands there twice.</exception>
    public KeyRing(params IReadOnlyList<byte[]> keys)
    {
        if (keys.Count is 0 or > Most) throw new ArgumentException($"There are 1 to {Most} keys in a ring.", nameof(keys));
        if (keys.Any(k => k.Length < Bytes)) throw new ArgumentException($"A key has at least {Bytes} bytes.", nameof(keys));
        if (keys.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal).Count() < keys.Count) throw new ArgumentException("A key stands there twice.", nameof(keys));
        All = [.. keys];
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<byte[]> All { get; }

    /// <summary>With which all that is new is made.</summary>
    public byte[] Current => All[0];

    /// <summary>From which names are derived that must not change when there is a newer key.</summary>
    public byte[] Oldest => All[^1];

    /// <summary>One key is a ring.</summary>
    public static implicit operator KeyRing(byte[] key) => FromByteArray(key);

    /// <summary>One key is a ring.</summary>
    public static KeyRing FromByteArray(byte[] key) => new([key]);

    /// <summary>Reads keys as they stand in a file or a setting: 64 hexadecimal digits each, the newest first, with line breaks, commas or blanks between them.</summary>
    /// <exception cref="FormatException">It is anything else; the message repeats nothing of it.</exception>
    public static KeyRing Parse(string text)
    {
        var keys = text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        if (keys.Any(k => k.Length != Bytes * 2 || !k.All(char.IsAsciiHexDigit))) throw new FormatException($"A key is {Bytes * 2} hexadecimal digits.");
        try
        {
            return new KeyRing([.. keys.Select(Convert.FromHexString)]);
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>As <see cref="Parse"/> reads it, one key a line.</summary>
    public string Write() => string.Join('\n', All.Select(Convert.ToHexString));

    /// <summary>The ring with a new key in front.</summary>
    public KeyRing Rotated() => new([RandomNumberGenerator.GetBytes(Bytes), .. All]);

    /// <summary>The ring without its oldest key, of which it has more than one.</summary>
    public KeyRing WithoutOldest() => new([.. All.SkipLast(1)]);

    /// <summary>Each key made fit for one purpose.</summary>
    public KeyRing Derived(string purpose) => new([.. All.Select(k => Secrets.Derive(k, purpose))]);

    /// <summary>The print of the newest key, so that what was made with it can name it.</summary>
    public string Print() => KeyPrints.Of(Current);

    /// <summary>Which key has this print, as its place in the ring; null where none has. What names no key is from before there could be two.</summary>
    public int? Find(string? print)
    {
        if (print is null) return All.Count - 1;
        for (var i = 0; i < All.Count; i++)
        {
            if (KeyPrints.Of(All[i]) == print) return i;
        }

        return null;
    }
}
