using System.Collections.Concurrent;
using Directives.Tables;

namespace Directives.Dossiers;

/// <summary>The last act of this process on each of some dossiers; it forgets when there are too many, which costs a read each.</summary>
internal sealed class LastActs
{
    // Of a nation's posts those that something happens to within a day; some kilobytes each.
    private const int Most = 4096;

    // Texts of reports and recommendations are read again rather than kept.
    private const int LargestRow = 4 * 1024;
    private const int LargestAct = 64 * 1024;

    private readonly ConcurrentDictionary<DossierId, LastAct> _acts = new();

    public LastAct? Find(DossierId id) => _acts.GetValueOrDefault(id);

    public void Forget(DossierId id) => _acts.TryRemove(id, out _);

    public void Remember(DossierId id, LastAct act)
    {
        if (_acts.Count >= Most) _acts.Clear();
        // Of two acts at once the later one counts, whichever is remembered first.
        _acts.AddOrUpdate(id, act, (_, known) => known.Number > act.Number ? known : act);
    }

    /// <summary>The rows that are small enough to keep.</summary>
    public static IReadOnlyList<RowChange> Small(IReadOnlyList<RowChange> changes)
    {
        var small = changes.Where(c => c.Body.Length <= LargestRow).ToList();
        return small.Sum(c => c.Body.Length) <= LargestAct ? small : [];
    }
}
