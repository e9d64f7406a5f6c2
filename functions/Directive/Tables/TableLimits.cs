using System.Buffers;
using System.Text;

namespace Directives.Tables;

/// <summary>
/// The limits of Azure Tables, enforced by every implementation so that what runs on one machine runs on Azure.
/// Text is stored as UTF-16 there, so a body counts two bytes a character.
/// </summary>
public static class TableLimits
{
    /// <summary>Rows in a batch.</summary>
    public const int RowsInBatch = 100;

    /// <summary>Bytes of a row (1 MiB), less room for keys, timestamp and property names.</summary>
    public const int BytesInRow = (1024 * 1024) - 8192;

    /// <summary>Bytes of a batch (4 MiB), less room for its envelope.</summary>
    public const int BytesInBatch = (4 * 1024 * 1024) - 65536;

    /// <summary>Bytes of a key (1 KiB), as UTF-16.</summary>
    public const int BytesInKey = 1024;

    // Keys are nearly always of these; everything else is looked at one by one.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz !\"$%&'()*+,-.:;<=>@[]^_`{|}~");

    /// <summary>Throws <see cref="TableLimitException"/> for the first change that Azure would refuse.</summary>
    public static void Check(Table table, string partition, IReadOnlyList<RowChange> changes)
    {
        if (changes.Count is 0 or > RowsInBatch)
            throw new TableLimitException($"a batch holds 1 to {RowsInBatch} rows, not {changes.Count}", table, partition, "");
        CheckKey(table, partition, partition, "");
        var keys = changes.Count == 1 ? null : new HashSet<string>(changes.Count, StringComparer.Ordinal);
        long sum = 0;
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            CheckKey(table, partition, change.Key, change.Key);
            if (keys?.Add(change.Key) == false)
                throw new TableLimitException("a batch names a row once", table, partition, change.Key);
            var bytes = Size(change.Body.Span);
            if (bytes > BytesInRow)
                throw new TableLimitException($"a row holds {BytesInRow} bytes, not {bytes}", table, partition, change.Key);
            sum += bytes;
        }

        if (sum > BytesInBatch)
            throw new TableLimitException($"a batch holds {BytesInBatch} bytes, not {sum}", table, partition, "");
    }

    /// <summary>Bytes that a body takes in Azure Tables.</summary>
    public static int Size(ReadOnlySpan<byte> utf8) => 2 * Encoding.UTF8.GetCharCount(utf8);

    /// <summary>
    /// Whether a key may hold this character. Beside what Azure refuses: no surrogates, so that the order of UTF-16 (memory, Azure)
    /// and of UTF-8 (SQLite) is one, and neither of the two last characters, which end a <see cref="KeyRange"/>.
    /// </summary>
    public static bool AllowsInKey(char c) =>
        c is not ('/' or '\\' or '#' or '?' or >= '\ufffe') && !char.IsControl(c) && !char.IsSurrogate(c);

    private static void CheckKey(Table table, string partition, string key, string at)
    {
        if (key.Length * 2 > BytesInKey)
            throw new TableLimitException($"a key holds {BytesInKey} bytes", table, partition, at);
        if (key.AsSpan().IndexOfAnyExcept(Plain) < 0) return;
        foreach (var c in key)
        {
            if (!AllowsInKey(c))
                throw new TableLimitException($"a key may not hold U+{(int)c:X4}", table, partition, at);
        }
    }
}
