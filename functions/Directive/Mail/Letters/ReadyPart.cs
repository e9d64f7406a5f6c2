using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>Who prepares a report says to the one who owes it that the draft is ready.</summary>
/// <param name="About">Which report.</param>
public sealed record ReadyPart(Matter About) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Owed;

    /// <inheritdoc/>
    public override DateOnly? Due => About.Due;

    /// <inheritdoc/>
    public override Type Block => typeof(ReadyBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("owed", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["prepare.ready.subject", About.Place, About.Period, About.Due];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{texts["letter.fact.due"]}: {LetterDates.Day(texts, About.Due)}.";
}
