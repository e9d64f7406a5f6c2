using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Proposals;

/// <summary>Head of the dossier that holds an authority's proposals.</summary>
public sealed record ProposalsHead : Head
{
    /// <summary>Proposals made so far.</summary>
    public int Count { get; init; }

    /// <summary>Numbers of those that wait for a decision.</summary>
    public IReadOnlyList<int> Open { get; init; } = [];

    /// <summary>Numbers of those that are confirmed and not done; null for none.</summary>
    public IReadOnlyList<int>? Doing { get; init; }
}

/// <summary>Reads the proposals of an authority; they are few and stand in one dossier.</summary>
public sealed class ProposalStore(DossierStore dossiers, string authority)
{
    private const string Prefix = "p|";

    /// <summary>The dossier that holds them.</summary>
    public DossierId Dossier { get; } = new(Table.Installation, Keys.Join(authority, "proposals"));

    /// <summary>Row key of a proposal.</summary>
    public static string KeyOf(int number) => Keys.Join("p", number.ToString("D6", null));

    public ValueTask<Held<ProposalsHead>?> HeadAsync(CancellationToken cancel = default) => dossiers.HeadAsync<ProposalsHead>(Dossier, cancel);

    /// <summary>A proposal, or null.</summary>
    public ValueTask<Proposal?> FindAsync(int number, CancellationToken cancel = default) => dossiers.RowAsync<Proposal>(Dossier, KeyOf(number), cancel);

    /// <summary>All proposals, the newest first.</summary>
    public async ValueTask<IReadOnlyList<Proposal>> ListAsync(CancellationToken cancel = default) =>
        [.. (await dossiers.RowsAsync<Proposal>(Dossier, Prefix, cancel)).OrderByDescending(p => p.Number)];
}
