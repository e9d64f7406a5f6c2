using System.Runtime.CompilerServices;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;
using Directives.Tables;

namespace Directives.Chasing;

/// <summary>
/// The rules of chasing for an edition and the register of the moment; made once for each pair. Editions are told apart by what they
/// say, not by their id: a file that was edited keeps its id, and a cycle that opened before keeps its rules.
/// </summary>
public sealed class Chases(RuleBook rules, RegisterStore registers)
{
    private readonly Dictionary<string, Chase> _known = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<Edition, string> _digests = [];
    private readonly Lock _guard = new();
    private RegisterSnapshot? _register;

    /// <summary>The rules to judge by now.</summary>
    public async ValueTask<Chase> ForAsync(Edition edition, CancellationToken cancel = default)
    {
        var digest = _digests.GetValue(edition, static e => TrailSeal.Digest(Stored.Bytes(e)));
        var current = await registers.GetAsync(cancel);
        lock (_guard)
        {
            if (!ReferenceEquals(current, _register))
            {
                _known.Clear();
                _register = current;
            }

            if (!_known.TryGetValue(digest, out var chase)) _known[digest] = chase = new Chase(edition, rules.Calendar, current);
            return chase;
        }
    }
}
