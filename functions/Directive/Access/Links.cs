using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Directives.Cycles;
using Directives.Tables;

namespace Directives.Access;

/// <summary>What a personal link opens: one obligation for one official.</summary>
/// <param name="Sheet">Partition of the sheet.</param>
/// <param name="Number">Revoked once the obligation's own number is higher.</param>
/// <param name="Until">Last local day on which it opens.</param>
/// <param name="Drafter">Who prepares the report for the official and may not file it; null for the official's own link.</param>
public sealed record Link(string Sheet, string Seat, string Official, int Number, DateOnly Until, string? Drafter = null)
{
    /// <summary>The sheet.</summary>
    public SheetRef Ref() => SheetRef.Parse(Sheet);
}

/// <summary>
/// Personal links: the key is derived from a secret that is not in the tables, so a letter can be written twice with the same link;
/// the tables hold its hash only.
/// </summary>
public sealed class Links(ITables tables, string authority, byte[] secret)
{
    private const string Row = "link";

    /// <summary>The key of the link, which is stored (hashed) if it was not; one that is stored may have to open longer.</summary>
    public async ValueTask<string> EnsureAsync(Link link, CancellationToken cancel)
    {
        var key = KeyOf(link);
        var hash = Hash(key);
        var known = await FindByHashAsync(hash, cancel);
        if (known is not null && known.Until >= link.Until) return key;
        try
        {
            RowChange change = known is null ? new Insert(Row, Stored.Bytes(link)) : new Put(Row, Stored.Bytes(link));
            await tables.CommitAsync(Table.Links, Partition(hash), [change], cancel);
        }
        catch (RowExistsException)
        {
            // Another letter brought it at the same moment.
        }

        return key;
    }

    /// <summary>What a key opens, or null for a forged one.</summary>
    public ValueTask<Link?> FindAsync(string key, CancellationToken cancel) => FindByHashAsync(Hash(key), cancel);

    /// <summary>What the key with this hash opens, or null.</summary>
    public async ValueTask<Link?> FindByHashAsync(string hash, CancellationToken cancel)
    {
        var row = await tables.ReadAsync(Table.Links, Partition(hash), Row, cancel);
        return row is null ? null : Stored.Read<Link>(row);
    }

    /// <summary>Forgets a link and its uses; one that is not there is fine.</summary>
    public async Task RemoveAsync(Link link, CancellationToken cancel)
    {
        var partition = Partition(Hash(KeyOf(link)));
        foreach (var rows in (await tables.QueryAsync(Table.Links, partition, KeyRange.All, null, cancel)).Chunk(TableLimits.RowsInBatch))
            await tables.CommitAsync(Table.Links, partition, [.. rows.Select(r => new Delete(r.Key))], cancel);
    }

    /// <summary>The hash under which a key is stored, and by which a session names its link.</summary>
    public static string Hash(string key)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return Base64Url.EncodeToString(hash);
    }

    private string KeyOf(Link link)
    {
        Span<byte> mac = stackalloc byte[32];
        string[] own = [authority, link.Sheet, link.Seat, link.Official, $"{link.Number}"];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(Keys.Join(link.Drafter is { } drafter ? [.. own, drafter] : own)), mac);
        return Base64Url.EncodeToString(mac[..24]);
    }

    private string Partition(string hash) => Keys.Join(authority, hash);
}
