using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Verification;

/// <summary>All rows of one dossier, by key, as a walk holds them; and the list of what is out of order.</summary>
internal sealed class Walked(DossierId id, IReadOnlyDictionary<string, Row> rows, List<Finding> findings)
{
    public DossierId Id => id;

    public IReadOnlyDictionary<string, Row> Rows => rows;

    /// <summary>Whether the partition is a dossier, or was one: others hold rows that no act writes.</summary>
    public bool IsDossier => rows.ContainsKey(Keys.Head) || rows.Keys.Any(k => k.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal));

    /// <summary>Walks a table, partition by partition.</summary>
    public static async IAsyncEnumerable<Walked> AllAsync(
        ITables tables, Table table, List<Finding> findings, [EnumeratorCancellation] CancellationToken cancel)
    {
        string? partition = null;
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        await foreach (var scanned in tables.ScanAsync(table, cancel))
        {
            if (partition is not null && partition != scanned.Partition)
            {
                yield return new Walked(new DossierId(table, partition), rows, findings);
                rows = new Dictionary<string, Row>(StringComparer.Ordinal);
            }

            partition = scanned.Partition;
            rows[scanned.Row.Key] = scanned.Row;
        }

        if (partition is not null) yield return new Walked(new DossierId(table, partition), rows, findings);
    }

    /// <summary>The record in a row, or default where it is missing or cannot be read, which is written down.</summary>
    public T? Read<T>(string key)
    {
        if (!rows.TryGetValue(key, out var row)) return default;
        if (TryRead<T>(row, out var record)) return record;
        Check(false, $"row '{key}' cannot be read");
        return default;
    }

    /// <summary>The record in a row, unless it cannot be read.</summary>
    public static bool TryRead<T>(Row row, [NotNullWhen(true)] out T? record)
    {
        try
        {
            record = Stored.Read<T>(row)!;
            return true;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            record = default;
            return false;
        }
    }

    /// <summary>The records whose keys start with a prefix.</summary>
    public IEnumerable<T> All<T>(string prefix) =>
        rows.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(Read<T>).OfType<T>();

    /// <summary>Writes down that something is out of order unless it holds.</summary>
    public void Check(bool holds, string what)
    {
        if (!holds) findings.Add(new Finding(id.ToString(), what));
    }

    /// <summary>Writes down what is out of order, and from which entry of the trail on.</summary>
    public void Bad(string what, long? entry, DateTimeOffset? at) => findings.Add(new Finding(id.ToString(), what, entry, at));
}
