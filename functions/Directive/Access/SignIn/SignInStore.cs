using Directives.Access.Accounts;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Access.SignIn;

/// <summary>Rows of sign-ins: short-lived, in no trail, removed after a day, and with them sessions that are over.</summary>
/// <param name="machine">The machine's own clock.</param>
public sealed class SignInStore(ITables tables, string authority, SessionBook sessions, TimeProvider machine)
{
    private const string Request = "request";
    private const string Asks = "asks";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);
    private readonly Lock _guard = new();
    private DateTimeOffset _swept = DateTimeOffset.MinValue;

    /// <summary>Names a request to the engine.</summary>
    public DossierId Dossier(string request) => new(Table.SignIns, Keys.Join(authority, Request, request));

    /// <summary>The request's name.</summary>
    public static string RequestOf(DossierId id) => Keys.Split(id.Partition)[^1];

    /// <summary>A request, or null.</summary>
    public async ValueTask<SignInRequest?> FindAsync(string request, CancellationToken cancel) =>
        await tables.ReadAsync(Table.SignIns, Dossier(request).Partition, Request, cancel) is { } row ? Stored.Read<SignInRequest>(row) : null;

    /// <summary>Writes a new request.</summary>
    public async Task AddAsync(SignInRequest request, CancellationToken cancel) =>
        await tables.CommitAsync(Table.SignIns, Dossier(request.Id).Partition, [new Insert(Request, Stored.Bytes(request))], cancel);

    /// <summary>Changes a request; one that loses a race is judged again.</summary>
    /// <param name="judge">What it becomes; null to leave it.</param>
    /// <returns>The request as it stands now; null where there is none.</returns>
    public Task<SignInRequest?> ChangeAsync(string request, Func<SignInRequest, SignInRequest?> judge, CancellationToken cancel) => Races.AgainAsync(async () =>
    {
        var partition = Dossier(request).Partition;
        if (await tables.ReadAsync(Table.SignIns, partition, Request, cancel) is not { } row) return null;
        var before = Stored.Read<SignInRequest>(row);
        if (judge(before) is not { } after) return before;
        await tables.CommitAsync(Table.SignIns, partition, [new Replace(Request, Stored.Bytes(after), row.Version)], cancel);
        return after;
    });

    /// <summary>Counts an ask. Returns when one may ask again (UTC), if there were too many; then it does not count.</summary>
    /// <param name="mark">Of an address or a network.</param>
    public Task<DateTimeOffset?> CountAsync(string mark, int most, CancellationToken cancel) => Races.AgainAsync(async () =>
    {
        var partition = Keys.Join(authority, Asks, mark);
        var now = machine.GetUtcNow();
        var row = await tables.ReadAsync(Table.SignIns, partition, Asks, cancel);
        IReadOnlyList<DateTimeOffset> before = row is null ? [] : [.. Stored.Read<SignInAsks>(row).At.Where(a => (now - a).Duration() < SignInRules.Window)];
        if (SignInRules.Wait(before, most) is { } wait) return (DateTimeOffset?)wait;
        var bytes = Stored.Bytes(new SignInAsks([.. before, now]));
        await tables.CommitAsync(Table.SignIns, partition, [row is null ? new Insert(Asks, bytes) : new Replace(Asks, bytes, row.Version)], cancel);
        return null;
    });

    /// <summary>Removes what is older than a day, once an hour at most.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        var now = machine.GetUtcNow();
        lock (_guard)
        {
            if (now - _swept < SweepEvery) return;
            _swept = now;
        }

        var gone = new List<ScannedRow>();
        await foreach (var scanned in tables.ScanAsync(Table.SignIns, cancel))
        {
            if (now - LastOf(scanned.Row) >= Kept) gone.Add(scanned);
        }

        // The sessions first: killed between, what names them is still there.
        foreach (var person in gone.Select(g => SessionBook.PersonOf(g.Partition)).OfType<string>().Distinct(StringComparer.Ordinal))
            await sessions.RemoveOverAsync(person, cancel);
        foreach (var scanned in gone)
        {
            try
            {
                await tables.CommitAsync(Table.SignIns, scanned.Partition, [new Delete(scanned.Row.Key)], cancel);
            }
            catch (VersionRaceException)
            {
                // Another engine removed it.
            }
        }
    }

    /// <summary>When anything last happened to a row (UTC), whatever it holds.</summary>
    private static DateTimeOffset LastOf(Row row)
    {
        var any = Stored.Read<AnyRow>(row);
        return any.Asked ?? any.Seen ?? any.At?.DefaultIfEmpty().Max() ?? DateTimeOffset.MinValue;
    }

    private sealed record AnyRow(DateTimeOffset? Asked, DateTimeOffset? Seen, IReadOnlyList<DateTimeOffset>? At);
}

/// <summary>When one address was named, or one network asked, in the last window (UTC).</summary>
internal sealed record SignInAsks(IReadOnlyList<DateTimeOffset> At);
