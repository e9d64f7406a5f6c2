using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>More time was asked for and not granted; the due date stays.</summary>
/// <param name="About">Which report, and its due date, which stays.</param>
/// <param name="Reason">The office's words; empty for none.</param>
public sealed record DeclinedPart(Matter About, string Reason) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.NewRound;

    /// <inheritdoc/>
    public override DateOnly? Due => About.Due;

    /// <inheritdoc/>
    public override Type Block => typeof(DeclinedBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("declined", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["letter.extension-declined.subject", About.Place, About.Period, About.Due];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{texts["letter.fact.still-due"]}: {LetterDates.Day(texts, About.Due)}.";
}
