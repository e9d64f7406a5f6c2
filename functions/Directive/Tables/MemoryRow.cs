using System.Runtime.InteropServices;

namespace Directives.Tables;

/// <summary>A row as <see cref="MemoryTables"/> keeps it: three words, with the version as a number.</summary>
internal readonly struct MemoryRow(string key, ReadOnlyMemory<byte> body, long version)
{
    public readonly string Key = key;

    public readonly byte[] Body = Own(body);

    public readonly long Version = version;

    // An array that the body fills exactly is kept as it is; a slice of a bigger one would pin the rest.
    private static byte[] Own(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var part) && part.Array is { } array && part.Count == array.Length ? array : body.ToArray();
}
