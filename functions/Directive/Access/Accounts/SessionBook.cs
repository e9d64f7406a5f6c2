using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Access.Accounts;

/// <summary>
/// The sessions of persons (R6): a row each in the person's account, so that one that was ended is over everywhere. What was looked at a moment
/// ago is remembered; what this process ended it forgets at once.
/// </summary>
/// <param name="machine">The machine's own clock.</param>
public sealed class SessionBook(AccountStore accounts, ITables tables, string authority, TimeProvider machine)
{
    private const string Prefix = "s|";
    private const string Seen = "seen";
    private const int MostRemembered = 10_000;

    // After so long another engine's end of a session is seen here.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    // A look that is under way while its session is ended must not remember it.
    private readonly ConcurrentDictionary<string, bool> _ended = new(StringComparer.Ordinal);

    /// <summary>The handle of a session: what may be shown and stored of its id.</summary>
    public static string HandleOf(string id) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));

    /// <summary>Begins a session. Returns its id, for the cookie only.</summary>
    public async Task<string> BeginAsync(string person, string how, string network, string device, bool secondFactor, CancellationToken cancel = default)
    {
        var id = NewId();
        var now = machine.GetUtcNow();
        var row = new SessionRow { Handle = HandleOf(id), Begun = now, How = how, Network = network, Device = device, SecondFactor = secondFactor };
        // First: by it a session that nobody comes back to is found and removed.
        await SawAsync(person, row.Handle, now, cancel);
        await accounts.ActAsync(
            person,
            async () =>
            {
                var act = new Act("signed-in", new Actor(person), how).Note("session", null, device).Insert(KeyOf(row.Handle), row);
                var before = (await accounts.RowsAsync<SessionRow>(person, Prefix, cancel)).OrderBy(s => s.Begun).ToList();
                var over = before.Where(s => now - s.Begun >= SessionRules.Absolute).ToList();
                foreach (var gone in over.Union(before.SkipLast(SessionRules.Most - 1))) act.Delete(KeyOf(gone.Handle));
                return act;
            },
            cancel);
        return id;
    }

    /// <summary>The session if it lives. It counts as seen.</summary>
    /// <param name="idle">Longest time without use.</param>
    public async ValueTask<SessionRow?> FindAsync(string person, string id, TimeSpan idle, CancellationToken cancel = default)
    {
        var (handle, now) = (HandleOf(id), machine.GetUtcNow());
        if (_ended.ContainsKey(handle)) return null;
        if (!_known.TryGetValue(handle, out var known) || known.Person != person || (now - known.LookedAt).Duration() >= Fresh)
        {
            if (await accounts.RowAsync<SessionRow>(person, KeyOf(handle), cancel) is not { } row)
            {
                _known.TryRemove(handle, out _);
                return null;
            }

            var seen = known?.Person == person ? known.Seen : await SeenAsync(person, row, cancel);
            known = new Known(person, row, seen, known?.Written ?? seen, now);
        }

        if (!SessionRules.Lives(known.Row.Begun, known.Seen, now, idle))
        {
            // Used elsewhere meanwhile, perhaps.
            known = known with { Seen = await SeenAsync(person, known.Row, cancel) };
            if (!SessionRules.Lives(known.Row.Begun, known.Seen, now, idle)) return null;
        }

        known = known with { Seen = now > known.Seen ? now : known.Seen };
        if (known.Seen - known.Written >= SessionRules.WriteSeen)
        {
            await SawAsync(person, handle, now, cancel);
            known = known with { Written = now };
        }

        if (_known.Count > MostRemembered) _known.Clear();
        _known[handle] = known;
        if (!_ended.ContainsKey(handle)) return known.Row;
        _known.TryRemove(handle, out _);
        return null;
    }

    /// <summary>The person's sessions that live, the newest first.</summary>
    public async Task<IReadOnlyList<LiveSession>> ListAsync(string person, TimeSpan idle, CancellationToken cancel = default)
    {
        var now = machine.GetUtcNow();
        var live = new List<LiveSession>();
        foreach (var row in (await accounts.RowsAsync<SessionRow>(person, Prefix, cancel)).OrderByDescending(s => s.Begun))
        {
            var seen = _known.TryGetValue(row.Handle, out var known) ? known.Seen : await SeenAsync(person, row, cancel);
            if (SessionRules.Lives(row.Begun, seen, now, idle)) live.Add(new LiveSession(row, seen));
        }

        return live;
    }

    /// <summary>Puts another session with the second factor shown in the place of this one. Returns its id; null where this one is over.</summary>
    public async Task<string?> RaiseAsync(string person, string id, CancellationToken cancel = default)
    {
        var (old, fresh) = (HandleOf(id), NewId());
        SessionRow? row = null;
        // The new one is as young in use as the old one was just now.
        await SawAsync(person, HandleOf(fresh), machine.GetUtcNow(), cancel);
        await accounts.ActAsync(
            person,
            async () =>
            {
                row = await accounts.RowAsync<SessionRow>(person, KeyOf(old), cancel);
                return row is null ? null : new Act("second-factor-shown", new Actor(person)).Delete(KeyOf(old))
                    .Insert(KeyOf(HandleOf(fresh)), row with { Handle = HandleOf(fresh), SecondFactor = true });
            },
            cancel);
        Forget(old);
        return row is null ? null : fresh;
    }

    /// <summary>Ends one session; one that is over is the same as done.</summary>
    public async Task EndAsync(string person, string handle, Actor by, CancellationToken cancel = default)
    {
        SessionRow? row = null;
        await accounts.ActAsync(
            person,
            async () =>
            {
                row = await accounts.RowAsync<SessionRow>(person, KeyOf(handle), cancel);
                return row is null ? null : new Act("signed-out", by).Note("session", row.Device, null).Delete(KeyOf(handle));
            },
            cancel);
        // A handle of somebody else's session is none of this person's.
        if (row is not null || (_known.TryGetValue(handle, out var known) && known.Person == person)) Forget(handle);
    }

    /// <summary>Ends all sessions of a person.</summary>
    public async Task EndAllAsync(string person, Actor by, string? why = null, CancellationToken cancel = default)
    {
        IReadOnlyList<SessionRow> rows = [];
        await accounts.ActAsync(
            person,
            async () =>
            {
                rows = await accounts.RowsAsync<SessionRow>(person, Prefix, cancel);
                if (rows.Count == 0) return null;
                var act = new Act("signed-out-everywhere", by, why).Note("sessions", $"{rows.Count}", "0");
                foreach (var row in rows) act.Delete(KeyOf(row.Handle));
                return act;
            },
            cancel);
        foreach (var row in rows) Forget(row.Handle);
    }

    /// <summary>Removes the person's sessions that are over; none is nothing to do.</summary>
    public Task RemoveOverAsync(string person, CancellationToken cancel = default) => accounts.ActAsync(
        person,
        async () =>
        {
            var now = machine.GetUtcNow();
            var over = (await accounts.RowsAsync<SessionRow>(person, Prefix, cancel)).Where(s => now - s.Begun >= SessionRules.Absolute).ToList();
            if (over.Count == 0) return null;
            var act = new Act("sessions-removed", Actor.System, "they were over").Note("sessions", $"{over.Count}", null);
            foreach (var row in over) act.Delete(KeyOf(row.Handle));
            return act;
        },
        cancel);

    /// <summary>Whose session a row tells to have been seen; null for a row that tells something else.</summary>
    internal static string? PersonOf(string partition) => Keys.Split(partition) is [_, Seen, var person] ? person : null;

    private void Forget(string handle)
    {
        if (_ended.Count > MostRemembered) _ended.Clear();
        _ended[handle] = true;
        _known.TryRemove(handle, out _);
    }

    private static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static string KeyOf(string handle) => Keys.Join("s", handle);

    private string SeenPartition(string person) => Keys.Join(authority, Seen, person);

    private async Task SawAsync(string person, string handle, DateTimeOffset now, CancellationToken cancel) =>
        await tables.CommitAsync(Table.SignIns, SeenPartition(person), [new Put(handle, Stored.Bytes(new SessionSeen(now)))], cancel);

    private async ValueTask<DateTimeOffset> SeenAsync(string person, SessionRow row, CancellationToken cancel) =>
        await tables.ReadAsync(Table.SignIns, SeenPartition(person), row.Handle, cancel) is { } seen ? Stored.Read<SessionSeen>(seen).Seen : row.Begun;

    private sealed record Known(string Person, SessionRow Row, DateTimeOffset Seen, DateTimeOffset Written, DateTimeOffset LookedAt);
}
