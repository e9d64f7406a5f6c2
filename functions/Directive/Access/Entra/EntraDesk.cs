using Directives.Access.Accounts;
using Directives.Dossiers;
using Directives.Register;
using Directives.Tables;

namespace Directives.Access.Entra;

/// <summary>An identity of the tenant, and whose it is once the office has confirmed that.</summary>
public sealed record EntraIdentity
{
    public required Guid Tenant { get; init; }

    public required Guid Oid { get; init; }

    /// <summary>What the tenant calls them.</summary>
    public required string Name { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>Whom it lets in; null until the office has confirmed.</summary>
    public string? Person { get; init; }

    /// <summary>The office said no.</summary>
    public bool Declined { get; init; }

    /// <summary>Name of the identity in addresses and keys.</summary>
    public string Id => IdOf(Tenant, Oid);

    /// <summary>Name of an identity; no person of the register has one like it.</summary>
    public static string IdOf(Guid tenant, Guid person) => $"entra+{tenant:N}+{person:N}";
}

/// <summary>Binds identities of the tenant to persons of the register (R6): the office confirms each, and each act stands in both trails.</summary>
/// <param name="machine">The machine's own clock.</param>
public sealed class EntraDesk(AccountStore accounts, ITables tables, string authority, RegisterStore registers, TimeProvider machine)
{
    private const string Key = "entra";

    private string Waiting => Keys.Join(authority, "entra-waiting");

    /// <summary>What is known of a visitor; null for one who never asked.</summary>
    public ValueTask<EntraIdentity?> FindAsync(EntraVisitor visitor, CancellationToken cancel = default) =>
        accounts.RowAsync<EntraIdentity>(EntraIdentity.IdOf(visitor.Tenant, visitor.Oid), Key, cancel);

    /// <summary>A visitor asks the office to be let in; asked already is the same as done.</summary>
    public async Task AskAsync(EntraVisitor visitor, CancellationToken cancel = default)
    {
        var identity = new EntraIdentity { Tenant = visitor.Tenant, Oid = visitor.Oid, Name = visitor.Name, Asked = machine.GetUtcNow() };
        if (await FindAsync(visitor, cancel) is not null) return;
        // Listed first: the list may hold too much, never too little.
        await tables.CommitAsync(Table.Installation, Waiting, [new Put(identity.Id, Stored.Bytes(identity))], cancel);
        await accounts.ActAsync(
            identity.Id,
            async () => await FindAsync(visitor, cancel) is null ? new Act("entra-asked", new Actor(identity.Id)).Insert(Key, identity) : null,
            cancel);
    }

    /// <summary>Who waits for the office's word, the earliest first.</summary>
    public async Task<IReadOnlyList<EntraIdentity>> WaitingAsync(CancellationToken cancel = default)
    {
        var waiting = new List<EntraIdentity>();
        foreach (var row in await tables.QueryAsync(Table.Installation, Waiting, KeyRange.All, null, cancel))
        {
            if (await accounts.RowAsync<EntraIdentity>(row.Key, Key, cancel) is { Person: null, Declined: false } identity) waiting.Add(identity);
        }

        return [.. waiting.OrderBy(i => i.Asked)];
    }

    /// <summary>
    /// Confirms whose identity it is. False where nobody waits under that name, or there is no such person. Done again after a crash it does what is missing,
    /// and is done. Whether one alone may, the caller has judged.
    /// </summary>
    public async Task<bool> BindAsync(string id, string person, Actor by, CancellationToken cancel = default)
    {
        if ((await registers.GetAsync(cancel)).Official(person) is null) return false;
        if (!await DecideAsync(id, i => i with { Person = person }, () => new Act("entra-bound", by).Note("person", null, person), cancel)
            && (await accounts.RowAsync<EntraIdentity>(id, Key, cancel))?.Person != person) return false;
        await accounts.ActAsync(
            person,
            async () => (await accounts.RowsAsync<TrailEntry>(person, Keys.TrailPrefix, cancel)).Any(e => e.Act == "entra-bound" && e.Facts?.Any(f => f.After == id) == true)
                ? null
                : new Act("entra-bound", by).Note("identity", null, id),
            cancel);
        return true;
    }

    /// <summary>The office says no. False where nobody waits under that name.</summary>
    public Task<bool> DeclineAsync(string id, Actor by, CancellationToken cancel = default) =>
        DecideAsync(id, i => i with { Declined = true }, () => new Act("entra-declined", by), cancel);

    private async Task<bool> DecideAsync(string id, Func<EntraIdentity, EntraIdentity> decide, Func<Act> begin, CancellationToken cancel)
    {
        var done = false;
        if (await accounts.RowAsync<EntraIdentity>(id, Key, cancel) is null) return false;
        await accounts.ActAsync(
            id,
            async () =>
            {
                done = false;
                if (await accounts.RowAsync<EntraIdentity>(id, Key, cancel) is not { Person: null, Declined: false } identity) return null;
                done = true;
                return begin().Put(Key, decide(identity));
            },
            cancel);
        if (!done) return false;
        try
        {
            await tables.CommitAsync(Table.Installation, Waiting, [new Delete(id)], cancel);
        }
        catch (VersionRaceException)
        {
            // It was not listed any more.
        }

        return true;
    }
}
