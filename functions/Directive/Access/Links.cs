using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
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
/// <param name="To">Keyed hash of the address to which it was mailed; null for one that was given out otherwise. It is dead once its reader has another address.</param>
public sealed record Link(string Sheet, string Seat, string Official, int Number, DateOnly Until, string? Drafter = null, string? To = null)
{
    /// <summary>Who files for the official while they are away; null for the official's own link.</summary>
    public string? Substitute { get; init; }

    /// <summary>Whose letter it came with.</summary>
    public string Reader() => Drafter ?? Substitute ?? Official;

    /// <summary>The sheet.</summary>
    public SheetRef Ref() => SheetRef.Parse(Sheet);
}

/// <summary>
/// Personal links: the key is derived from a secret that is not in the tables, so a letter can be written twice with the same link;
/// the tables hold its hash only. A newer secret makes other keys; those that are out are found by their hash and live on.
/// </summary>
/// <param name="secrets">New links are derived from the newest.</param>
/// <param name="addressKey">Keeps the hashes of addresses; it stays when the secrets change.</param>
public sealed class Links(ITables tables, string authority, KeyRing secrets, byte[] addressKey)
{
    private const string Row = "link";
    private const int BytesOfAddress = 12;

    // Of a nation's posts those whose links were given out lately.
    private const int MostKnown = 16_384;
    private readonly ConcurrentDictionary<string, DateOnly> _known = new(StringComparer.Ordinal);

    /// <summary>The key of the link, which is stored (hashed) if it was not; one that is stored may have to open longer.</summary>
    public async ValueTask<string> EnsureAsync(Link link, CancellationToken cancel)
    {
        var key = KeyOf(link, secrets.Current);
        var hash = Hash(key);
        // Given out by this process before: it stays until it is over, and longer.
        if (_known.TryGetValue(hash, out var until) && until >= link.Until) return key;
        try
        {
            // Most letters bring a link that nobody had before.
            await tables.CommitAsync(Table.Links, Partition(hash), [new Insert(Row, Stored.Bytes(link))], cancel);
        }
        catch (RowExistsException)
        {
            if (await FindByHashAsync(hash, cancel) is { } known && known.Until < link.Until)
                await tables.CommitAsync(Table.Links, Partition(hash), [new Put(Row, Stored.Bytes(link))], cancel);
        }

        if (_known.Count >= MostKnown) _known.Clear();
        _known[hash] = link.Until;
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

    /// <summary>The link as it was given out; null if it never was, or is gone.</summary>
    public async ValueTask<Link?> GivenAsync(Link link, CancellationToken cancel)
    {
        foreach (var secret in secrets.All)
        {
            if (await FindAsync(KeyOf(link, secret), cancel) is { } given) return given;
        }

        return null;
    }

    /// <summary>Forgets a link; one that is not there is fine.</summary>
    public async ValueTask RemoveAsync(Link link, CancellationToken cancel)
    {
        foreach (var secret in secrets.All) await RemoveOneAsync(Hash(KeyOf(link, secret)), cancel);
    }

    /// <summary>Forgets when links of an obligation were opened, and those links.</summary>
    public async Task RemoveUsesAsync(string sheet, string seat, CancellationToken cancel)
    {
        var uses = Uses(sheet, seat);
        // The links first: killed between, what names them is still there.
        foreach (var hash in (await UsesAsync(sheet, seat, null, cancel)).Select(u => u.Link).OfType<string>().Distinct(StringComparer.Ordinal))
            await RemoveOneAsync(hash, cancel);
        await RemoveAsync(uses, cancel);
    }

    /// <summary>The keyed hash of a mail address, whatever its case.</summary>
    public string HashOfAddress(string address)
    {
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(addressKey, Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant()), mac);
        return Base64Url.EncodeToString(mac[..BytesOfAddress]);
    }

    /// <summary>Whether the link was mailed to the address that its reader has today.</summary>
    public bool IsFor(Link link, string address) => link.To is null || link.To == HashOfAddress(address);

    /// <summary>Writes down that a link was opened.</summary>
    public ValueTask RecordAsync(Link link, string hash, LinkUse use, DateTimeOffset now, CancellationToken cancel) =>
        RecordAsync(Uses(link.Sheet, link.Seat), link.Reader(), hash, use, now, cancel);

    /// <summary>The same of any link.</summary>
    /// <param name="uses">Partition of the uses of what it opens.</param>
    /// <param name="by">Whose link it is.</param>
    internal async ValueTask RecordAsync(string uses, string by, string hash, LinkUse use, DateTimeOffset now, CancellationToken cancel)
    {
        // The newest first; two at the very same moment are told apart by their links.
        var key = Keys.Join((DateTimeOffset.MaxValue.Ticks - now.UtcTicks).ToString("D19", CultureInfo.InvariantCulture), hash[..8]);
        try
        {
            await tables.CommitAsync(Table.Links, uses, [new Insert(key, Stored.Bytes(new LinkUsed(now, by, use, hash)))], cancel);
        }
        catch (RowExistsException)
        {
            // The same link at the same moment: a button pressed twice.
        }
    }

    /// <summary>When, from where and whose links of an obligation were opened, the newest first.</summary>
    public async ValueTask<IReadOnlyList<LinkUsed>> UsesAsync(string sheet, string seat, int? most, CancellationToken cancel)
    {
        var rows = await tables.QueryAsync(Table.Links, Uses(sheet, seat), KeyRange.All, most, cancel);
        return [.. rows.Select(Stored.Read<LinkUsed>)];
    }

    /// <summary>The hash under which a key is stored, and by which a session names its link.</summary>
    public static string Hash(string key)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return Base64Url.EncodeToString(hash);
    }

    private string KeyOf(Link link, byte[] secret)
    {
        Span<byte> mac = stackalloc byte[32];
        string[] own = [authority, link.Sheet, link.Seat, link.Official, $"{link.Number}"];
        if (link.Drafter is { } drafter) own = [.. own, drafter];
        // An empty segment is nobody's id: no link of a drafter has the key of a mailed one.
        if (link.To is { } to) own = [.. own, "", to];
        if (link.Substitute is { } substitute) own = [.. own, "", "", substitute];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(Keys.Join(own)), mac);
        return Base64Url.EncodeToString(mac[..24]);
    }

    private ValueTask RemoveOneAsync(string hash, CancellationToken cancel)
    {
        _known.TryRemove(hash, out _);
        return RemoveAsync(Partition(hash), cancel);
    }

    private async ValueTask RemoveAsync(string partition, CancellationToken cancel)
    {
        foreach (var rows in (await tables.QueryAsync(Table.Links, partition, KeyRange.All, null, cancel)).Chunk(TableLimits.RowsInBatch))
            await tables.CommitAsync(Table.Links, partition, [.. rows.Select(r => new Delete(r.Key))], cancel);
    }

    private string Partition(string hash) => Keys.Join(authority, hash);

    private string Uses(string sheet, string seat) => Keys.Join(authority, "uses", sheet, seat);
}
