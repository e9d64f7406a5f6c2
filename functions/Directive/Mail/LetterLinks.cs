using Directives.Access;
using Directives.Access.SignIn;
using Directives.Assistants;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Recommendations;
using Directives.Recommendations.Links;

namespace Directives.Mail;

/// <summary>Gives a letter the personal link that opens what it asks for.</summary>
public sealed class LetterLinks(Links links, CaseLinks cases, SignInKeys signIns, CycleStore cycles, RuleBook rules)
{
    /// <summary>A link opens until so many days after the last day on which the report counts: what comes after closing is kept.</summary>
    public const int DaysAfterLastDay = 30;

    /// <summary>The code to sign in with, in groups, of a notice that brings one; else null.</summary>
    public string? CodeOf(Notice notice) => notice.Kind == NoticeKind.SignIn ? SignInKeys.Grouped(signIns.CodeOf(notice.Cycle, notice.Reader)) : null;

    /// <summary>The key, or null where the notice asks its reader for nothing.</summary>
    /// <param name="address">Where the letter goes.</param>
    public async ValueTask<string?> EnsureAsync(Notice notice, Obligation? obligation, string address, CancellationToken cancel)
    {
        if (notice.Kind == NoticeKind.SignIn) return signIns.KeyOf(notice.Cycle, notice.Reader);
        if (obligation is null || notice.Kind is not (NoticeKind.Reminder or NoticeKind.Clerk or NoticeKind.Named or NoticeKind.Ready
            or NoticeKind.Returned or NoticeKind.Extended or NoticeKind.ExtensionDeclined or NoticeKind.HandOver)) return null;
        if (notice is { Kind: NoticeKind.Reminder, Owner: { } away } && away != notice.Reader)
            return await EnsureAsync(SheetRef.Parse(notice.Sheet!), obligation, away, null, address, cancel, notice.Reader);
        var drafter = Drafters.IsFor(notice) ? notice.Reader : null;
        return await EnsureAsync(SheetRef.Parse(notice.Sheet!), obligation, drafter is null ? notice.Reader : notice.Owner!, drafter, address, cancel);
    }

    /// <summary>The key that opens a recommendation for whoever owes something in it; null for those who sign in with a second factor, and for what a letter must not open.</summary>
    /// <param name="address">Where the letter goes.</param>
    public async ValueTask<string?> EnsureAsync(Notice notice, DutyLook look, string address, CancellationToken cancel) =>
        notice.Kind != NoticeKind.CaseEscalation && look.Matter is { Duty.Party.Kind: PartyKind.Raiser or PartyKind.Body or PartyKind.LocalLeader }
            ? await cases.EnsureAsync(new CaseLink(notice.Case!, notice.CaseDuty!, notice.Round, notice.Reader, links.HashOfAddress(address)), cancel)
            : null;

    /// <summary>The key that opens an obligation as it stands now, for its official or for who prepares it; null where the cycle has no such rule.</summary>
    /// <param name="address">Where that reader's letters go: the link is dead once they have another address.</param>
    /// <param name="substitute">Who files for the official while they are away; null for the official.</param>
    public async ValueTask<string?> EnsureAsync(SheetRef sheet, Obligation obligation, string official, string? drafter, string? address, CancellationToken cancel, string? substitute = null)
    {
        var cycle = await cycles.FrozenAsync(sheet.Cycle, cancel);
        if (obligation.RuleIn(cycle.Edition) is not { } rule) return null;
        var due = obligation.Due > obligation.FirstDue ? obligation.Due : obligation.FirstDue;
        var last = Deadlines.LastDay(rule, due, rules.Calendar);
        return await links.EnsureAsync(
            new Link(
                sheet.Partition, obligation.Seat, official, obligation.Link, last.AddDays(DaysAfterLastDay), drafter, address is null ? null : links.HashOfAddress(address))
            { Substitute = substitute },
            cancel);
    }
}
