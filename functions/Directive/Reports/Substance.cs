using Directives.Language;

namespace Directives.Reports;

/// <summary>Where words of a report were found before (R10).</summary>
public enum WordsFrom
{
    /// <summary>In an earlier report of the same seat or official.</summary>
    Earlier,

    /// <summary>In another's report on a place of the same area and period.</summary>
    Other,
}

/// <summary>A report to compare with.</summary>
/// <param name="Note">What to call it, as the page that asks needs it: never shown to a writer.</param>
public sealed record WrittenBefore(WordsFrom From, string Note, ReportContent Content);

/// <summary>A passage of a field that equals words of another report; both ends in characters of the field.</summary>
public readonly record struct EqualPassage(int Start, int Length, WrittenBefore Source)
{
    /// <summary>Where it ends, exclusive.</summary>
    public int End => Start + Length;
}

/// <summary>What the writer is told before filing: a field that mostly equals an earlier or another's report. It refuses nothing.</summary>
/// <param name="Field">Name of the field as in <see cref="ReportFields"/>.</param>
public readonly record struct SubstanceHint(string Field, WordsFrom From);

/// <summary>
/// Advice to a person who reads a report (R10): what equals other reports, what says nothing, that nobody was met. Pure, worked out when
/// it is read; never stored, counted or exported, and it refuses nothing.
/// </summary>
public static class Substance
{
    /// <summary>As many equal words in a row are a passage; fewer are how people write.</summary>
    public const int FewestWords = 8;

    // What stands where nothing is said, folded.
    private static readonly HashSet<string> _sayNothing = new(StringComparer.Ordinal)
    {
        "", "khong", "khong co", "khong co gi", "khong co y kien", "nhu tren", "nhu ky truoc", "nhu thang truoc", "chua co", "binh thuong",
        "none", "nothing", "no", "n a", "na", "as above", "as before", "ok", "x",
    };

    /// <summary>Passages of a field's text that equal the same field or another of those reports, in order, none overlapping; whitespace, case and marks do not matter.</summary>
    public static IReadOnlyList<EqualPassage> Passages(string text, IReadOnlyList<WrittenBefore> before)
    {
        var words = Folding.Words(text).ToArray();
        if (words.Length < FewestWords || before.Count == 0) return [];
        var found = new WrittenBefore?[words.Length];
        foreach (var source in before)
        {
            var known = Shingles(source.Content);
            if (known.Count == 0) continue;
            for (var i = 0; i + FewestWords <= words.Length; i++)
            {
                if (!known.Contains(Shingle(words, i))) continue;
                for (var j = i; j < i + FewestWords; j++) found[j] ??= source;
            }
        }

        return Runs(words, found);
    }

    /// <summary>What the writer should know before filing: fields of which at least half the words stand in an earlier or another's report.</summary>
    public static IReadOnlyList<SubstanceHint> Hints(ReportContent content, IReadOnlyList<WrittenBefore> before)
    {
        var hints = new List<SubstanceHint>();
        foreach (var field in ReportFields.Told)
        {
            var text = field.Read(content);
            var passages = Passages(text, before);
            if (passages.Count == 0 || 2 * passages.Sum(p => CountWords(text, p)) < Folding.Words(text).Count()) continue;
            hints.AddRange(passages.Select(p => p.Source.From).Distinct().Order().Select(from => new SubstanceHint(field.Name, from)));
        }

        return hints;
    }

    /// <summary>Whether a text says nothing: empty, or words such as "as above".</summary>
    public static bool SaysNothing(string text) => _sayNothing.Contains(Folding.Fold(text));

    /// <summary>Whether a report of visits names nobody who was met.</summary>
    public static bool MetNobody(ReportContent content) => content.Visits.Count == 0 || SaysNothing(content.WhomMet);

    private static int CountWords(string text, EqualPassage passage) => Folding.Words(text.Substring(passage.Start, passage.Length)).Count();

    private static HashSet<string> Shingles(ReportContent content)
    {
        var shingles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in ReportFields.Told)
        {
            var words = Folding.Words(field.Read(content)).ToArray();
            for (var i = 0; i + FewestWords <= words.Length; i++) shingles.Add(Shingle(words, i));
        }

        return shingles;
    }

    private static string Shingle(FoldedWord[] words, int at) => string.Join(' ', words.AsSpan(at, FewestWords).ToArray().Select(w => w.Folded));

    private static List<EqualPassage> Runs(FoldedWord[] words, WrittenBefore?[] found)
    {
        var passages = new List<EqualPassage>();
        for (var i = 0; i < words.Length;)
        {
            if (found[i] is not { } source)
            {
                i++;
                continue;
            }

            var last = i;
            while (last + 1 < words.Length && ReferenceEquals(found[last + 1], source)) last++;
            var end = words[last].Start + words[last].Length;
            passages.Add(new EqualPassage(words[i].Start, end - words[i].Start, source));
            i = last + 1;
        }

        return passages;
    }
}
