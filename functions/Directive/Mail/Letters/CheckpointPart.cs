using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>A month's seal of the trail, for the auditors to keep.</summary>
/// <param name="Month">First day of the month at whose beginning it was made.</param>
/// <param name="Seal">The seal's number.</param>
/// <param name="At">When it was made, in the directive's zone.</param>
/// <param name="Lines">The checkpoint as a file, line by line.</param>
public sealed record CheckpointPart(DateOnly Month, long Seal, DateTime At, IReadOnlyList<string> Lines) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Checkpoint;

    /// <inheritdoc/>
    public override Type Block => typeof(CheckpointBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("checkpoint", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["letter.checkpoint.subject", $"{Month:MM/yyyy}", texts.Number(Seal)];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{texts["letter.fact.sealed"]}: {texts.Moment(At)}.";
}
