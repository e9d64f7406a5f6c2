using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>The due date was moved: a new round, with the office's reason.</summary>
/// <param name="About">Which report, and its new due date.</param>
/// <param name="Reason">The office's words; empty for none.</param>
public sealed record ExtendedPart(Matter About, string Reason) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.NewRound;

    /// <inheritdoc/>
    public override DateOnly? Due => About.Due;

    /// <inheritdoc/>
    public override Type Block => typeof(ExtendedBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("extended", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["letter.extended.subject", About.Place, About.Period, About.Due];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{texts["letter.fact.new-due"]}: {LetterDates.Day(texts, About.Due)}.";
}
