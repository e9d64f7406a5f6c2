namespace Directives.Mail;

/// <summary>Takes letters out of the system.</summary>
public interface IMailTransport
{
    /// <summary>Whether the provider later says what became of each letter.</summary>
    bool Reports => false;

    /// <summary>Hands a letter over. When it returns, the provider has it.</summary>
    /// <exception cref="MailDeferredException">It did not leave, and may leave later.</exception>
    /// <exception cref="MailRefusedException">It did not leave and never will.</exception>
    /// <exception cref="MailUnknownException">Nobody knows; so does any other exception say.</exception>
    Task SendAsync(LetterDraft draft, CancellationToken cancel);

    /// <summary>What the provider says of a letter that may or may not have left.</summary>
    Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel);
}

/// <summary>The provider's word on a letter.</summary>
public enum ProviderWord
{
    Unknown,
    Has,
    HasNot,
}
