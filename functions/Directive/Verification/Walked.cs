using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Verification;

/// <summary>All rows of one dossier, by key, as a walk holds them; and the list of what is out of order.</summary>
internal sealed class Walked(DossierId id, IReadOnlyDictionary<string, Row> rows, List<Finding> findings)
{
    public DossierId Id => id;

    public IReadOnlyDictionary<string, Row> Rows => rows;

    /// <summary>The record in a row, or default where it is missing.</summary>
    public T? Read<T>(string key) => rows.TryGetValue(key, out var row) ? Stored.Read<T>(row) : default;

    /// <summary>The records whose keys start with a prefix.</summary>
    public IEnumerable<T> All<T>(string prefix) =>
        rows.Where(r => r.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(r => Stored.Read<T>(r.Value));

    /// <summary>Writes down that something is out of order unless it holds.</summary>
    public void Check(bool holds, string what)
    {
        if (!holds) findings.Add(new Finding(id.ToString(), what));
    }
}
