using Directives.Language;
using Directives.Recommendations;

namespace Directives.Mail.Letters;

/// <summary>Something owed in a recommendation (R5, R7): new, reminded of, or overdue by somebody else.</summary>
/// <param name="Words">Which texts: <c>letter.case.{Words}.subject</c>, <c>.lead</c>; <c>begun</c>, <c>before</c>, <c>due</c>, <c>after</c>, <c>overdue</c> or <c>not-heard</c>.</param>
/// <param name="About">What it is about; null where the letter must not say.</param>
/// <param name="On">Due date (local day).</param>
/// <param name="Days">Working days until then, or since.</param>
public sealed record CasePart(string Words, CaseAbout? About, DateOnly On, int Days) : LetterPart
{
    /// <inheritdoc/>
    public override PartOrder Order => IsOfOthers ? PartOrder.Overdue : PartOrder.Owed;

    /// <inheritdoc/>
    public override DateOnly? Due => On;

    /// <inheritdoc/>
    public override Type Block => typeof(CaseBlock);

    /// <inheritdoc/>
    public override (string Key, int Count) Counted => (IsOfOthers ? "case-overdue" : "case", 1);

    /// <inheritdoc/>
    public override string Subject(Texts texts) => About is { } about
        ? texts[$"letter.case.{Words}.subject", Upper(Duty(texts)), about.Place, On, texts.Count("days", Days)]
        : texts["letter.case.quiet.subject", On];

    /// <inheritdoc/>
    public override string Preview(Texts texts) => $"{texts["letter.case.fact.until"]}: {LetterDates.Day(texts, On)}.";

    private bool IsOfOthers => Words is "overdue" or CaseChase.NotHeard;

    /// <summary>How things stand.</summary>
    public string Lead(Texts texts) => About is null ? texts["letter.case.quiet.lead"] : texts[$"letter.case.{Words}.lead", Duty(texts), texts.Count("days", Days)];

    /// <summary>What is asked for.</summary>
    public string Ask(Texts texts) => About is not { } about ? texts["letter.case.quiet.ask"] : texts[IsOfOthers ? $"letter.case.{Words}.ask" : $"letter.case.ask.{about.Duty}"];

    /// <summary>What is owed, as a noun.</summary>
    public string Duty(Texts texts) => texts[$"letter.case.duty.{About?.Duty}"];

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>What a letter says of a recommendation: never its words.</summary>
/// <param name="Place">Name of the place.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="RaisedOn">Local day.</param>
/// <param name="Owner">Title of whoever owes, where that is not the reader.</param>
public sealed record CaseAbout(DutyKind Duty, string Place, CaseKind Kind, DateOnly RaisedOn, bool IsUrgent, string? Owner);
