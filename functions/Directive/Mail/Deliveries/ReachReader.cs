using Directives.Chasing;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Mail.Deliveries;

/// <summary>Looks up whether letters about obligations reached those who owe; only asked when a leader is about to be told.</summary>
public sealed class ReachReader(DossierStore dossiers, string authority, UnreachedIndex index, IMailTransport transport)
{
    /// <summary>Why these owners could not be reached, by seat; who is not named could.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> UnreachedAsync(IReadOnlyCollection<ReachQuestion> asked, CancellationToken cancel)
    {
        return await WhyAsync(asked.ToDictionary(q => q.Seat, StringComparer.Ordinal), cancel);
    }

    /// <summary>The same, by the name of each question.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> WhyAsync(IReadOnlyDictionary<string, ReachQuestion> asked, CancellationToken cancel)
    {
        var unreached = new Dictionary<string, string>(StringComparer.Ordinal);
        if (asked.Count == 0) return unreached;
        var listed = (await index.ListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, question) in asked)
        {
            // Where no news is good news, only those are looked into of whom there was bad news.
            if (!transport.Reports && !listed.Contains(question.Owner)) continue;
            if (await WhyAsync(question, listed.Contains(question.Owner), cancel) is { } why) unreached[name] = why;
        }

        return unreached;
    }

    private async ValueTask<string?> WhyAsync(ReachQuestion question, bool listed, CancellationToken cancel)
    {
        var mailbox = MailboxKeys.Dossier(authority, question.Owner);
        // Whoever was told by telephone may have died since.
        if (listed && await dossiers.HeadAsync<MailboxHead>(mailbox, cancel) is { Head.Silenced: { } silence }
            && !(question.TelephonedAt >= silence.Since)) return DeliveryReasons.Silenced;
        if (question.TelephonedAt is not null) return null;

        // Of this round: whoever was not told of the new due date is not late by it.
        var prefix = Keys.Join("n", question.Cycle, question.Seat, $"{question.Round}", "");
        var told = await dossiers.RowsAsync<HeldNotice>(mailbox, prefix, cancel);
        var letters = new List<Letter>();
        foreach (var number in told.Select(t => t.Letter).OfType<int>().Distinct().Order())
        {
            if (await dossiers.RowAsync<Letter>(mailbox, MailboxKeys.Letter(number), cancel) is { } letter && Counts(letter, question)) letters.Add(letter);
        }

        var reach = Reach.OfObligation(letters, transport.Reports);
        return reach.Reached ? null : reach.Why;
    }

    private static bool Counts(Letter letter, ReachQuestion question) =>
        !(letter.SealedAt >= question.Before) || letter.Delivery is { Kind: DeliveryKind.Delivered };
}
