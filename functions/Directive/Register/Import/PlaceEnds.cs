namespace Directives.Register.Import;

/// <summary>
/// Whether a place can end without a decree: only if nobody ever answered for it, nobody has a duty there, no body is there, and nothing lies below it.
/// </summary>
internal sealed class PlaceEnds(PlanDraft draft)
{
    private readonly Dictionary<string, (DateOnly Last, ImportRow Row)> _told = new(StringComparer.Ordinal);

    /// <summary>The file names the last day of a place.</summary>
    public void Add(string code, DateOnly last, ImportRow row) => _told[code] = (last, row);

    /// <summary>Rows that name a last day which cannot be, each with the reason.</summary>
    public IReadOnlyList<(ImportRow Row, ImportWords Reason)> Refused(IReadOnlyList<Place> after) =>
        _told.Count == 0 ? [] : [.. Of(_told.Select(t => (t.Key, t.Value.Last)), after).Select(r => (_told[r.Key].Row, r.Value))];

    /// <summary>Why places cannot end, by code; those that can are not in it.</summary>
    /// <param name="ends">Codes with their last days.</param>
    /// <param name="after">All places as they would be.</param>
    public IReadOnlyDictionary<string, ImportWords> Of(IEnumerable<(string Code, DateOnly Last)> ends, IReadOnlyList<Place> after)
    {
        var last = ends.ToDictionary(e => e.Code, e => e.Last, StringComparer.Ordinal);
        var reasons = new Dictionary<string, ImportWords>(StringComparer.Ordinal);
        if (last.Count == 0) return reasons;
        var places = draft.Content.Seats.ToDictionary(s => s.Id, s => s.Place, StringComparer.Ordinal);
        foreach (var post in draft.Content.Posts) Bar(places.GetValueOrDefault(post.Seat), "import.place.seat", draft.Name(post.Official));
        foreach (var position in draft.Content.Positions) Bar(position.Place, "import.place.duty", draft.Name(position.Official));
        foreach (var body in draft.Content.Bodies) Bar(body.Place, "import.place.body", body.Names());
        // Until nothing changes: a place below that stays keeps the one above.
        for (var before = -1; before != reasons.Count;)
        {
            before = reasons.Count;
            foreach (var below in after)
            {
                if (below.Parent is { } parent && last.TryGetValue(parent, out var end) && (below.To is null || below.To > end)
                    && (!last.TryGetValue(below.Code, out var own) || own > end || reasons.ContainsKey(below.Code)))
                    Bar(parent, "import.place.below", below.Name);
            }
        }

        return reasons;

        void Bar(string? place, string key, object who)
        {
            if (place is not null && last.ContainsKey(place)) reasons.TryAdd(place, new ImportWords(key, who));
        }
    }
}
