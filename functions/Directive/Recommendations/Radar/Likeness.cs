using System.Runtime.InteropServices;

namespace Directives.Recommendations.Radar;

/// <summary>A text found alike.</summary>
/// <param name="Score">0 to 1; 1 is the same words.</param>
/// <param name="Because">What both say, what weighs most first.</param>
public sealed record LikeText(string Id, double Score, IReadOnlyList<SharedTerm> Because);

/// <summary>What two texts both say.</summary>
/// <param name="Here">How the text asked about says it.</param>
/// <param name="There">How the other says it.</param>
/// <param name="Share">Its part of the score; all parts make 1.</param>
public readonly record struct SharedTerm(string Here, string There, double Share);

/// <summary>
/// The radar's memory: which recommendations are like a text. The cosine of the texts' terms, weighed by how rare a term is among
/// the texts it holds (TF-IDF; Salton and Buckley 1988) and by what it tells (<see cref="TermWeight"/>). It only proposes: merging is a person's act.
/// </summary>
/// <remarks>
/// Pure: no clock, no table; the order in which texts are added does not matter. Not safe for concurrent use. A confidential case must never be added: violations
/// are refused here, those confidential by choice cannot be told by their kind and are the caller's to keep away.
/// </remarks>
/// <param name="thesaurus">What counts as the same.</param>
public sealed class Likeness(Thesaurus thesaurus)
{
    /// <summary>From this score on two texts are shown as alike: chosen on the tuning half of the labelled pairs (recall 0.87, precision 0.84 there).</summary>
    public const double Threshold = 0.40;

    /// <summary>
    /// How rare a term is, is reckoned among no fewer texts than this: among seven, what three say would count as common, and they would not be
    /// alike. Fewer than the tuning half holds, so that its threshold stands.
    /// </summary>
    public const int Fewest = 180;

    private const int MostReasons = 5;
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<List<Posting>> _postings = [];
    private readonly List<Entry> _entries = [];
    private double[] _lengths = [];
    private double[] _dots = [];

    /// <summary>How many texts it holds.</summary>
    public int Count => _entries.Count;

    /// <summary>Keeps a text.</summary>
    /// <exception cref="ArgumentException">It is a violation, which is always confidential, or the id is there already.</exception>
    public void Add(string id, CaseKind kind, string text)
    {
        if (kind == CaseKind.Violation) throw new ArgumentException("A confidential recommendation is never compared with others.", nameof(kind));
        if (!_ids.TryAdd(id, _entries.Count)) throw new ArgumentException($"'{id}' is there already.", nameof(id));
        var said = Said(text).Select(s => new Posting(TermOf(s.Term.Key), (float)s.Weight)).ToArray();
        foreach (var posting in said) _postings[posting.At].Add(posting with { At = _entries.Count });
        _entries.Add(new Entry(id, kind, text, said));
    }

    /// <summary>The texts of a kind that are like one, the most alike first.</summary>
    /// <param name="most">No more than so many.</param>
    /// <param name="among">Which ids may be shown; null for all. Merged ones, the same place and cycle, or itself are left out by this.</param>
    public IReadOnlyList<LikeText> To(CaseKind kind, string text, int most, Func<string, bool>? among = null, double atLeast = Threshold)
    {
        var weighed = Weighed(text);
        var length = Length(weighed);
        if (length == 0) return [];
        var dots = Dots();
        foreach (var (term, weight) in weighed)
        {
            if (!_terms.TryGetValue(term.Key, out var at)) continue;
            var rarity = Rarity(_postings[at].Count);
            foreach (var posting in CollectionsMarshal.AsSpan(_postings[at])) dots[posting.At] += weight * posting.Weight * rarity;
        }

        var lengths = Lengths();
        var found = new List<(int At, double Score)>();
        for (var i = 0; i < dots.Length; i++)
        {
            if (dots[i] <= 0 || _entries[i].Kind != kind) continue;
            var score = Math.Min(1, dots[i] / (length * lengths[i]));
            if (score >= atLeast && (among is null || among(_entries[i].Id))) found.Add((i, score));
        }

        return
        [
            .. found.OrderByDescending(f => f.Score).ThenBy(f => _entries[f.At].Id, StringComparer.Ordinal).Take(most)
                .Select(f => new LikeText(_entries[f.At].Id, f.Score, Because(text, weighed, _entries[f.At].Text))),
        ];
    }

    /// <summary>How alike two texts are, 0 to 1, by what is rare among the texts held here; it does not matter which is first.</summary>
    public double Between(string one, string other)
    {
        var (a, b) = (Weighed(one), Weighed(other));
        var lengths = Length(a) * Length(b);
        return lengths == 0 ? 0 : Math.Min(1, Shared(a, b).Sum(s => s.Dot) / lengths);
    }

    private static double Length(List<(Term Term, double Weight)> weighed) => Math.Sqrt(weighed.Sum(w => w.Weight * w.Weight));

    // In an order of their own, so that a sum does not depend on which text is first.
    private static List<(Term Here, Term There, double Dot)> Shared(List<(Term Term, double Weight)> here, List<(Term Term, double Weight)> there)
    {
        var others = there.ToDictionary(t => t.Term.Key, StringComparer.Ordinal);
        return
        [
            .. here.Where(h => others.ContainsKey(h.Term.Key)).OrderBy(h => h.Term.Key, StringComparer.Ordinal)
                .Select(h => (h.Term, others[h.Term.Key].Term, h.Weight * others[h.Term.Key].Weight)),
        ];
    }

    private List<SharedTerm> Because(string text, List<(Term Term, double Weight)> weighed, string other)
    {
        var shared = Shared(weighed, Weighed(other));
        var all = shared.Sum(s => s.Dot);
        return
        [
            .. shared.OrderByDescending(s => s.Dot).ThenBy(s => s.Here.Start).Take(MostReasons)
                .Select(s => new SharedTerm(text.Substring(s.Here.Start, s.Here.Length), other.Substring(s.There.Start, s.There.Length), s.Dot / all)),
        ];
    }

    private List<(Term Term, double Weight)> Weighed(string text) =>
        [.. Said(text).Select(s => (s.Term, s.Weight * Rarity(_terms.TryGetValue(s.Term.Key, out var at) ? _postings[at].Count : 0)))];

    // Each term once; saying it again adds less and less.
    private List<(Term Term, double Weight)> Said(string text) =>
        [.. thesaurus.Terms(text).GroupBy(t => t.Key, StringComparer.Ordinal).Select(g => (g.First(), (int)g.First().Weight * (1 + Math.Log(g.Count()))))];

    private double Rarity(int texts) => Math.Log((Math.Max(Count, Fewest) + 1) / (texts + 0.5));

    private int TermOf(string key)
    {
        if (_terms.TryGetValue(key, out var at)) return at;
        _terms.Add(key, _postings.Count);
        _postings.Add([]);
        return _postings.Count - 1;
    }

    // Each text changes how rare terms are, and with it the length of all others: worked out once, when next asked.
    private double[] Lengths()
    {
        if (_lengths.Length == _entries.Count) return _lengths;
        var rarities = _postings.ConvertAll(p => Rarity(p.Count));
        _lengths = new double[_entries.Count];
        for (var i = 0; i < _lengths.Length; i++)
        {
            var sum = 0.0;
            foreach (var said in _entries[i].Said)
            {
                var weight = said.Weight * rarities[said.At];
                sum += weight * weight;
            }

            _lengths[i] = Math.Sqrt(sum);
        }

        return _lengths;
    }

    // One array for all questions: a new one each time is large enough to be collected late.
    private Span<double> Dots()
    {
        if (_dots.Length < _entries.Count) _dots = new double[_entries.Count + (_entries.Count / 8)];
        var dots = _dots.AsSpan(0, _entries.Count);
        dots.Clear();
        return dots;
    }

    // A term and its weight in a text, or a text and the weight of a term in it.
    private readonly record struct Posting(int At, float Weight);

    private sealed record Entry(string Id, CaseKind Kind, string Text, Posting[] Said);
}
