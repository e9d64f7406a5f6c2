using Directives.Chasing;
using Directives.Register;

namespace Directives.Mail.Deliveries;

/// <summary>Before a leader's letter leaves: whether those whom it is about have become unreachable since its rungs were decided.</summary>
public sealed class LastLook(ReachReader reach)
{
    /// <summary>Why the one who owes cannot be reached, by the notice's key; who is not named can.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> UnreachedAsync(
        IEnumerable<Notice> notices, IReadOnlyDictionary<(string Sheet, string Seat), Obligation> obligations, RegisterSnapshot register, DateOnly day, CancellationToken cancel)
    {
        var asked = new Dictionary<string, ReachQuestion>(StringComparer.Ordinal);
        foreach (var notice in notices)
        {
            if (notice is not { Kind: NoticeKind.Escalation, Sheet: { } sheet, Seat: { } seat, Owner: { } owner }
                || obligations.GetValueOrDefault((sheet, seat)) is not { } owed
                || !Unreached.TellsLeader(notice, owed.Place, register, day)) continue;
            // Letters that left since may come back too: what was decided by is asked about, whichever mailbox came first.
            asked[notice.Key()] = new ReachQuestion(
                notice.Cycle, seat, notice.Round, owner, Unreached.WasTelephoned(owed, owner) ? owed.Telephoned!.At : null, notice.Decided);
        }

        return await reach.WhyAsync(asked, cancel);
    }
}
