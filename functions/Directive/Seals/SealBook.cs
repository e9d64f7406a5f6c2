using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Directives.Access;
using Directives.Tables;

namespace Directives.Seals;

/// <summary>
/// Keeps the seals: a partition a month, each seal chained to the one before by a keyed hash whose key is not in the tables. Beside
/// the months stands their list, and the checkpoints.
/// </summary>
public sealed class SealBook(ITables tables, string authority, KeyRing trailKeys)
{
    private const string MonthPrefix = "m|";
    private const string CheckpointPrefix = "c|";
    private const string SealPrefix = "s|";
    private const string BegunKey = "begun";
    private (SealTip Tip, string? Month, string? Version)? _last;
    private readonly KeyRing _keys = trailKeys.Derived("seals of the trail");

    private string List => Keys.Join(authority, "months");

    /// <summary>When the sealing began (UTC): from then on every entry is sealed within two hours. Null where it has not.</summary>
    public async ValueTask<DateTimeOffset?> BegunAsync(CancellationToken cancel) =>
        await tables.ReadAsync(Table.Trail, List, BegunKey, cancel) is { } row ? Stored.Read<Begun>(row).At : null;

    /// <summary>Says that the sealing has begun; done already is fine.</summary>
    public Task BeginAsync(DateTimeOffset now, CancellationToken cancel) => InsertAsync(List, BegunKey, new Begun(now), cancel);

    /// <summary>Months (UTC, yyyy-MM) in which there may be seals, in order.</summary>
    public async ValueTask<IReadOnlyList<string>> MonthsAsync(CancellationToken cancel) =>
        [.. (await tables.QueryAsync(Table.Trail, List, KeyRange.Prefix(MonthPrefix), null, cancel)).Select(r => r.Key[MonthPrefix.Length..])];

    /// <summary>The seals of a month (UTC, yyyy-MM), in order.</summary>
    public async ValueTask<IReadOnlyList<Seal>> SealsAsync(string month, CancellationToken cancel) =>
        [.. (await tables.QueryAsync(Table.Trail, Keys.Join(authority, month), KeyRange.Prefix(SealPrefix), null, cancel)).Select(Stored.Read<Seal>)];

    /// <summary>The seal with this number, looked for in a month (UTC, yyyy-MM).</summary>
    public async ValueTask<Seal?> FindAsync(string month, long number, CancellationToken cancel) =>
        await tables.ReadAsync(Table.Trail, Keys.Join(authority, month), KeyOf(number), cancel) is { } row ? Stored.Read<Seal>(row) : null;

    /// <summary>The last seal.</summary>
    public async ValueTask<SealTip> TipAsync(CancellationToken cancel) => (await LastAsync(cancel)).Tip;

    /// <summary>
    /// Whether the key of the trail is new to the seals, or they began to turn to it and were killed: then all that was made under older keys is bound first.
    /// </summary>
    public async ValueTask<bool> TurnsAsync(CancellationToken cancel)
    {
        if (_keys.All.Count == 1) return false;
        var tip = await TipAsync(cancel);
        return tip.Number == 0 || await FindAsync(MonthOf(tip.At), tip.Number, cancel) is not { Turn: null } last || KeyOf(last) != 0;
    }

    /// <summary>Adds a seal.</summary>
    /// <param name="turn">Whether it binds what was made under older keys.</param>
    /// <exception cref="VersionRaceException">Another engine added one.</exception>
    /// <exception cref="RowExistsException">The same, at the beginning of a month.</exception>
    public async Task AppendAsync(IReadOnlyList<SealedHead> heads, DateTimeOffset now, bool turn, CancellationToken cancel)
    {
        // As this process left it: were it another since, the seal would lose the race.
        var (tip, last, version) = _last ?? await LastAsync(cancel);
        _last = null;
        // Never back, whatever the clock: the order of months is that of the numbers.
        var at = now > tip.At ? now : tip.At;
        var month = MonthOf(at);
        var seal = new Seal(tip.Number + 1, at, heads, tip.Hash, "", turn ? true : null);
        seal = seal with { Hash = HashOf(seal, _keys.Current) };
        var head = Stored.Bytes(new SealTip(seal.Number, seal.At, seal.Hash));
        // The month is listed before there is anything in it.
        if (month != last) await InsertAsync(List, MonthPrefix + month, new Begun(at), cancel);
        RowChange first = month == last && version is not null ? new Replace(Keys.Head, head, version) : new Insert(Keys.Head, head);
        var versions = await tables.CommitAsync(Table.Trail, Keys.Join(authority, month), [first, new Insert(KeyOf(seal.Number), Stored.Bytes(seal))], cancel);
        _last = (new SealTip(seal.Number, seal.At, seal.Hash), month, versions[0]);
    }

    /// <summary>The key under which a seal's hash is its own, as its place among the keys (0 is the newest); null where there is none.</summary>
    /// <param name="oldest">Place of the oldest key that counts: no seal has an older key than the one before it.</param>
    public int? KeyOf(Seal seal, int oldest = int.MaxValue)
    {
        for (var i = 0; i < _keys.All.Count && i <= oldest; i++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(seal.Hash ?? ""), Encoding.ASCII.GetBytes(HashOf(seal, _keys.All[i])))) return i;
        }

        return null;
    }

    /// <summary>The checkpoints, in order.</summary>
    public async ValueTask<IReadOnlyList<Checkpoint>> CheckpointsAsync(CancellationToken cancel) =>
        [.. (await tables.QueryAsync(Table.Trail, List, KeyRange.Prefix(CheckpointPrefix), null, cancel)).Select(Stored.Read<Checkpoint>)];

    /// <summary>Keeps a checkpoint that is new.</summary>
    public Task KeepAsync(Checkpoint checkpoint, CancellationToken cancel) => InsertAsync(List, KeyOf(checkpoint), checkpoint, cancel);

    /// <summary>Remembers that a checkpoint was delivered.</summary>
    public async Task DeliveredAsync(Checkpoint checkpoint, CancellationToken cancel) =>
        await tables.CommitAsync(Table.Trail, List, [new Put(KeyOf(checkpoint), Stored.Bytes(checkpoint with { Delivered = true }))], cancel);

    /// <summary>The month (UTC, yyyy-MM) of a time.</summary>
    public static string MonthOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private async ValueTask<(SealTip Tip, string? Month, string? Version)> LastAsync(CancellationToken cancel)
    {
        var months = await MonthsAsync(cancel);
        var newest = months.Count == 0 ? null : months[^1];
        foreach (var month in months.Reverse())
        {
            // A month that was listed by one who died before the first seal holds none.
            if (await tables.ReadAsync(Table.Trail, Keys.Join(authority, month), Keys.Head, cancel) is not { } row) continue;
            return (Stored.Read<SealTip>(row), newest, month == newest ? row.Version : null);
        }

        return (SealTip.None, newest, null);
    }

    private async Task InsertAsync<T>(string partition, string key, T record, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Trail, partition, [new Insert(key, Stored.Bytes(record))], cancel);
        }
        catch (RowExistsException)
        {
            // There already: that is all we wanted.
        }
    }

    private static string HashOf(Seal seal, byte[] key) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Stored.Bytes(seal with { Hash = "" })));

    private static string KeyOf(long number) => $"{SealPrefix}{number:D10}";

    private static string KeyOf(Checkpoint checkpoint) => $"{CheckpointPrefix}{checkpoint.Month:yyyy-MM}";

    private sealed record Begun(DateTimeOffset At);
}
