using Directives.Assistants;
using Directives.Language;
using Directives.Recommendations.Confidential;

namespace Directives.Mail.Faults;

/// <summary>
/// Letters that did not leave (R13): refused for good within the last three months, without the provider's word, or put off for more than an
/// hour. What waits for the account is counted there instead.
/// </summary>
public sealed class PostFaults(Installation installation) : IPostPages
{
    /// <summary>So long a letter may be put off before the office is told.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    /// <summary>So long back a refusal is listed.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    private const int Most = 500;

    /// <inheritdoc/>
    public async ValueTask<PostView> FaultsAsync(CancellationToken cancel)
    {
        var now = installation.Parts.Clock.GetUtcNow();
        var zone = installation.Parts.Rules.ZoneAt(now);
        var readers = new Drafters(await installation.Registers.GetAsync(cancel), await installation.Assistants.GetAsync(cancel));
        var account = await installation.Faults.AccountAsync(cancel);
        var entries = await installation.Faults.ListAsync(now - Memory, cancel);
        var (letters, waiting) = (new List<LetterFault>(), 0);
        foreach (var entry in entries.Take(Most))
        {
            var id = MailboxKeys.Dossier(installation.Parts.Authority, entry.Reader);
            var letter = await installation.Dossiers.RowAsync<Letter>(id, MailboxKeys.Letter(entry.Number), cancel);
            // That it was written is nobody's business but its reader's.
            if (letter is not null && SealedNotices.IsAll(letter)) continue;
            var underWay = (await installation.Dossiers.HeadAsync<MailboxHead>(id, cancel))?.Head.UnderWay;
            if (underWay is { Trouble: { } trouble } && underWay.Number == entry.Number)
            {
                if (account is not null && trouble.Scope == MailScope.Account) waiting++;
                else if (now - trouble.Since >= Quiet)
                    letters.Add(Fault(entry, trouble.Code, trouble.Reason, trouble.Since, underWay.Next ?? underWay.LeaseUntil));
            }
            else if (letter is { Refusal: { } refusal })
            {
                letters.Add(Fault(entry, refusal.Code, refusal.Reason, refusal.At, null));
            }
        }

        return new PostView(
            account is null ? null : new AccountFault(account.Code, account.Reason, zone.LocalAt(account.Since), zone.LocalAt(account.Last), waiting),
            [.. letters.OrderByDescending(l => l.Since)], Math.Max(0, entries.Count - Most));

        LetterFault Fault(FaultEntry entry, string code, string reason, DateTimeOffset since, DateTimeOffset? next) => new(
            readers.Find(entry.Reader)?.Titles() ?? new Bilingual(entry.Reader, entry.Reader),
            entry.Number, code, reason, zone.LocalAt(since), next is { } at ? zone.LocalAt(at) : null);
    }
}
