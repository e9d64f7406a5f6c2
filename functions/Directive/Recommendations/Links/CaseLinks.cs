using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Directives.Access;
using Directives.Tables;

namespace Directives.Recommendations.Links;

/// <summary>
/// Links to recommendations, kept like those to reports (<see cref="Access.Links"/>): the key is derived from a secret that is not in the tables, so a
/// letter can be written twice with the same link; the tables hold its hash only.
/// </summary>
/// <param name="secrets">New links are derived from the newest; those that are out are found by their hash.</param>
/// <param name="links">Where hashes of addresses come from.</param>
public sealed class CaseLinks(ITables tables, string authority, KeyRing secrets, Access.Links links)
{
    private const string Row = "case-link";

    /// <summary>The key of the link, which is stored (hashed) if it was not.</summary>
    public async ValueTask<string> EnsureAsync(CaseLink link, CancellationToken cancel)
    {
        var key = KeyOf(link);
        try
        {
            await tables.CommitAsync(Table.Links, Partition(Access.Links.Hash(key)), [new Insert(Row, Stored.Bytes(link))], cancel);
        }
        catch (RowExistsException)
        {
            // An earlier letter brought it.
        }

        return key;
    }

    /// <summary>What the key with this hash opens, or null for a forged one.</summary>
    public async ValueTask<CaseLink?> FindByHashAsync(string hash, CancellationToken cancel) =>
        await tables.ReadAsync(Table.Links, Partition(hash), Row, cancel) is { } row ? Stored.Read<CaseLink>(row) : null;

    /// <summary>Whether the link was mailed to the address that its reader has today.</summary>
    public bool IsFor(CaseLink link, string address) => link.To == links.HashOfAddress(address);

    /// <summary>Writes down that a link was opened.</summary>
    public ValueTask RecordAsync(CaseLink link, string hash, LinkUse use, DateTimeOffset now, CancellationToken cancel) =>
        links.RecordAsync(Uses(link.Case), link.Reader, hash, use, now, cancel);

    /// <summary>When, from where and whose links to a case were opened, the newest first.</summary>
    public async ValueTask<IReadOnlyList<LinkUsed>> UsesAsync(string id, CancellationToken cancel) =>
        [.. (await tables.QueryAsync(Table.Links, Uses(id), KeyRange.All, null, cancel)).Select(Stored.Read<LinkUsed>)];

    private string KeyOf(CaseLink link)
    {
        Span<byte> mac = stackalloc byte[32];
        // No sheet has this name: no link to a report has the key of one to a case.
        var own = Keys.Join(authority, "case", link.Case, link.Duty, link.Round.ToString(CultureInfo.InvariantCulture), link.Reader, link.To);
        HMACSHA256.HashData(secrets.Current, Encoding.UTF8.GetBytes(own), mac);
        return Base64Url.EncodeToString(mac[..24]);
    }

    private string Partition(string hash) => Keys.Join(authority, hash);

    private string Uses(string id) => Keys.Join(authority, "uses", "case", id);
}
