using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>The tables in which partitions with a head row are dossiers with a chain.</summary>
public static class ChainTables
{
    /// <summary>All but those whose rows no act writes: indexes, keys, drafts, the readable outbox, and the seals themselves.</summary>
    public static readonly IReadOnlyList<Table> All =
        [.. Enum.GetValues<Table>().Except([Table.Due, Table.Links, Table.Outbox, Table.Drafts, Table.SignIns, Table.Trail, Table.Owed, Table.Listed])];
}

/// <summary>What every head has.</summary>
public sealed record AnyHead : Head;
