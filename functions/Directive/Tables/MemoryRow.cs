namespace Directives.Tables;

/// <summary>A row as <see cref="MemoryTables"/> keeps it: three words, with the version as a number.</summary>
internal readonly struct MemoryRow(string key, ReadOnlyMemory<byte> body, long version)
{
    public readonly string Key = key;

    public readonly byte[] Body = ExactBytes.Of(body);

    public readonly long Version = version;
}
