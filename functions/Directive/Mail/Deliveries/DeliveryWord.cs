namespace Directives.Mail.Deliveries;

/// <summary>What became of a letter, as the provider says.</summary>
public enum DeliveryKind
{
    Delivered,

    /// <summary>The reader's server asked to try again later; the provider does.</summary>
    Deferred,

    /// <summary>The reader's server refused it for good.</summary>
    Bounced,

    /// <summary>The provider did not try, because of what it knows of the address.</summary>
    Dropped,

    /// <summary>The reader's server refused it for now, e.g. for the sender's reputation; it is not tried again.</summary>
    Blocked,

    /// <summary>The reader marked it as spam.</summary>
    Spam,
}

/// <summary>The provider's last word on a letter.</summary>
/// <param name="At">When it happened (UTC, the provider's clock, whole seconds).</param>
/// <param name="Reason">One of <see cref="DeliveryReasons"/>; never the provider's own words, which may hold an address.</param>
public sealed record DeliveryWord(DeliveryKind Kind, DateTimeOffset At, string? Reason)
{
    /// <summary>Whether it says that the letter is not where the reader looks.</summary>
    public bool Fails => Kind is DeliveryKind.Bounced or DeliveryKind.Dropped or DeliveryKind.Blocked or DeliveryKind.Spam;

    /// <summary>
    /// The word that stands of two. A total order, so that words may come in any order and any number of times: what is decided beats
    /// what is put off; then the later; within the same second the worse, so that nobody counts as reached by chance.
    /// </summary>
    public static DeliveryWord? Standing(DeliveryWord? a, DeliveryWord? b) =>
        a is null ? b : b is null ? a : Rank(a).CompareTo(Rank(b)) is var first && first != 0
            ? first > 0 ? a : b
            : string.CompareOrdinal(a.Reason, b.Reason) >= 0 ? a : b;

    private static (bool Decided, DateTimeOffset At, int Worse) Rank(DeliveryWord word) =>
        (word.Kind != DeliveryKind.Deferred, word.At, word.Kind switch
        {
            DeliveryKind.Deferred => 0,
            DeliveryKind.Delivered => 1,
            DeliveryKind.Dropped => 2,
            DeliveryKind.Blocked => 3,
            DeliveryKind.Bounced => 4,
            _ => 5,
        });
}

/// <summary>Why a letter does not reach its reader; each has a text <c>unreached.why.*</c>.</summary>
public static class DeliveryReasons
{
    public const string AddressUnknown = "address-unknown";
    public const string MailboxFull = "mailbox-full";
    public const string Blocked = "blocked";
    public const string Spam = "spam";
    public const string Refused = "refused";

    /// <summary>The provider has not said yet what became of it.</summary>
    public const string NoWord = "no-word";

    /// <summary>The office has stopped the reader's letters.</summary>
    public const string Silenced = "silenced";

    public static readonly IReadOnlyList<string> All = [AddressUnknown, MailboxFull, Blocked, Spam, Refused, NoWord, Silenced];
}

/// <summary>Something the provider says of a letter.</summary>
/// <param name="Letter">The letter's opaque id (<see cref="Mail.Letter.Id"/>).</param>
/// <param name="At">UTC.</param>
/// <param name="Word">What became of it; null where it only says that it has the letter.</param>
public sealed record DeliveryEvent(string Letter, DateTimeOffset At, DeliveryWord? Word);
