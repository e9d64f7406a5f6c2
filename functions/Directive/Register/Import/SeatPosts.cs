using Directives.Posts;

namespace Directives.Register.Import;

/// <summary>The posts of one seat, as they are and as the rows of a file say.</summary>
internal sealed class SeatPosts(PlanDraft draft, string seat, IReadOnlyList<Post> before)
{
    private readonly Dictionary<Post, ImportRow> _told = [];
    private readonly Dictionary<Post, Post> _changes = [];
    private readonly List<(ImportRow Row, Post Post)> _new = [];
    private bool _stopped;

    // Papers come late, but what is owed since then was told to somebody.
    private DateOnly Earliest => draft.Day.AddDays(-PostRules.DaysBack);

    public bool IsChanged => _changes.Count + _new.Count > 0;

    /// <summary>All posts of the seat afterwards, by their first days.</summary>
    public IEnumerable<Post> After => before.Select(p => _changes.GetValueOrDefault(p, p)).Concat(_new.Select(n => n.Post)).OrderBy(p => p.From);

    /// <summary>A row that names nobody: the seat is vacant, or so it should be.</summary>
    public void Nobody(ImportRow row)
    {
        if (before.FirstOrDefault(p => Term.Holds(p.From, p.To, draft.Day)) is { } held) Wrong(row, "import.wrong.no-official", draft.Name(held.Official));
    }

    /// <summary>A row that names somebody.</summary>
    public void Read(ImportRow row)
    {
        var (official, from) = (row["official"], row.Day("from"));
        var known = from is { } day
            ? before.FirstOrDefault(p => p.From == day)
            : before.FirstOrDefault(p => p.Official == official && (p.To is null || p.To >= draft.Day));
        if (known is null) Begin(row, official, from ?? draft.Day);
        else if (!_told.TryAdd(known, row)) Wrong(row, RegisterProblemKind.OverlappingPosts, seat, known.Official, official, PlaceChecks.Text(known.From));
        else if (known.Official != official) Other(row, known, official);
        else if (row.DayOr("to", known.To) is var to && to != known.To) End(row, known, to);
    }

    /// <summary>Compares the posts with each other, once all rows are read.</summary>
    public void Settle()
    {
        foreach (var (row, post) in _new.ToList()) TakeOver(row, post);
        if (!_stopped)
        {
            var all = After.ToList();
            foreach (var (earlier, later) in all.Zip(all.Skip(1)).Where(p => Term.Overlap(p.First.From, p.First.To, p.Second.From, p.Second.To)))
            {
                if ((RowOf(later) ?? RowOf(earlier)) is { } row) Wrong(row, RegisterProblemKind.OverlappingPosts, seat, earlier.Official, later.Official, PlaceChecks.Text(later.From));
            }
        }

        foreach (var post in before.Where(p => !_told.ContainsKey(p) && !_changes.ContainsKey(p) && (p.To is null || p.To >= draft.Day))) Left(draft, post);
        // Nothing of a seat is done by halves.
        if (!_stopped) return;
        _changes.Clear();
        _new.Clear();
    }

    /// <summary>Says of a post that it is not in the file.</summary>
    public static void Left(PlanDraft draft, Post post) => draft.Gone(post.Seat, new ImportWords("import.gone.post", draft.Name(post.Official), post.From));

    private void Begin(ImportRow row, string official, DateOnly from)
    {
        var to = row.Day("to");
        if (to < from) Wrong(row, RegisterProblemKind.EndBeforeStart, seat, PlaceChecks.Text(from), PlaceChecks.Text(to.Value));
        else _new.Add((row, new Post(seat, official, from, to)));
    }

    // Who held a seat in the past is not rewritten.
    private void Other(ImportRow row, Post known, string official)
    {
        if (known.From < draft.Day)
        {
            Wrong(row, "import.wrong.post-past", draft.Name(known.Official), known.From);
            return;
        }

        var to = row.DayOr("to", known.To);
        if (to < known.From)
        {
            Wrong(row, RegisterProblemKind.EndBeforeStart, seat, PlaceChecks.Text(known.From), PlaceChecks.Text(to.Value));
            return;
        }

        _changes[known] = known with { Official = official, To = to };
        draft.Changed(row, new ImportWords("import.post.instead", draft.Name(official), draft.Name(known.Official), known.From));
    }

    private void End(ImportRow row, Post known, DateOnly? to)
    {
        if (known.To < draft.Day)
        {
            Wrong(row, "import.wrong.post-over", draft.Name(known.Official), known.To);
            return;
        }

        if (to < known.From)
        {
            Wrong(row, RegisterProblemKind.EndBeforeStart, seat, PlaceChecks.Text(known.From), PlaceChecks.Text(to.Value));
            return;
        }

        if (to < Earliest.AddDays(-1))
        {
            Wrong(row, "import.wrong.post-early", PostRules.DaysBack);
            return;
        }

        _changes[known] = known with { To = to };
        draft.Changed(row, to is null ? new ImportWords("import.post.goes-on", draft.Name(known.Official)) : new ImportWords("import.post.ends", draft.Name(known.Official), to));
    }

    private void TakeOver(ImportRow row, Post post)
    {
        // Only a post that the file does not speak of ends by itself; of the others it says itself when they end.
        var former = before.LastOrDefault(p => p.To is null && p.From < post.From && !_told.ContainsKey(p) && !_changes.ContainsKey(p));
        if (former is null)
        {
            draft.New(row, new ImportWords("import.post.new", draft.Name(post.Official), post.From));
            return;
        }

        if (former.Official == post.Official)
        {
            _stopped = true;
            draft.Ambiguous(row, new ImportWords("import.ambiguous.post", draft.Name(post.Official), former.From));
            return;
        }

        if (post.From < Earliest)
        {
            Wrong(row, "import.wrong.post-early", PostRules.DaysBack);
            return;
        }

        _changes[former] = former with { To = post.From.AddDays(-1) };
        draft.Changed(row, new ImportWords("import.post.handed-over", draft.Name(former.Official), draft.Name(post.Official), post.From));
    }

    private ImportRow? RowOf(Post post) => _new.Where(n => n.Post == post).Select(n => n.Row).FirstOrDefault()
        ?? _told.Where(t => _changes.GetValueOrDefault(t.Key, t.Key) == post).Select(t => t.Value).FirstOrDefault();

    private void Wrong(ImportRow row, string key, params IReadOnlyList<object?> args)
    {
        _stopped = true;
        draft.Wrong(row, key, args);
    }

    private void Wrong(ImportRow row, RegisterProblemKind kind, string subject, params IReadOnlyList<string> more)
    {
        _stopped = true;
        draft.Wrong(row, kind, subject, more);
    }
}
