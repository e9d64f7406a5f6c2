using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;

namespace Directives.Posts;

/// <summary>The office appoints, ends and hands over (R1): one act on the register; what rests on it is told by <see cref="RegisterKeeper"/>.</summary>
public sealed class PostDesk(RegisterStore registers, RuleBook rules, IAlarm alarm, TimeProvider clock)
{
    /// <summary>Changes who holds a seat from a day on. Null when done.</summary>
    public async Task<PostRefusal?> ChangeAsync(PostChange change, Actor by, string reason, CancellationToken cancel = default)
    {
        if (PostRules.Words(reason) is { } words) return words;
        PostRefusal? refusal = null;
        await registers.ChangeAsync(
            content =>
            {
                (var after, refusal) = PostRules.After(content, RegisterSnapshot.Build(content), change, rules.DayAt(clock.GetUtcNow()));
                return after;
            },
            by, $"{change.Seat}: {change.Official ?? "-"} {change.From:yyyy-MM-dd}. {reason.Trim()}", cancel);
        if (refusal is null) alarm.Changed(registers.Id);
        return refusal;
    }
}
