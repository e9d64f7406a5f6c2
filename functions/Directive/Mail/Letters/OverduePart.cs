using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>Somebody else's overdue report, as a line.</summary>
/// <param name="Sort">Codes of the place above and of the place: lines follow the map, not the alphabet.</param>
/// <param name="Place">Name of the place.</param>
/// <param name="Area">Name of the place above; null at the top.</param>
/// <param name="Owner">Title of the one who owes.</param>
public sealed record OverdueLine(string Sort, string Place, string? Area, string Owner);

/// <summary>A rung told to a leader or the office: reports of others that are overdue by the same time on the same rung.</summary>
/// <param name="Words">Which rung's texts: <c>letter.{Words}.subject</c>, <c>.many</c>, <c>.ask</c>.</param>
/// <param name="Rung">Name of the rung, for the order.</param>
/// <param name="Period">Name of the period.</param>
/// <param name="On">Due date (local day).</param>
/// <param name="Days">Working days since.</param>
/// <param name="Lines">One or more, sorted by place.</param>
public sealed record OverduePart(string Words, string Rung, string Period, DateOnly On, int Days, IReadOnlyList<OverdueLine> Lines) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Overdue;

    /// <inheritdoc/>
    public override DateOnly? Due => On;

    /// <inheritdoc/>
    public override Type Block => typeof(OverdueBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("overdue", Lines.Count);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => Lines is [var only]
        ? texts[$"letter.{Words}.subject", only.Place, Period, On, texts.Count("days", Days), only.Owner]
        : Subject(texts, Lines.Count, On);

    /// <inheritdoc/>
    public override string Preview(Texts texts) => Lines is [var only]
        ? $"{only.Owner}. {texts["letter.fact.due"]}: {LetterDates.Day(texts, On)}."
        : $"{texts["letter.fact.period"]}: {Period}. {texts["letter.fact.due"]}: {LetterDates.Day(texts, On)}.";

    /// <summary>The subject of several that are asked for alike.</summary>
    public string Subject(Texts texts, int reports, DateOnly earliest) => texts[$"letter.{Words}.many", texts.Count("reports", reports), earliest];

    /// <summary>Parts of one rung, period and reason as one.</summary>
    public static IEnumerable<OverduePart> Grouped(IEnumerable<OverduePart> parts) =>
        parts.GroupBy(p => (p.Words, p.Rung, p.Period, p.On, p.Days, p.Why)).Select(g => g.First() with
        {
            Lines = [.. g.SelectMany(p => p.Lines).OrderBy(l => l.Sort, StringComparer.Ordinal).ThenBy(l => l.Owner, StringComparer.Ordinal)],
        });
}
