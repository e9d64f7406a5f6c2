using Directives.Cycles;
using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>How a cycle ended, for leaders and office (R13).</summary>
/// <param name="Period">Name of the period.</param>
/// <param name="Counts">The figures.</param>
public sealed record TallyPart(string Period, Tally Counts) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Tally;

    /// <inheritdoc/>
    public override Type Block => typeof(TallyBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("tally", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["letter.tally.subject", Period, Counts.Seats, Counts.OnTime];

    /// <inheritdoc/>
    public override string Preview(Texts texts) =>
        $"{texts["letter.fact.late"]}: {texts.Number(Counts.Late)}. {texts["letter.fact.missed"]}: {texts.Number(Counts.Missed)}.";
}
