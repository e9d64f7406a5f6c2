using System.Runtime.InteropServices;

namespace Directives.Tables;

/// <summary>A body as an array of its own length.</summary>
internal static class ExactBytes
{
    /// <summary>The array that the bytes fill exactly, or else a copy: a slice would keep or write the rest of its buffer too.</summary>
    public static byte[] Of(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) && part.Array is { } array && part.Count == array.Length ? array : bytes.ToArray();
}
