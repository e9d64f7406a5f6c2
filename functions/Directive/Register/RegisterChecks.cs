namespace Directives.Register;

/// <summary>Everything that can be wrong with a register's content (R1). Pure; finds all problems, not the first.</summary>
internal static class RegisterChecks
{
    public static IReadOnlyList<RegisterProblem> Of(RegisterContent content)
    {
        var problems = new List<RegisterProblem>();
        PlaceChecks.Check(problems, content.Places, _ => null);

        var places = content.Places.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var bodies = content.Bodies.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var officials = content.Officials.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var seats = content.Seats.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (Body body in content.Bodies)
        {
            CheckId(problems, taken, body.Id, "body", body.Name);
            if (body.Leader is { } leader)
                Know(problems, officials, RegisterProblemKind.UnknownOfficial, $"leader of {body.Id}", leader);
            RegisterTexts.Check(problems, body.Id, null, "name", body.Name);
            RegisterTexts.Check(problems, body.Id, null, "English name", body.NameEn);
            RegisterTexts.Check(problems, body.Id, null, "kind", body.Kind);
            if (body.Place is { } place)
                Know(problems, places, RegisterProblemKind.UnknownPlace, body.Id, place);
        }

        CheckClerks(problems, content, bodies);
        foreach (Official official in content.Officials)
        {
            CheckId(problems, taken, official.Id, "official", official.Title);
            CheckOfficial(problems, official);
            if (official.Body is { } body)
                Know(problems, bodies, RegisterProblemKind.UnknownBody, official.Id, body);
        }

        var takenSeats = new HashSet<string>(StringComparer.Ordinal);
        foreach (Seat seat in content.Seats)
        {
            CheckId(problems, takenSeats, seat.Id, "seat", seat.Place);
            Know(problems, places, RegisterProblemKind.UnknownPlace, seat.Id, seat.Place);
        }

        foreach (Position position in content.Positions)
        {
            string who = $"{position.Duty} {position.Official}", where = $"{position.Duty} {position.Place}";
            Know(problems, places, RegisterProblemKind.UnknownPlace, who, position.Place);
            Know(problems, officials, RegisterProblemKind.UnknownOfficial, where, position.Official);
            PlaceChecks.CheckTerm(problems, who, null, position.From, position.To);
        }

        foreach (Substitute substitute in content.Substitutes)
        {
            Know(problems, officials, RegisterProblemKind.UnknownOfficial, $"substitute of {substitute.For}", substitute.By);
            Know(problems, officials, RegisterProblemKind.UnknownOfficial, $"substitution by {substitute.By}", substitute.For);
            PlaceChecks.CheckTerm(problems, $"substitute {substitute.By}", null, substitute.From, substitute.To);
            if (substitute.For == substitute.By)
                problems.Add(new(RegisterProblemKind.SubstituteOfSelf, substitute.By));
        }

        CheckPosts(problems, content.Posts, seats, officials);
        LifeChecks.Check(problems, content, places, seats, officials);
        return problems;
    }

    private static void CheckClerks(List<RegisterProblem> problems, RegisterContent content, HashSet<string> bodies)
    {
        if (content.Bodies.All(b => b.Clerk is null)) return;
        ILookup<string, Official> officials = content.Officials.ToLookup(o => o.Id, StringComparer.Ordinal);
        foreach (Body body in content.Bodies)
        {
            if (body.Clerk is not { } clerk) continue;
            RegisterProblemKind? problem = bodies.Contains(clerk) ? RegisterProblemKind.ClerkIsBody
                : !officials[clerk].Any() ? RegisterProblemKind.UnknownClerk
                : officials[clerk].All(o => o.Body is null) ? RegisterProblemKind.ClerkGone
                : null;
            if (problem is { } kind) problems.Add(new(kind, body.Id, null, clerk));
        }
    }

    private static void CheckOfficial(List<RegisterProblem> problems, Official official)
    {
        RegisterTexts.Check(problems, official.Id, null, "title", official.Title);
        RegisterTexts.Check(problems, official.Id, null, "English title", official.TitleEn);
        if (!RegisterTexts.IsAddress(official.Address))
            problems.Add(new(RegisterProblemKind.BadAddress, official.Id, null, official.Address ?? ""));
        if (official.Language is not ("vi" or "en"))
            problems.Add(new(RegisterProblemKind.BadLanguage, official.Id, null, official.Language ?? ""));
    }

    private static void CheckPosts(
        List<RegisterProblem> problems, IReadOnlyList<Post> posts, HashSet<string> seats, HashSet<string> officials)
    {
        foreach (Post post in posts)
        {
            Know(problems, seats, RegisterProblemKind.UnknownSeat, post.Seat, post.Seat, post.Official);
            Know(problems, officials, RegisterProblemKind.UnknownOfficial, post.Seat, post.Official);
            PlaceChecks.CheckTerm(problems, post.Seat, null, post.From, post.To);
        }

        // A post that ends before it starts is told above and holds on no day.
        foreach (IGrouping<string, Post> ofSeat in posts.Where(p => p.To is null || p.From <= p.To).GroupBy(p => p.Seat))
        {
            Post? last = null;
            foreach (Post post in ofSeat.OrderBy(p => p.From))
            {
                if (last is not null && Term.Overlap(last.From, last.To, post.From, post.To))
                {
                    problems.Add(new(RegisterProblemKind.OverlappingPosts, post.Seat, null,
                        last.Official, post.Official, PlaceChecks.Text(post.From)));
                }

                // The one that lasts longest is what the next may run into.
                if (last is null || (last.To is not null && (post.To is null || post.To > last.To)))
                    last = post;
            }
        }
    }

    private static void CheckId(List<RegisterProblem> problems, HashSet<string> taken, string id, string what, string name)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            problems.Add(new(RegisterProblemKind.EmptyId, id, null, what, name));
            return;
        }

        RegisterTexts.CheckShape(problems, id, null, "id", id, RegisterTexts.LongestId);
        if (!taken.Add(id))
            problems.Add(new(RegisterProblemKind.DuplicateId, id));
    }

    internal static void Know(
        List<RegisterProblem> problems, HashSet<string> known, RegisterProblemKind kind, string subject, string named,
        string? more = null)
    {
        if (!known.Contains(named))
            problems.Add(new(kind, subject, null, more ?? named));
    }
}
