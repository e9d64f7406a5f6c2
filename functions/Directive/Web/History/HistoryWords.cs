using System.Globalization;
using System.Text.RegularExpressions;
using Directives.Access;
using Directives.Dossiers;
using Directives.Language;

namespace Directives.Web.History;

/// <summary>Puts the trail into words. Names of acts and facts are the trail's own, and never change; the words may.</summary>
public static partial class HistoryWords
{
    /// <summary>What was done.</summary>
    public static string Act(Texts texts, string act) => texts.Has($"trail.act.{act}") ? texts[$"trail.act.{act}"] : act;

    /// <summary>Who did it.</summary>
    public static string By(Texts texts, HistoryEntry entry) => entry switch
    {
        { Act: Recommendations.Confidential.DeskStore.Sealed } => texts["trail.sealed"],
        { IsSystem: true } => texts["trail.system"],
        { By: { } by, For: { } other } => ActorName.For(by, other).In(texts),
        { By: { } by } => by.In(texts),
        _ => texts["trail.nobody"],
    };

    /// <summary>What changed; null where there are no words for it.</summary>
    public static string? Change(Texts texts, Fact fact) => (Side(texts, fact.Before), Side(texts, fact.After)) switch
    {
        ({ } before, { } after) => $"{before} → {after}",
        (null, { } after) => after,
        _ => null,
    };

    private static string? Side(Texts texts, string? side)
    {
        if (side is null) return null;
        if (Round().Match(side) is { Success: true } round) return texts["trail.fact.round", round.Groups[1].Value, Day(round.Groups[2].Value)];
        if (Wish().Match(side) is { Success: true } wish) return texts["trail.fact.wished", Day(wish.Groups[1].Value)];
        if (Version().Match(side) is { Success: true } version) return texts["trail.fact.version", version.Groups[1].Value];
        if (Spoken().Match(side) is { Success: true } spoken) return texts["trail.fact.spoke-to", spoken.Groups[1].Value];
        var name = $"trail.fact.{side.Replace(' ', '-')}";
        return texts.Has(name) ? texts[name] : null;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^round (\d+), due (\d{4}-\d\d-\d\d)$")]
    private static partial Regex Round();

    [GeneratedRegex(@"^wished: (\d{4}-\d\d-\d\d)$")]
    private static partial Regex Wish();

    [GeneratedRegex(@"^version ([1-9]\d*) read$")]
    private static partial Regex Version();

    [GeneratedRegex("^spoke to (.+)$")]
    private static partial Regex Spoken();
}
