using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>A seat was handed over while something was open, to who has it now (R1): what is open, by when, and where the brief is.</summary>
/// <param name="About">Which report, and its due date now.</param>
/// <param name="FirstDue">The date it had first (local day); null where that stands.</param>
public sealed record HandOverPart(Matter About, DateOnly? FirstDue) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.NewRound;

    /// <inheritdoc/>
    public override DateOnly? Due => About.Due;

    /// <inheritdoc/>
    public override Type Block => typeof(HandOverBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("hand-over", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["letter.hand-over.subject", About.Place, About.Period, About.Due];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{texts["letter.fact.due"]}: {LetterDates.Day(texts, About.Due)}.";
}
