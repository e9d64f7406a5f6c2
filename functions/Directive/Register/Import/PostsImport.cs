namespace Directives.Register.Import;

/// <summary>
/// What a file of posts would change (R1); pure. A post is matched by its seat and its days. A new one on a seat that somebody holds is a hand-over: the
/// former ends the day before. What is over stays as it was, and a post that the file leaves out goes on: its end is said with a day.
/// </summary>
internal static class PostsImport
{
    public static ImportPlan Of(PlanDraft draft)
    {
        var (finder, officials) = (new SeatFinder(draft), draft.Content.Officials.Select(o => o.Id).ToHashSet(StringComparer.Ordinal));
        var before = draft.Content.Posts.ToLookup(p => p.Seat, StringComparer.Ordinal);
        var seats = new Dictionary<string, SeatPosts>(StringComparer.Ordinal);
        var order = new List<SeatPosts>();
        foreach (var read in draft.All())
        {
            if (finder.Of(read) is not { } seat) continue;
            var row = read.Called(seat.Id);
            draft.Met(row);
            if (!seats.TryGetValue(seat.Id, out var posts))
            {
                seats.Add(seat.Id, posts = new SeatPosts(draft, seat.Id, [.. before[seat.Id].OrderBy(p => p.From)]));
                order.Add(posts);
            }

            if (row["official"].Length == 0) posts.Nobody(row);
            else if (!officials.Contains(row["official"])) draft.Wrong(row, RegisterProblemKind.UnknownOfficial, seat.Id, row["official"]);
            else posts.Read(row);
        }

        foreach (var posts in order) posts.Settle();
        foreach (var seat in draft.Content.Seats.Where(s => !seats.ContainsKey(s.Id) && !draft.Broken.Contains(s.Id)))
        {
            foreach (var post in before[seat.Id].Where(p => p.To is null || p.To >= draft.Day)) SeatPosts.Left(draft, post);
        }

        if (order.TrueForAll(s => !s.IsChanged)) return draft.Done(draft.Content);
        var used = order.Where(s => s.IsChanged).SelectMany(s => s.After).Select(p => p.Seat).ToHashSet(StringComparer.Ordinal);
        return draft.Done(draft.Content with
        {
            Seats = [.. draft.Content.Seats, .. finder.Made.Where(s => used.Contains(s.Id))],
            Posts = [.. draft.Content.Posts.Where(p => !(seats.TryGetValue(p.Seat, out var s) && s.IsChanged)), .. order.Where(s => s.IsChanged).SelectMany(s => s.After)],
        });
    }
}
