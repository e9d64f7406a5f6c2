using Directives.Chasing;
using Directives.Editions;
using Directives.Mail;
using Directives.Proposals;
using Directives.Register;

namespace Directives.Recommendations.Confidential;

/// <summary>Tells all holders of the confidential desk when it changes hands (R6): those before, those after, and whom it is about.</summary>
public sealed class DeskHolders(RegisterStore registers, Mailboxes mailboxes, DeskMatters matters, RuleBook rules, TimeProvider clock)
{
    /// <summary>A proposal was done. Told again after a crash, nobody hears it twice.</summary>
    public async Task ChangedAsync(Proposal proposal, CancellationToken cancel)
    {
        if (proposal.Change is not { Kind: ChangeKind.Give or ChangeKind.Take, Duty: Duty.ConfidentialDesk, Official: { } about } change) return;
        var (register, now) = (await registers.GetAsync(cancel), clock.GetUtcNow());
        var holders = DeskReaders.Holders(register, Duty.ConfidentialDesk, rules.DayAt(now))
            .Union(DeskReaders.Holders(register, Duty.ConfidentialDesk, change.From), StringComparer.Ordinal).Append(about).Distinct(StringComparer.Ordinal);
        await mailboxes.DeliverAsync(
            holders.Select(reader => new Notice
            {
                Kind = NoticeKind.DeskChanged,
                Reader = reader,
                Cycle = "desk",
                Rung = $"desk-changed-{proposal.Number}",
                Owner = about,
                Decided = now,
                Words = $"{(change.Kind == ChangeKind.Give ? "give" : "take")} {change.From:yyyy-MM-dd}",
            }),
            cancel);
        await matters.RelistAsync(cancel);
    }
}
