using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Tests.Dossiers;

/// <summary>Compares every head with the due index.</summary>
internal static class DueWalk
{
    private static readonly Table[] Woken = [Table.Cycles, Table.Sheets, Table.Mailboxes, Table.Installation];

    /// <summary>Dossiers that want attention and stand on no list in time: none, ever.</summary>
    public static async Task<IReadOnlyList<string>> ForgottenAsync(ITables tables, DueIndex due, DateTimeOffset now)
    {
        var first = new Dictionary<DossierId, DateTimeOffset>();
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            foreach (var entry in await due.AllAsync(shard, CancellationToken.None))
            {
                if (!first.TryGetValue(entry.Id, out var known) || entry.At < known) first[entry.Id] = entry.At;
            }
        }

        var forgotten = new List<string>();
        foreach (var table in Woken)
        {
            await foreach (var row in tables.ScanAsync(table))
            {
                if (row.Row.Key != Keys.Head || Stored.Read<TrailWalk.AnyHead>(row.Row).Next is not { } next) continue;
                var id = new DossierId(table, row.Partition);
                var latest = next > now ? next : now;
                if (!first.TryGetValue(id, out var at) || at > latest) forgotten.Add($"{id} wants {next:O}, listed {(at == default ? "never" : $"{at:O}")}");
            }
        }

        return forgotten;
    }
}
