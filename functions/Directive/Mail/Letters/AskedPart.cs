using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>The postman holds letters and asks the office.</summary>
/// <param name="Held">Letters held back.</param>
/// <param name="Forecast">Letters that were expected.</param>
public sealed record AskedPart(int Held, int Forecast) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Decide;

    /// <inheritdoc/>
    public override Type Block => typeof(AskedBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("asked", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["letter.asked.subject", texts.Count("letters", Held)];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{texts["letter.fact.forecast"]}: {texts.Count("letters", Forecast)}.";
}
