using System.Globalization;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Mail;

/// <summary>Head of a reader's mailbox.</summary>
public sealed record MailboxHead : Head
{
    public required string Reader { get; init; }

    /// <summary>Letters so far; the number of the last.</summary>
    public int Letters { get; init; }

    /// <summary>The letter that is under way, if any; there is never more than one.</summary>
    public UnderWay? UnderWay { get; init; }

    /// <summary>Earliest time (UTC) at which a waiting notice may be sent; null if none waits.</summary>
    public DateTimeOffset? Window { get; init; }

    /// <summary>Whether what waits at <see cref="Window"/> includes rungs, which the postman's forecast counts.</summary>
    public bool Rungs { get; init; }

    /// <summary>Whether something waits that goes at once, whatever the hour.</summary>
    public bool Bell { get; init; }

    /// <summary>Last local day on which a letter with an escalation was sealed: at most one a day.</summary>
    public DateOnly? Escalated { get; init; }

    /// <summary>Withdrawn notices that are to go to the office instead; their sheets are told, then it is cleared. Null for none.</summary>
    public IReadOnlyList<SparedLeader>? Spared { get; init; }

    /// <summary>The office has stopped this reader's letters; null while they go.</summary>
    public Silence? Silenced { get; init; }
}

/// <summary>Why a reader gets no letters (death, suspension).</summary>
/// <param name="Since">UTC.</param>
/// <param name="By">Who stopped them: an official's id.</param>
/// <param name="Reason">The office's words.</param>
public sealed record Silence(DateTimeOffset Since, string By, string Reason);

/// <summary>A letter between its first act and the word that it left.</summary>
/// <param name="Number">The letter.</param>
/// <param name="LeaseUntil">Until then (UTC) one postman has it; null while it is being put together.</param>
public sealed record UnderWay(int Number, DateTimeOffset? LeaseUntil)
{
    /// <summary>Tries that failed so far.</summary>
    public int Tries { get; init; }

    /// <summary>When it is tried again (UTC); null unless it is put off.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Whether it may leave whatever the hour, once it was put off.</summary>
    public bool AtOnce { get; init; }

    /// <summary>What keeps it; null unless something does.</summary>
    public MailTrouble? Trouble { get; init; }
}

/// <summary>What keeps a letter from leaving.</summary>
/// <param name="Code">One of <see cref="MailCodes"/>.</param>
/// <param name="Reason">Number and words of the provider; never an address.</param>
/// <param name="Scope">Whom it concerns.</param>
/// <param name="Since">Since when the letter is kept (UTC).</param>
public sealed record MailTrouble(string Code, string Reason, MailScope Scope, DateTimeOffset Since);

/// <summary>A notice as it stands in a mailbox.</summary>
public sealed record HeldNotice
{
    public required Notice Notice { get; init; }

    /// <summary>The letter that told it.</summary>
    public int? Letter { get; init; }

    /// <summary>Why it was withdrawn before it was told.</summary>
    public string? Withdrawn { get; init; }
}

/// <summary>Row of a notice that waits: it is deleted when the notice is told or withdrawn.</summary>
/// <param name="Notice">Row key of the notice.</param>
/// <param name="Kind">Why it waits.</param>
public sealed record Waiting(string Notice, NoticeKind Kind);

/// <summary>Keys of a mailbox.</summary>
public static class MailboxKeys
{
    public const string WaitingPrefix = "w|";
    public const string LetterPrefix = "l|";
    private const string Format = "yyyyMMddHHmmssfff";

    /// <summary>The mailbox of a reader.</summary>
    public static DossierId Dossier(string authority, string reader) => new(Table.Mailboxes, Keys.Join(authority, reader));

    /// <summary>The reader whose mailbox a partition is.</summary>
    public static string ReaderOf(string partition) => Keys.Split(partition)[1];

    /// <summary>Row key of a waiting notice: by the time (UTC) from which it may be sent.</summary>
    public static string WaitingKey(DateTimeOffset window, string noticeKey) => $"{WaitingPrefix}{Stamp(window)}|{noticeKey}";

    /// <summary>Waiting rows up to a time (UTC).</summary>
    public static KeyRange WaitingUpTo(DateTimeOffset time) => new(WaitingPrefix, $"{WaitingPrefix}{Stamp(time)}~");

    /// <summary>Waiting rows after a time (UTC).</summary>
    public static KeyRange WaitingAfter(DateTimeOffset time) => new($"{WaitingPrefix}{Stamp(time)}~", $"{WaitingPrefix}\uffff");

    /// <summary>The time (UTC) in a waiting row's key.</summary>
    public static DateTimeOffset WindowOf(string key) => DateTimeOffset.ParseExact(
        key.AsSpan(WaitingPrefix.Length, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Row key of a letter.</summary>
    public static string Letter(int number) => Keys.Join("l", number.ToString("D6", CultureInfo.InvariantCulture));

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
