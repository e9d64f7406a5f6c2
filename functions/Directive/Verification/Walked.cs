using System.Text.Json;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Verification;

/// <summary>All rows of one dossier, by key, as a walk holds them; and the list of what is out of order.</summary>
internal sealed class Walked(DossierId id, IReadOnlyDictionary<string, Row> rows, List<Finding> findings)
{
    public DossierId Id => id;

    public IReadOnlyDictionary<string, Row> Rows => rows;

    /// <summary>The record in a row, or default where it is missing or cannot be read, which is written down.</summary>
    public T? Read<T>(string key)
    {
        if (!rows.TryGetValue(key, out var row)) return default;
        try
        {
            return Stored.Read<T>(row);
        }
        catch (JsonException)
        {
            Check(false, $"row '{key}' cannot be read");
            return default;
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
}
