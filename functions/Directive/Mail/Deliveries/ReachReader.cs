using Directives.Chasing;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Mail.Deliveries;

/// <summary>Looks up whether letters about obligations reached those who owe; only asked when a leader is about to be told.</summary>
public sealed class ReachReader(DossierStore dossiers, string authority, UnreachedIndex index, IMailTransport transport)
{
    /// <summary>Why the owners of these escalations could not be reached, by seat; who is not named could.</summary>
    /// <param name="escalations">One notice per obligation.</param>
    public async ValueTask<IReadOnlyDictionary<string, string>> UnreachedAsync(IReadOnlyCollection<Notice> escalations, CancellationToken cancel)
    {
        var unreached = new Dictionary<string, string>(StringComparer.Ordinal);
        if (escalations.Count == 0) return unreached;
        var listed = (await index.ListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var notice in escalations)
        {
            // Where no news is good news, only those are looked into of whom there was bad news.
            if (!transport.Reports && !listed.Contains(notice.Owner!)) continue;
            if (await WhyAsync(notice, listed.Contains(notice.Owner!), cancel) is { } why) unreached[notice.Seat!] = why;
        }

        return unreached;
    }

    private async ValueTask<string?> WhyAsync(Notice notice, bool listed, CancellationToken cancel)
    {
        var mailbox = MailboxKeys.Dossier(authority, notice.Owner!);
        if (listed && await dossiers.HeadAsync<MailboxHead>(mailbox, cancel) is { Head.Silenced: not null }) return DeliveryReasons.Silenced;

        // Of this round: whoever was not told of the new due date is not late by it.
        var prefix = Keys.Join("n", notice.Cycle, notice.Seat!, $"{notice.Round}", "");
        var told = await dossiers.RowsAsync<HeldNotice>(mailbox, prefix, cancel);
        var letters = new List<Letter>();
        foreach (var number in told.Select(t => t.Letter).OfType<int>().Distinct().Order())
        {
            if (await dossiers.RowAsync<Letter>(mailbox, MailboxKeys.Letter(number), cancel) is { } letter) letters.Add(letter);
        }

        var reach = Reach.OfObligation(letters, transport.Reports);
        return reach.Reached ? null : reach.Why;
    }
}
