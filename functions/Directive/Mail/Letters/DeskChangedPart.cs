using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>The confidential desk changes hands, to all who hold it (R6).</summary>
/// <param name="Joins">Whether somebody joins it; else they leave it.</param>
/// <param name="Who">Their title.</param>
/// <param name="From">First local day on which it counts.</param>
public sealed record DeskChangedPart(bool Joins, string Who, DateOnly From) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Receipt;

    /// <inheritdoc/>
    public override Type Block => typeof(DeskChangedBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("desk-changed", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["confidential.letter.subject", From];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => texts[Joins ? "confidential.letter.joins" : "confidential.letter.leaves", Who, From];
}
