namespace Directives.Tables;

/// <summary>One change in a batch. A batch names each key at most once.</summary>
/// <param name="Key">Row key.</param>
public abstract record RowChange(string Key)
{
    /// <summary>Bytes written; empty for a deletion.</summary>
    public virtual ReadOnlyMemory<byte> Body => default;
}

/// <summary>Adds a row; the batch fails with <see cref="RowExistsException"/> if the key is taken.</summary>
public sealed record Insert(string Key, ReadOnlyMemory<byte> Content) : RowChange(Key)
{
    public override ReadOnlyMemory<byte> Body => Content;
}

/// <summary>Replaces a row whose version is still <paramref name="Version"/>; else <see cref="VersionRaceException"/>.</summary>
public sealed record Replace(string Key, ReadOnlyMemory<byte> Content, string Version) : RowChange(Key)
{
    public override ReadOnlyMemory<byte> Body => Content;
}

/// <summary>Writes a row whatever was there; safe only beside a <see cref="Replace"/> of the dossier's head.</summary>
public sealed record Put(string Key, ReadOnlyMemory<byte> Content) : RowChange(Key)
{
    public override ReadOnlyMemory<byte> Body => Content;
}

/// <summary>Removes a row; a row that is not there, or whose version is another than <paramref name="Version"/>, is a <see cref="VersionRaceException"/>.</summary>
/// <param name="Key">Row key.</param>
/// <param name="Version">The version it must have; null for any.</param>
public sealed record Delete(string Key, string? Version = null) : RowChange(Key);
