using Directives.Language;

namespace Directives.Mail.Faults;

/// <summary>What keeps letters from leaving, for the office (R13).</summary>
/// <param name="Account">The account is refused; null where it is in order.</param>
/// <param name="Letters">Letters refused for good, without the provider's word, or put off for more than an hour; the newest trouble first.</param>
/// <param name="More">Letters that had trouble and were not looked at.</param>
public sealed record PostView(AccountFault? Account, IReadOnlyList<LetterFault> Letters, int More);

/// <summary>The account with the provider is refused.</summary>
/// <param name="Since">In the directive's zone.</param>
/// <param name="Last">The last try, in the directive's zone.</param>
/// <param name="Waiting">Letters that wait for it.</param>
public sealed record AccountFault(string Code, string Reason, DateTime Since, DateTime Last, int Waiting);

/// <summary>One letter that did not leave.</summary>
/// <param name="Reader">The reader's title.</param>
/// <param name="Number">The letter's number in the reader's mailbox.</param>
/// <param name="Code">One of <see cref="MailCodes"/>.</param>
/// <param name="Reason">Number and words of the provider; never an address.</param>
/// <param name="Since">In the directive's zone.</param>
/// <param name="Next">The next try, in the directive's zone; null where there is none.</param>
public sealed record LetterFault(Bilingual Reader, int Number, string Code, string Reason, DateTime Since, DateTime? Next);

/// <summary>What the office's page on the post asks of the engine.</summary>
public interface IPostPages
{
    /// <summary>What keeps letters from leaving now.</summary>
    ValueTask<PostView> FaultsAsync(CancellationToken cancel);
}
