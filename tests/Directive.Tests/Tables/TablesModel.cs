using System.Text;
using Directives.Tables;

namespace Directives.Tests.Tables;

/// <summary>One partition as simply as it can be said, to compare the stores with.</summary>
internal sealed class TablesModel
{
    private readonly SortedDictionary<string, (string Body, string Version)> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _history = [];

    public string? VersionOf(string key) => rows.TryGetValue(key, out var row) ? row.Version : null;

    /// <summary>A version that the row had once and has no more.</summary>
    public string? OldVersionOf(string key) =>
        _history.TryGetValue(key, out var versions) ? versions.LastOrDefault(version => version != VersionOf(key)) : null;

    /// <summary>Why a batch is refused, by the first of its changes that cannot be.</summary>
    public (Type Kind, string Key)? Refusal(IReadOnlyList<RowChange> changes)
    {
        foreach (var change in changes)
        {
            var there = rows.TryGetValue(change.Key, out var row);
            if (change is Insert && there) return (typeof(RowExistsException), change.Key);
            if ((change is Delete delete && (!there || (delete.Version is { } version && version != row.Version))) || (change is Replace replace && (!there || row.Version != replace.Version)))
                return (typeof(VersionRaceException), change.Key);
        }

        return null;
    }

    public void Apply(IReadOnlyList<RowChange> changes, IReadOnlyList<string> versions)
    {
        Assert.Equal(changes.Count, versions.Count);
        for (var i = 0; i < changes.Count; i++)
        {
            var key = changes[i].Key;
            if (changes[i] is Delete)
            {
                Assert.Equal("", versions[i]);
                rows.Remove(key);
                continue;
            }

            if (!_history.TryGetValue(key, out var old)) _history[key] = old = [];
            Assert.DoesNotContain(versions[i], old);
            old.Add(versions[i]);
            rows[key] = (Encoding.UTF8.GetString(changes[i].Body.Span), versions[i]);
        }
    }

    public string[] Keys(KeyRange range, int? limit) => [.. rows.Keys.Where(range.Contains).Take(limit ?? int.MaxValue)];

    public string Dump() => string.Join('\n', rows.Select(row => $"{row.Key} = {row.Value.Body} @ {row.Value.Version}"));
}
