using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>A rung or a naming, told to who prepares a report for the one who owes it (a clerk, an assistant).</summary>
/// <param name="About">Which report.</param>
/// <param name="Owner">Title of the one who owes it.</param>
/// <param name="Words">Texts: <c>prepare.{Words}.subject</c>, <c>.lead</c>, <c>.ask</c>.</param>
/// <param name="Days">Working days until the due date, or since it.</param>
/// <param name="Alone">Whether the one who owes is not told yet.</param>
public sealed record PreparePart(Matter About, string Owner, string Words, int Days, bool Alone) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Owed;

    /// <inheritdoc/>
    public override DateOnly? Due => About.Due;

    /// <inheritdoc/>
    public override Type Block => typeof(PrepareBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("prepare", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => Say(texts, "subject");

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{Owner}. {texts["letter.fact.due"]}: {LetterDates.Day(texts, About.Due)}.";

    /// <summary>One of its texts.</summary>
    public string Say(Texts texts, string what) =>
        texts[$"prepare.{Words}.{what}", About.Place, About.Period, About.Due, texts.Count("days", Days), Owner];
}
