using Directives.Language;

namespace Directives.Mail.Letters;

/// <summary>A rung, told to the one who owes the report.</summary>
/// <param name="About">Which report.</param>
/// <param name="Words">Which rung's texts: <c>letter.{Words}.subject</c>, <c>.lead</c>, <c>.ask</c>.</param>
/// <param name="Days">Working days until the due date, or since it.</param>
public sealed record OwedPart(Matter About, string Words, int Days) : LetterPart
{
    /// <summary>Nobody above the reader was told on this rung: the words must not say so.</summary>
    public bool Spared { get; init; }

    /// <summary>Title of the one who is away and for whom the reader stands in; null where the reader owes it.</summary>
    public string? For { get; init; }

    /// <inheritdoc/>
    public override PartOrder Order => PartOrder.Owed;

    /// <inheritdoc/>
    public override DateOnly? Due => About.Due;

    /// <inheritdoc/>
    public override Type Block => typeof(OwedBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => ("owed", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => Say(texts, "subject");

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{texts["letter.fact.due"]}: {LetterDates.Day(texts, About.Due)}.";

    /// <summary>What is asked, as it was decided who else is told.</summary>
    public string Ask(Texts texts) => Say(texts, Spared && texts.Has($"letter.{Words}.ask.spared") ? "ask.spared" : "ask");

    /// <summary>One of its rung's texts.</summary>
    public string Say(Texts texts, string what) =>
        texts[$"letter.{Words}.{what}", About.Place, About.Period, About.Due, texts.Count("days", Days)];
}
