using Directives.Editions;
using Directives.Register;

namespace Directives.Chasing;

/// <summary>The rules of chasing for an edition and the register of the moment; made once for each pair.</summary>
public sealed class Chases(RuleBook rules, RegisterStore registers)
{
    private readonly Dictionary<string, Chase> _known = new(StringComparer.Ordinal);
    private readonly Lock _guard = new();
    private RegisterSnapshot? _register;

    /// <summary>The rules to judge by now.</summary>
    public async ValueTask<Chase> ForAsync(Edition edition, CancellationToken cancel = default)
    {
        var current = await registers.GetAsync(cancel);
        lock (_guard)
        {
            if (!ReferenceEquals(current, _register))
            {
                _known.Clear();
                _register = current;
            }

            if (!_known.TryGetValue(edition.Id, out var chase)) _known[edition.Id] = chase = new Chase(edition, rules.Calendar, current);
            return chase;
        }
    }
}
