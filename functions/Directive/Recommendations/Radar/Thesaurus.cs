using System.Text;

namespace Directives.Recommendations.Radar;

/// <summary>How much a term says about a recommendation.</summary>
public enum TermWeight
{
    /// <summary>Any other syllable.</summary>
    Word = 1,

    /// <summary>What it is about: a road, a school, a dike.</summary>
    Matter = 2,

    /// <summary>What is wrong or wanted: broken, too dear, not yet paid.</summary>
    Trouble = 3,
}

/// <summary>One thing a text says.</summary>
/// <param name="Key">The same for all phrases that mean it.</param>
/// <param name="Start">Where it stands first, in characters of the text.</param>
/// <param name="Length">Characters, as written there.</param>
public readonly record struct Term(string Key, TermWeight Weight, int Start, int Length);

/// <summary>
/// What a text says, whichever of several usual phrases it says it with: "xuống cấp" is "hư hỏng", "UBND" is "ủy ban nhân dân". The words are
/// data (<c>thesaurus.txt</c>); what it does not know counts as it stands, without marks. Pure and safe for concurrent use.
/// </summary>
public sealed class Thesaurus
{
    private const string Resource = "Directives.Recommendations.Radar.thesaurus.txt";
    private static readonly Lazy<Thesaurus> _vietnamese = new(() => new Thesaurus(Read()));
    private readonly Dictionary<string, string> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _barePhrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _saysNothing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _troubles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longest = new(StringComparer.Ordinal);

    private Thesaurus(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.StartsWith('#') || line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) continue;
            var label = line[..colon].TrimStart('!').Trim();
            if (line[0] == '!') _troubles.Add(label);
            foreach (var phrase in line[(colon + 1)..].Split(','))
            {
                var syllables = Syllables.Of(phrase);
                if (syllables.Count == 0) continue;
                if (label == "-") _saysNothing.UnionWith(syllables.Select(s => s.Folded));
                else Add(label, syllables);
            }
        }
    }

    /// <summary>That of provincial offices.</summary>
    public static Thesaurus Vietnamese => _vietnamese.Value;

    /// <summary>One that knows what says nothing, and no phrases: for comparison.</summary>
    public static Thesaurus WordsAlone { get; } = new(Read().Where(l => l.StartsWith('-')));

    /// <summary>What a text says, each occurrence on its own, in order.</summary>
    public IEnumerable<Term> Terms(string text)
    {
        var syllables = Syllables.Of(text);
        var bare = Syllables.AreBare(syllables);
        for (var i = 0; i < syllables.Count;)
        {
            var (label, length) = Longest(syllables, i, bare);
            if (label is not (null or "="))
            {
                var start = syllables[i].Start;
                yield return new Term($"{label}:", _troubles.Contains(label) ? TermWeight.Trouble : TermWeight.Matter, start, syllables[i + length - 1].End - start);
            }
            else
            {
                foreach (var syllable in syllables.Skip(i).Take(length))
                {
                    if (!_saysNothing.Contains(syllable.Folded) && !syllable.Folded.All(char.IsDigit))
                        yield return new Term(syllable.Folded, TermWeight.Word, syllable.Start, syllable.Length);
                }
            }

            i += length;
        }
    }

    private static List<string> Read()
    {
        using var stream = typeof(Thesaurus).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program lacks its resource {Resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }

    private void Add(string label, List<Syllable> syllables)
    {
        _phrases.TryAdd(string.Join(' ', syllables.Select(s => s.Marked)), label);
        foreach (var first in new[] { syllables[0].Marked, syllables[0].Folded })
            _longest[first] = Math.Max(_longest.GetValueOrDefault(first), syllables.Count);

        // One syllable without its marks means too many things.
        if (syllables.Count > 1) _barePhrases.TryAdd(string.Join(' ', syllables.Select(s => s.Folded)), label);
    }

    private (string? Label, int Length) Longest(List<Syllable> syllables, int at, bool bare)
    {
        var phrases = bare ? _barePhrases : _phrases;
        var longest = _longest.GetValueOrDefault(bare ? syllables[at].Folded : syllables[at].Marked);
        for (var length = Math.Min(longest, syllables.Count - at); length > 0; length--)
        {
            var key = string.Join(' ', syllables.Skip(at).Take(length).Select(s => bare ? s.Folded : s.Marked));
            if (phrases.TryGetValue(key, out var label)) return (label, length);
        }

        return (null, 1);
    }
}
