using Directives.Recommendations.Confidential;

namespace Directives.Mail.Deliveries;

/// <summary>Whether letters reached their reader; pure (R13).</summary>
/// <param name="Reached">Whether one is where the reader looks.</param>
/// <param name="Why">One of <see cref="DeliveryReasons"/>, where none is.</param>
/// <param name="Since">Since when none is (UTC), as far as is known.</param>
public sealed record Reach(bool Reached, string? Why = null, DateTimeOffset? Since = null)
{
    /// <summary>Reached, as far as anybody knows.</summary>
    public static readonly Reach Yes = new(true);

    private static readonly Reach NotYet = new(false, DeliveryReasons.NoWord);

    /// <summary>Whether a letter reached its reader.</summary>
    /// <param name="reports">Whether the transport says what became of a letter; if not, one that it took counts as arrived.</param>
    public static Reach Of(Letter letter, bool reports) => letter switch
    {
        { Delivery: { Fails: true } word } => new Reach(false, word.Reason ?? DeliveryReasons.Refused, word.At),
        { Delivery.Kind: DeliveryKind.Delivered } => Yes,
        { Refusal: { } refusal } => new Reach(false, refusal.Code == MailCodes.Address ? DeliveryReasons.AddressUnknown : DeliveryReasons.Refused, refusal.At),
        { State: LetterState.Withdrawn } => new Reach(false, DeliveryReasons.Silenced),
        { State: LetterState.Sent, Delivery: null } when !reports => Yes,
        _ => NotYet,
    };

    /// <summary>Whether any letter about an obligation reached the one who owes; without a letter, what the transport lets one believe.</summary>
    /// <param name="letters">By number.</param>
    public static Reach OfObligation(IReadOnlyCollection<Letter> letters, bool reports)
    {
        if (letters.Count == 0) return reports ? NotYet : Yes;
        var words = letters.Select(l => Of(l, reports)).ToList();
        if (words.Any(w => w.Reached)) return Yes;
        var first = words.FirstOrDefault(w => w.Since is not null);
        return (words.LastOrDefault(w => w.Since is not null) ?? words[^1]) with { Since = first?.Since };
    }

    /// <summary>Whether a reader can be reached: by the last letter of which it is known, and if not, since the first of those lost in a row.</summary>
    /// <param name="letters">By number.</param>
    public static Reach OfReader(IReadOnlyCollection<Letter> letters, bool reports)
    {
        Reach? lost = null;
        // One that tells of nothing but what is confidential is none to the office.
        foreach (var letter in letters.Reverse().Where(l => !SealedNotices.IsAll(l)))
        {
            var reach = Of(letter, reports);
            if (reach.Reached) break;
            if (reach.Since is not null) lost = lost is null ? reach : lost with { Since = reach.Since };
        }

        return lost ?? Yes;
    }
}
