using Directives.Editions;
using Directives.Register;

namespace Directives.Chasing;

/// <summary>The rules of chasing for an edition and the register of the moment; made once for each pair.</summary>
public sealed class Chases(RuleBook rules, RegisterStore registers)
{
    private readonly Dictionary<string, Chase> known = new(StringComparer.Ordinal);
    private readonly Lock guard = new();
    private RegisterSnapshot? register;

    /// <summary>The rules to judge by now.</summary>
    public async ValueTask<Chase> ForAsync(Edition edition, CancellationToken cancel = default)
    {
        var current = await registers.GetAsync(cancel);
        lock (guard)
        {
            if (!ReferenceEquals(current, register))
            {
                known.Clear();
                register = current;
            }

            if (!known.TryGetValue(edition.Id, out var chase)) known[edition.Id] = chase = new Chase(edition, rules.Calendar, current);
            return chase;
        }
    }
}
