using Directives.Access.Accounts;
using Directives.Assistants;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Register;

namespace Directives.Access.SignIn;

/// <summary>
/// Sign-in by mailed link (R6). What a visitor can see and time is the same for every address: asking only writes a row, and the engine finds out
/// later whose address it is and who gets a letter.
/// </summary>
/// <param name="clock">The installation's clock, by which letters go.</param>
/// <param name="machine">The machine's own clock, by which sign-ins go.</param>
public sealed class SignInDesk(
    SignInStore store, SignInKeys keys, AccountStore accounts, RegisterStore registers, AssistantStore assistants, Mailboxes mailboxes, DueIndex due, IAlarm alarm,
    TimeProvider clock, TimeProvider machine)
{
    /// <summary>Asks for a letter to an address, from a network.</summary>
    public async Task<SignInAsked> AskAsync(string address, string network, CancellationToken cancel = default)
    {
        var now = machine.GetUtcNow();
        await store.SweepAsync(cancel);
        var mark = keys.AddressMark(address);
        if ((await store.CountAsync(keys.MarkOf("network", network), SignInRules.MostPerNetwork, cancel)
            ?? await store.CountAsync(mark, SignInRules.MostPerAddress, cancel)) is { } until) return new SignInAsked(null, until - now);
        var (id, browser) = (SignInKeys.Random(), SignInKeys.Random());
        await TellAsync(id, () => store.AddAsync(new SignInRequest { Id = id, Asked = now, Browser = SessionBook.HandleOf(browser), Address = mark, Key = keys.Print }, cancel), cancel);
        return new SignInAsked($"{id}.{browser}");
    }

    /// <summary>Removes what sign-ins left behind more than a day ago; asked more than once an hour, it does nothing.</summary>
    public Task SweepAsync(CancellationToken cancel = default) => store.SweepAsync(cancel);

    /// <summary>What a letter's key opens; changes nothing, for mail scanners follow links.</summary>
    /// <param name="ticket">What the browser kept, if it asked.</param>
    public async ValueTask<SignInLook> LookAsync(string key, string? ticket, CancellationToken cancel = default) =>
        SignInKeys.RequestOf(key) is { } id && await store.FindAsync(id, cancel) is { } request ? Judge(request, key, ticket) : new SignInLook(SignInState.Unknown);

    /// <summary>Signs in by a letter's key: once, in the browser that asked.</summary>
    public async Task<SignInLook> ConsumeAsync(string key, string? ticket, CancellationToken cancel = default)
    {
        var look = new SignInLook(SignInState.Unknown);
        if (SignInKeys.RequestOf(key) is not { } id) return look;
        await store.ChangeAsync(
            id,
            request => (look = Judge(request, key, ticket)).State == SignInState.Open ? request with { Used = machine.GetUtcNow() } : null,
            cancel);
        return look;
    }

    /// <summary>How what the browser asked for stands.</summary>
    public async ValueTask<SignInState> StateAsync(string? ticket, CancellationToken cancel = default)
    {
        if (Parse(ticket) is not { } mine || await store.FindAsync(mine.Request, cancel) is not { } request || !Asked(request, ticket)) return SignInState.Unknown;
        return SignInRules.Refuses(request, machine.GetUtcNow()) ?? SignInState.Open;
    }

    /// <summary>Signs in by a letter's code, typed where it was asked for.</summary>
    public async Task<SignInLook> TypeAsync(string? ticket, string code, CancellationToken cancel = default)
    {
        var look = new SignInLook(SignInState.Unknown);
        if (Parse(ticket) is not { } mine) return look;
        SignInRequest? Judge(SignInRequest request)
        {
            look = new SignInLook(SignInState.Unknown);
            if (!Asked(request, ticket)) return null;
            if (SignInRules.Refuses(request, machine.GetUtcNow()) is { } refused)
            {
                look = new SignInLook(refused);
                return null;
            }

            if (request.Persons?.FirstOrDefault(p => keys.IsCodeOf(request, p, code)) is { } person)
            {
                look = new SignInLook(SignInState.Open, person);
                return request with { Used = machine.GetUtcNow() };
            }

            var left = SignInRules.MostTries - request.Tries - 1;
            look = left > 0 ? new SignInLook(SignInState.WrongCode, Left: left) : new SignInLook(SignInState.Spent);
            return request with { Tries = request.Tries + 1 };
        }

        var after = await store.ChangeAsync(mine.Request, Judge, cancel);
        // Written into the accounts' trails by the engine: an address that nobody has must not answer faster.
        if (look.State == SignInState.Spent && after is { Noted: false }) await TellAsync(mine.Request, () => Task.CompletedTask, cancel);
        return look;
    }

    /// <summary>The engine's part: finds out whose address it is, delivers the letters, and notes too many wrong codes. Done again without harm.</summary>
    public async Task<DateTimeOffset?> WakeAsync(DossierId id, CancellationToken cancel = default)
    {
        var name = SignInStore.RequestOf(id);
        if (await store.FindAsync(name, cancel) is not { } request) return null;
        var age = machine.GetUtcNow() - request.Asked;
        if (request.Persons is null && age < SignInRules.Lifetime)
        {
            var persons = await PersonsAsync(request, cancel);
            request = await store.ChangeAsync(name, r => r.Persons is null ? r with { Persons = persons } : null, cancel) ?? request;
        }

        if (request is { Tries: >= SignInRules.MostTries, Noted: false }) await NoteAsync(request, cancel);
        if (SignInRules.Refuses(request, machine.GetUtcNow()) is null) await mailboxes.DeliverAsync((request.Persons ?? []).Select(p => NoticeOf(request, p, clock.GetUtcNow() - age)), cancel);
        return null;
    }

    private static Notice NoticeOf(SignInRequest request, string person, DateTimeOffset decided) => new()
    {
        Kind = NoticeKind.SignIn,
        Reader = person,
        Cycle = request.Id,
        Rung = "sign-in",
        Decided = decided,
    };

    private SignInLook Judge(SignInRequest request, string key, string? ticket)
    {
        if ((request.Persons ?? []).FirstOrDefault(p => keys.IsKeyOf(request, p, key)) is not { } person) return new SignInLook(SignInState.Unknown);
        if (SignInRules.Refuses(request, machine.GetUtcNow()) is { } refused) return new SignInLook(refused);
        return Asked(request, ticket) ? new SignInLook(SignInState.Open, person) : new SignInLook(SignInState.Elsewhere);
    }

    private async Task<IReadOnlyList<string>> PersonsAsync(SignInRequest request, CancellationToken cancel)
    {
        var (register, named) = (await registers.GetAsync(cancel), await assistants.GetAsync(cancel));
        var known = register.Content.Officials.Concat(named.Officials.Select(o => named.Of(o)!.Person()));
        return [.. known.Where(o => keys.IsAddressOf(request, o.Address)).Select(o => o.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private async Task NoteAsync(SignInRequest request, CancellationToken cancel)
    {
        foreach (var person in request.Persons ?? [])
            await accounts.ActAsync(person, () => Task.FromResult<Act?>(new Act("sign-in-failed", Actor.System, $"{SignInRules.MostTries} wrong codes")), cancel);
        await store.ChangeAsync(request.Id, r => r with { Noted = true }, cancel);
    }

    /// <summary>Lists the request for the engine before the write that needs it, and wakes the engine.</summary>
    private async Task TellAsync(string request, Func<Task> write, CancellationToken cancel)
    {
        await due.AnnounceAloneAsync(store.Dossier(request), clock.GetUtcNow(), cancel);
        await write();
        alarm.Changed(store.Dossier(request));
    }

    private static bool Asked(SignInRequest request, string? ticket) =>
        Parse(ticket) is { } mine && mine.Request == request.Id && SignInKeys.Same(SessionBook.HandleOf(mine.Browser), request.Browser);

    private static (string Request, string Browser)? Parse(string? ticket) =>
        ticket?.Split('.') is [{ Length: > 0 and < 40 } request, { Length: > 0 and < 40 } browser] ? (request, browser) : null;
}
