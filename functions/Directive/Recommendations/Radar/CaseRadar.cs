namespace Directives.Recommendations.Radar;

/// <summary>
/// The radar over all recommendations that are not confidential: in memory, one for the process, built from <see cref="CaseList"/> when it is first
/// asked and kept up by what was written since. It may know a case that was never raised after all: whoever shows one asks the case.
/// </summary>
public sealed class CaseRadar(CaseList list) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Likeness _likeness = new(Thesaurus.Vietnamese);
    private readonly Dictionary<string, ListedCase> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ListedCase>> _byPlace = new(StringComparer.Ordinal);
    private DateOnly _until = DateOnly.MinValue;
    private (int Cases, DateOnly Day, EmergingRule? Rule) _judged;
    private IReadOnlyList<EmergingDifficulty> _emerging = [];

    /// <summary>Cases like a text, the most alike first.</summary>
    /// <param name="among">Which of them may be shown.</param>
    public async Task<IReadOnlyList<(ListedCase Case, LikeText Like)>> LikeAsync(
        CaseKind kind, string text, int most, Func<ListedCase, bool> among, CancellationToken cancel = default)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await CatchUpAsync(cancel);
            return [.. _likeness.To(kind, text, most, id => among(_cases[id])).Select(l => (_cases[l.Id], l))];
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Cases of places, the latest first.</summary>
    public async Task<IReadOnlyList<ListedCase>> OfPlacesAsync(IReadOnlyCollection<string> places, int most, CancellationToken cancel = default)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await CatchUpAsync(cancel);
            return [.. places.SelectMany(p => _byPlace.GetValueOrDefault(p) ?? []).OrderByDescending(c => c.On).ThenBy(c => c.Id, StringComparer.Ordinal).Take(most)];
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Difficulties that rise on a day; worked out once until another case comes.</summary>
    public async Task<IReadOnlyList<(EmergingDifficulty Emerging, ListedCase Latest)>> EmergingAsync(EmergingRule rule, DateOnly today, CancellationToken cancel = default)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await CatchUpAsync(cancel);
            if (_judged != (_cases.Count, today, rule))
            {
                var late = _cases.Values.Where(c => c.Kind == CaseKind.Difficulty && c.On > today.AddDays(-2 * rule.Days) && c.On <= today)
                    .Select(c => new RaisedDifficulty(c.Id, c.Place, c.On, c.Text)).ToList();
                var own = new Likeness(Thesaurus.Vietnamese);
                foreach (var one in late) own.Add(one.Id, CaseKind.Difficulty, one.Text);
                _emerging = rule.Find(late, own, today);
                _judged = (_cases.Count, today, rule);
            }

            return [.. _emerging.Select(e => (e, _cases[e.Id]))];
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task CatchUpAsync(CancellationToken cancel)
    {
        // A day again: what was written late stands among it.
        var since = _until > DateOnly.MinValue.AddDays(1) ? _until.AddDays(-1) : _until;
        foreach (var one in await list.SaidSinceAsync(since, cancel))
        {
            if (one.On > _until) _until = one.On;
            if (one.Kind == CaseKind.Violation || !_cases.TryAdd(one.Id, one)) continue;
            _likeness.Add(one.Id, one.Kind, one.Text);
            if (!_byPlace.TryGetValue(one.Place, out var at)) _byPlace.Add(one.Place, at = []);
            at.Add(one);
        }
    }
}
