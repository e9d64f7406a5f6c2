using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>A seat has been vacant for long, to the Organisation Commission (R1).</summary>
/// <param name="Place">Name of the place.</param>
/// <param name="Role">What the role is called.</param>
/// <param name="Since">First local day on which nobody held it.</param>
/// <param name="Last">Title of who held it last; empty for nobody.</param>
public sealed record VacancyPart(string Place, string Role, DateOnly Since, string Last) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Decide;

    /// <inheritdoc/>
    public override Type Block => typeof(VacancyBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("vacancy", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => texts["letter.vacancy.subject", Place, Role];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => texts["letter.vacancy.since", LetterDates.Day(texts, Since)];
}
