namespace Directives.Tables;

/// <summary>One stored row of a partition.</summary>
/// <param name="Key">Row key, built by <see cref="Keys"/>; rows of a partition are ordered by it, ordinally.</param>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Version">Opaque; changes with every write of the row (an ETag on Azure).</param>
public sealed record Row(string Key, ReadOnlyMemory<byte> Body, string Version);

/// <summary>A row together with its partition, as a scan of a whole table returns it.</summary>
public sealed record ScannedRow(string Partition, Row Row);

/// <summary>Row keys from <paramref name="From"/> (inclusive) to <paramref name="To"/> (exclusive), ordinal order.</summary>
public readonly record struct KeyRange(string From, string To)
{
    /// <summary>Every key of the partition.</summary>
    public static readonly KeyRange All = new("", "\uffff");

    /// <summary>Every key that starts with <paramref name="prefix"/>.</summary>
    public static KeyRange Prefix(string prefix) => new(prefix, prefix + "\uffff");

    /// <summary>Whether <paramref name="key"/> lies in the range.</summary>
    public bool Contains(string key) => string.CompareOrdinal(key, From) >= 0 && string.CompareOrdinal(key, To) < 0;
}
