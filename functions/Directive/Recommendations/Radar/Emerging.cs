namespace Directives.Recommendations.Radar;

/// <summary>A difficulty as the radar sees it.</summary>
/// <param name="Place">Code of the place it is about.</param>
/// <param name="On">Local day on which it was raised.</param>
public sealed record RaisedDifficulty(string Id, string Place, DateOnly On, string Text);

/// <summary>A difficulty that rises in several places.</summary>
/// <param name="Id">The latest case that tells it.</param>
/// <param name="Cases">All like cases of the last days, that one included, the latest first.</param>
/// <param name="Places">Places of the last days, by code.</param>
/// <param name="PlacesBefore">In how many places it was raised in as many days before.</param>
public sealed record EmergingDifficulty(string Id, IReadOnlyList<string> Cases, IReadOnlyList<string> Places, int PlacesBefore);

/// <summary>When a difficulty counts as emerging; shown with its rule (<c>radar.emerging.rule</c>). Pure.</summary>
/// <param name="Places">Raised in at least so many places …</param>
/// <param name="Days">… in so many days, today included …</param>
/// <param name="Times">… and in at least so many times the places of as many days before.</param>
public sealed record EmergingRule(int Places, int Days, int Times)
{
    /// <summary>Three places in 60 days, and double of the 60 days before.</summary>
    public static readonly EmergingRule Sample = new(3, 60, 2);

    /// <summary>What its text names: places, days, times.</summary>
    public object[] Arguments => [Places, Days, Times];

    /// <summary>Whether cases that are alike rise; null if not. Places count, not cases: one that raises it five times is still one.</summary>
    /// <param name="alike">Cases of one difficulty; later than today does not count.</param>
    /// <param name="today">Local day.</param>
    public EmergingDifficulty? Judge(IReadOnlyCollection<RaisedDifficulty> alike, DateOnly today)
    {
        var since = today.AddDays(1 - Days);
        var before = since.AddDays(-Days);
        var recent = alike.Where(c => c.On >= since && c.On <= today).OrderByDescending(c => c.On).ThenBy(c => c.Id, StringComparer.Ordinal).ToList();
        var places = recent.Select(c => c.Place).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var earlier = alike.Where(c => c.On >= before && c.On < since).Select(c => c.Place).Distinct(StringComparer.Ordinal).Count();
        return places.Count >= Places && places.Count >= Times * earlier
            ? new EmergingDifficulty(recent[0].Id, [.. recent.Select(c => c.Id)], places, earlier)
            : null;
    }

    /// <summary>All that rise on a day, those in most places first; a case stands in one of them at most.</summary>
    /// <param name="difficulties">Ids are unique; nothing confidential.</param>
    /// <param name="likeness">Holds at least these texts; others it holds are left out, but cost time: one of the last days' cases alone is best.</param>
    public IReadOnlyList<EmergingDifficulty> Find(IReadOnlyCollection<RaisedDifficulty> difficulties, Likeness likeness, DateOnly today)
    {
        var since = today.AddDays(1 - Days);
        var known = difficulties.Where(d => d.On <= today && d.On >= since.AddDays(-Days)).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var waves = known.Values.Where(d => d.On >= since)
            .Select(d => Judge([d, .. likeness.To(CaseKind.Difficulty, d.Text, int.MaxValue, id => id != d.Id && known.ContainsKey(id)).Select(l => known[l.Id])], today))
            .OfType<EmergingDifficulty>()
            .OrderByDescending(w => w.Places.Count).ThenByDescending(w => w.Cases.Count).ThenBy(w => w.Id, StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<EmergingDifficulty>();
        foreach (var wave in waves)
        {
            if (wave.Cases.Any(told.Contains)) continue;
            told.UnionWith(wave.Cases);
            found.Add(wave);
        }

        return found;
    }
}
