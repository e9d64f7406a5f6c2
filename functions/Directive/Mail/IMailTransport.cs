namespace Directives.Mail;

/// <summary>Takes letters out of the system.</summary>
public interface IMailTransport
{
    /// <summary>Whether the provider says later what became of a letter; if not, one that was taken counts as arrived.</summary>
    bool Reports => false;

    /// <summary>Hands a letter over. When it returns, the provider has it; an exception means that nobody knows.</summary>
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
