using System.Text.Json;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Tests.Dossiers;

/// <summary>Walks the trails of all dossiers and says what is out of order.</summary>
internal static class TrailWalk
{
    private static readonly Table[] Dossiers = [Table.Register, Table.Cycles, Table.Sheets, Table.Mailboxes, Table.Installation, Table.Accounts];

    /// <summary>All that is wrong; empty for sound trails.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(ITables tables, TrailSeal seal)
    {
        var faults = new List<string>();
        foreach (var table in Dossiers)
        {
            var partitions = new Dictionary<string, List<Row>>(StringComparer.Ordinal);
            await foreach (var row in tables.ScanAsync(table))
            {
                if (!partitions.TryGetValue(row.Partition, out var rows)) partitions[row.Partition] = rows = [];
                rows.Add(row.Row);
            }

            foreach (var (partition, rows) in partitions)
            {
                // The register's generations of rows stand beside its dossier and have no head.
                if (rows.Any(r => r.Key == Keys.Head)) faults.AddRange(Of(rows, seal).Select(f => $"{table}:{partition}: {f}"));
            }
        }

        return faults;
    }

    /// <summary>What is wrong with one dossier.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Row> rows, TrailSeal seal)
    {
        var entries = new List<(string Key, TrailEntry Entry)>();
        foreach (var row in rows.Where(r => r.Key.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (Read(row) is { } entry) entries.Add((row.Key, entry));
            else yield return $"{row.Key} cannot be read";
        }

        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        var (before, oldest) = (TrailTip.None, int.MaxValue);
        foreach (var (key, entry) in entries)
        {
            if (entry.Number != before.Number + 1 || key != Keys.Trail(entry.Number)) yield return $"entry {entry.Number} follows {before.Number}";
            if (entry.Before != before.Hash) yield return $"entry {entry.Number} does not follow from the one before";
            if (seal.KeyOf(entry, oldest) is { } under) oldest = under;
            else yield return $"entry {entry.Number} was changed";
            foreach (var row in entry.Rows) digests[row.Key] = row.Digest;
            before = new TrailTip(entry.Number, entry.At, entry.Hash);
        }

        var tip = Stored.Read<AnyHead>(rows.Single(r => r.Key == Keys.Head)).Tip;
        if (tip != before) yield return $"the head names entry {tip.Number} as the last, not {before.Number}";
        foreach (var row in rows.Where(r => r.Key != Keys.Head && !r.Key.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal)))
        {
            if (digests.GetValueOrDefault(row.Key) != TrailSeal.Digest(row.Body.Span)) yield return $"row {row.Key} is not what the trail says";
            digests.Remove(row.Key);
        }

        // A head's digest needs its own type: the product's walk knows it.
        digests.Remove(Keys.Head);
        foreach (var (key, _) in digests.Where(d => d.Value.Length > 0)) yield return $"row {key} is gone";
    }

    private static TrailEntry? Read(Row row)
    {
        try
        {
            return Stored.Read<TrailEntry>(row);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What every head has.</summary>
    internal sealed record AnyHead : Head;
}
