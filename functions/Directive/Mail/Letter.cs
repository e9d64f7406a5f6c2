using System.Globalization;
using Directives.Mail.Deliveries;

namespace Directives.Mail;

/// <summary>Where a letter is in its life.</summary>
public enum LetterState
{
    /// <summary>A large letter whose notices are still being put in.</summary>
    Assembling,

    /// <summary>Sealed, and one postman has it to send.</summary>
    Leased,

    Sent,

    /// <summary>The provider will never take it; <see cref="Letter.Refusal"/> says why.</summary>
    Refused,

    /// <summary>Put off for so long that all it told was settled, or its reader's letters were stopped; it never left.</summary>
    Withdrawn,
}

/// <summary>What one mail to a reader holds.</summary>
public sealed record Letter
{
    private const int LongestId = 200;

    /// <summary>Unique in the mailbox; with the reader's id unique everywhere.</summary>
    public required int Number { get; init; }

    public required string Reader { get; init; }

    public LetterState State { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>UTC; null until the transport took it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Row keys of the notices it tells.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>Times it was sent again without the provider's word that the first was lost.</summary>
    public int Repeats { get; init; }

    /// <summary>What became of it, as the provider says; null while it has said nothing.</summary>
    public DeliveryWord? Delivery { get; init; }

    /// <summary>When the provider said that it has the letter (UTC), if it said so before the postman knew.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>Why it will never leave; null unless it is refused.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Opaque id given to the transport.</summary>
    public string Id() => IdOf(Reader, Number);

    /// <summary>The reader and number in a letter's id; an empty reader for what is no id of ours.</summary>
    public static (string Reader, int Number) NameOf(string letter)
    {
        var dot = letter.LastIndexOf('.');
        return letter.Length <= LongestId && dot > 0
            && int.TryParse(letter.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (letter[..dot], number)
            : ("", 0);
    }

    /// <summary>The same, of a letter that one has only by its number.</summary>
    public static string IdOf(string reader, int number) => $"{reader}.{number:D6}";
}

/// <summary>A letter that the provider will never take.</summary>
/// <param name="Code">One of <see cref="MailCodes"/>.</param>
/// <param name="Reason">Number and words of the provider; never an address.</param>
/// <param name="At">UTC.</param>
public sealed record Refusal(string Code, string Reason, DateTimeOffset At);
