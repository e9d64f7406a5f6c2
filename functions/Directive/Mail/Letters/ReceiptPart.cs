using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>A report came in: its number and time (R4).</summary>
/// <param name="Place">Name of the place.</param>
/// <param name="Period">Name of the period.</param>
/// <param name="Number">The receipt's number.</param>
/// <param name="At">When it came, in the directive's zone.</param>
public sealed record ReceiptPart(string Place, string Period, string Number, DateTime At) : LetterPart
{
    /// <summary>Title of who filed it for the one who owes; null where they filed it themselves.</summary>
    public string? FiledBy { get; init; }

    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Receipt;

    /// <inheritdoc/>
    public override Type Block => typeof(ReceiptBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("receipt", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["letter.receipt.subject", Place, Period, Number];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{texts["letter.fact.at"]}: {texts.Moment(At)}.";
}
