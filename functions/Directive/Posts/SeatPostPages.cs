using Directives.Access;
using Directives.Reports;

namespace Directives.Posts;

/// <summary>Answers the office's page of a seat's posts from the register.</summary>
public sealed class SeatPostPages(Installation installation)
{
    /// <summary>The page of a seat; null where there is none.</summary>
    public async ValueTask<SeatPostView?> ViewAsync(string seat, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        if (register.Seat(seat) is not { } found) return null;
        return new SeatPostView
        {
            Seat = found,
            Place = register.PlaceOf(found.Place)?.Name ?? found.Place,
            Held = [.. register.PostsAt(seat).Select(p => new HeldRow(register.Official(p.Official)!.Titles(), p.From, p.To))],
            Today = installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow()),
            Offered = TypedOfficial.Offered(register),
        };
    }

    /// <summary>Does what was typed; what is wrong with it, or empty once it is done.</summary>
    public async Task<IReadOnlyList<FieldProblem>> ChangeAsync(string seat, SeatPostForm typed, PersonSession by, CancellationToken cancel)
    {
        var problems = new List<FieldProblem>();
        var register = await installation.Registers.GetAsync(cancel);
        var official = typed.Official.Trim().Length == 0 ? null : TypedOfficial.Find(typed.Official, register);
        if (official is null && typed.Official.Trim().Length > 0) problems.Add(new FieldProblem("official", "posts.problem.UnknownOfficial", typed.Official.Trim()));
        var from = VisitRules.Date(typed.From);
        if (from is null) problems.Add(new FieldProblem("from", "posts.problem.date", typed.From.Trim()));
        var reason = PlainText.Normalize(typed.Reason);
        if (PlainText.FirstControl(reason) is { } found) problems.Add(new FieldProblem("reason", "office.problem.control-character", found.Name, found.Position));
        if (problems.Count > 0) return problems;
        return await installation.Posts.ChangeAsync(new PostChange(seat, official?.Id, from!.Value), by.Actor, reason, cancel) is { } refusal ? [Problem(refusal)] : [];
    }

    private static FieldProblem Problem(PostRefusal refusal) => refusal switch
    {
        PostRefusal.NoReason => new FieldProblem("reason", "office.problem.NoReason"),
        PostRefusal.ReasonTooLong => new FieldProblem("reason", "office.problem.ReasonTooLong", RoundRules.LongestReason),
        PostRefusal.DateTooEarly => new FieldProblem("from", "posts.problem.DateTooEarly", PostRules.DaysBack),
        PostRefusal.DateTooLate or PostRefusal.LaterPost or PostRefusal.BeforeItBegan or PostRefusal.PlaceEnded => new FieldProblem("from", $"posts.problem.{refusal}"),
        _ => new FieldProblem("official", $"posts.problem.{refusal}"),
    };
}
