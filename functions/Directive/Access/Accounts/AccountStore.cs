using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Access.Accounts;

/// <summary>Reads accounts and acts on them.</summary>
public sealed class AccountStore(DossierStore dossiers, string authority)
{
    /// <summary>The account's dossier.</summary>
    public DossierId Dossier(string person) => new(Table.Accounts, Keys.Join(authority, person));

    /// <summary>One row of an account, or default.</summary>
    public ValueTask<T?> RowAsync<T>(string person, string key, CancellationToken cancel) => dossiers.RowAsync<T>(Dossier(person), key, cancel);

    /// <summary>Rows of an account whose key starts with <paramref name="prefix"/>.</summary>
    public ValueTask<IReadOnlyList<T>> RowsAsync<T>(string person, string prefix, CancellationToken cancel) =>
        dossiers.RowsAsync<T>(Dossier(person), prefix, cancel);

    /// <summary>Acts on an account; one that loses a race is judged again.</summary>
    /// <param name="judge">Reads the rows and says what to do; null for nothing.</param>
    /// <exception cref="VersionRaceException">The account was too busy.</exception>
    public Task ActAsync(string person, Func<Task<Act?>> judge, CancellationToken cancel) => Races.AgainAsync(async () =>
    {
        var id = Dossier(person);
        var held = await dossiers.HeadAsync<AccountHead>(id, cancel);
        if (await judge() is not { } act) return;
        if (held is { } before) await dossiers.CommitAsync(id, before, before.Head, act, cancel);
        else await dossiers.BeginAsync(id, new AccountHead { Of = person }, act, cancel);
    });
}
