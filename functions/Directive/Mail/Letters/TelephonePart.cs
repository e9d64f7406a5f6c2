using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>No letter reached the one who owes: the office telephones before a leader is told.</summary>
/// <param name="About">Which report.</param>
/// <param name="Owner">Title of the one who owes.</param>
/// <param name="Because">Why no letter reaches them, a name for which there is a text.</param>
public sealed record TelephonePart(Matter About, string Owner, string Because) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Decide;

    /// <inheritdoc/>
    public override DateOnly? Due => About.Due;

    /// <inheritdoc/>
    public override Type Block => typeof(TelephoneBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("telephone", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["letter.telephone.subject", About.Place, About.Period, About.Due, Owner];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{texts["letter.fact.due"]}: {LetterDates.Day(texts, About.Due)}.";
}
