using System.Runtime.CompilerServices;
using Directives.Assistants;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;
using Directives.Tables;

namespace Directives.Chasing;

/// <summary>
/// The rules of chasing for an edition, the register and the assistants of the moment; made once for each of these. Editions are told apart by what they
/// say, not by their id: a file that was edited keeps its id, and a cycle that opened before keeps its rules.
/// </summary>
public sealed class Chases(RuleBook rules, RegisterStore registers, AssistantStore assistants)
{
    private readonly Dictionary<string, Chase> _known = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<Edition, string> _digests = [];
    private readonly Lock _guard = new();
    private RegisterSnapshot? _register;
    private AssistantSet? _assistants;

    /// <summary>The rules to judge by now.</summary>
    public async ValueTask<Chase> ForAsync(Edition edition, CancellationToken cancel = default)
    {
        var digest = _digests.GetValue(edition, static e => TrailSeal.Digest(Stored.Bytes(e)));
        var current = await registers.GetAsync(cancel);
        var named = await assistants.GetAsync(cancel);
        lock (_guard)
        {
            if (!ReferenceEquals(current, _register) || !ReferenceEquals(named, _assistants))
            {
                _known.Clear();
                (_register, _assistants) = (current, named);
            }

            if (!_known.TryGetValue(digest, out var chase)) _known[digest] = chase = new Chase(edition, rules.Calendar, current, named);
            return chase;
        }
    }
}
