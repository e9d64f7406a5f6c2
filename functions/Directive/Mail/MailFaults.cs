namespace Directives.Mail;

/// <summary>Whom a fault concerns, and so who else has to wait.</summary>
public enum MailScope
{
    /// <summary>This letter or its reader only.</summary>
    Letter,

    /// <summary>The provider as a whole: busy, down, not to be reached.</summary>
    Provider,

    /// <summary>Our account with the provider: nothing leaves until somebody mends it.</summary>
    Account,
}

/// <summary>Why a letter did not leave: a short name each, for which there is a text <c>post.why.NAME</c>.</summary>
public static class MailCodes
{
    /// <summary>What the register holds is no mail address.</summary>
    public const string Address = "address";

    /// <summary>The provider does not take mail for the reader.</summary>
    public const string Reader = "reader";

    /// <summary>The provider does not take the letter.</summary>
    public const string Content = "content";

    public const string TooLarge = "too-large";

    /// <summary>The provider asks to wait.</summary>
    public const string Busy = "busy";

    /// <summary>The provider is out of order.</summary>
    public const string Server = "server";

    public const string Unreachable = "unreachable";

    /// <summary>User, password or key are refused.</summary>
    public const string Login = "login";

    /// <summary>The sender's address is refused.</summary>
    public const string Sender = "sender";

    /// <summary>No encrypted connection could be made.</summary>
    public const string Encryption = "encryption";

    /// <summary>What answers is not the provider's mail service: a wrong address in the settings, most likely.</summary>
    public const string Settings = "settings";

    /// <summary>Nobody knows whether the letter left.</summary>
    public const string NoWord = "no-word";

    /// <summary>The book of outgoing post cannot be written.</summary>
    public const string Book = "book";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
        [Address, Reader, Content, TooLarge, Busy, Server, Unreachable, Login, Sender, Encryption, Settings, NoWord, Book];
}

/// <summary>
/// A letter did not leave, or nobody knows. The message holds the code and the provider's number only, never an address,
/// a subject or the provider's own words: it may be logged.
/// </summary>
/// <param name="code">One of <see cref="MailCodes"/>.</param>
/// <param name="status">The provider's number: HTTP or SMTP.</param>
/// <param name="said">The provider's own words; addresses are taken out of them.</param>
public abstract class MailFaultException(string code, int? status, string? said)
    : Exception(status is { } number ? $"{code} ({number})" : code)
{
    public string Code { get; } = code;

    public int? Status { get; } = status;

    /// <summary>The provider's own words; no address in them.</summary>
    public string Said { get; } = ProviderWords.Clean(said ?? "");

    /// <summary>Number and words of the provider, for the office to read.</summary>
    public string Reason => $"{Status} {Said}".Trim();
}

/// <summary>The letter did not leave, and may leave later.</summary>
/// <param name="until">Not before this time (UTC), if the provider named one.</param>
public sealed class MailDeferredException(MailScope scope, string code, int? status = null, string? said = null, DateTimeOffset? until = null)
    : MailFaultException(code, status, said)
{
    public MailScope Scope { get; } = scope;

    public DateTimeOffset? Until { get; } = until;

    /// <summary>False where it waited for others' sake, without a try of its own.</summary>
    public bool Tried { get; init; } = true;
}

/// <summary>The letter did not leave and never will.</summary>
public sealed class MailRefusedException(string code, int? status = null, string? said = null) : MailFaultException(code, status, said);

/// <summary>Nobody knows whether the letter left: the connection was lost while the provider had it in hand.</summary>
public sealed class MailUnknownException(int? status = null) : MailFaultException(MailCodes.NoWord, status, null);
