using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>Somebody is away, to who stands in for them (R1).</summary>
/// <param name="For">Title of who is away.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day; null while that is not known.</param>
public sealed record StandInPart(string For, DateOnly From, DateOnly? To) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Decide;

    /// <inheritdoc/>
    public override Type Block => typeof(StandInBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("stand-in", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => To is { } to ? texts["letter.stand-in.subject", For, From, to] : texts["letter.stand-in.subject.open", For, From];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => texts["letter.stand-in.ask"];
}
