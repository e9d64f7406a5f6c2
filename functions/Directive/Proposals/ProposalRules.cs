using Directives.Access;
using Directives.Editions;
using Directives.Register;

namespace Directives.Proposals;

/// <summary>What may be proposed, by whom it may be decided, and what it makes of the register; pure.</summary>
public static class ProposalRules
{
    /// <summary>Characters of a reason.</summary>
    public const int LongestReason = 1000;

    /// <summary>Characters of an edition.</summary>
    public const int LongestEdition = 30_000;

    /// <summary>Why a change cannot be proposed or done as things stand; null where it can.</summary>
    /// <param name="today">The local day.</param>
    public static ProposalRefusal? Refuses(Change change, RegisterSnapshot register, EditionLibrary editions, DateOnly today) => change switch
    {
        { Kind: ChangeKind.Edition } => EditionVerdict.Of(change.Edition ?? "", register, editions, today).Refusal,
        { Official: null } => ProposalRefusal.UnknownOfficial,
        _ when register.Official(change.Official) is null => ProposalRefusal.UnknownOfficial,
        { Kind: ChangeKind.BindAccount, Account: null } => ProposalRefusal.UnknownAccount,
        { Kind: ChangeKind.ResetFactor or ChangeKind.BindAccount } => null,
        { Duty: null } or { Place: null } => ProposalRefusal.UnknownPlace,
        _ when register.PlaceOf(change.Place) is null || (change.Duty != Duty.LocalLeader && register.Roots.All(r => r.Code != change.Place)) => ProposalRefusal.UnknownPlace,
        _ when change.From < today => ProposalRefusal.DateTooEarly,
        _ => After(register.Content, change) is not { } after ? ProposalRefusal.AlreadySo
            : TooFew(register.Content, after, today) ? ProposalRefusal.TooFew
            : null,
    };

    /// <summary>Why somebody cannot decide a proposal; null where they can.</summary>
    public static ProposalRefusal? RefusesDecision(Proposal proposal, string by, RegisterSnapshot register, DateOnly today) =>
        proposal.State != ProposalState.Proposed ? ProposalRefusal.NotOpen
        : proposal.By == by || register.MayActFor(by, proposal.By, today) ? ProposalRefusal.SamePerson
        : null;

    /// <summary>The register with the change; null where nothing would change.</summary>
    public static RegisterContent? After(RegisterContent content, Change change)
    {
        bool Same(Position p) => p.Duty == change.Duty && p.Place == change.Place && p.Official == change.Official;
        var before = change.From.AddDays(-1);
        if (change.Kind == ChangeKind.Give)
        {
            if (content.Positions.Any(p => Same(p) && p.From <= change.From && p.To is null)) return null;
            // What was to begin or to end later gives way to what lasts.
            var kept = content.Positions.Where(p => !(Same(p) && p.From >= change.From)).Select(p => Same(p) && p.To >= change.From ? p with { To = before } : p);
            return content with { Positions = [.. kept, new Position(change.Duty!.Value, change.Place!, change.Official!, change.From)] };
        }

        if (!content.Positions.Any(p => Same(p) && (p.To is null || p.To >= change.From))) return null;
        return content with
        {
            Positions =
            [
                .. content.Positions.Where(p => !(Same(p) && p.From >= change.From))
                    .Select(p => Same(p) && (p.To is null || p.To >= change.From) ? p with { To = before } : p),
            ],
        };
    }

    /// <summary>
    /// Whether nobody alone may open a way to act as a person: they carry a duty that takes a second factor, or will, or stand in for somebody who does.
    /// </summary>
    public static bool TakesTwo(string official, RegisterSnapshot register, DateOnly today) =>
        register.SubstituteFor(official, today).Select(o => o.Id).Append(official).Any(id => register.Content.Positions.Any(p =>
            p.Official == id && (p.To is null || p.To >= today) && (Roles.Of(p.Duty) & Roles.NeedsSecondFactor) != 0));

    /// <summary>Duties that fewer carry than must, each with its place; a register from before there were such duties lacks them all.</summary>
    public static IReadOnlyList<MissingDuty> Missing(RegisterSnapshot register, DateOnly today) =>
    [
        .. from root in register.Roots
           from duty in Enum.GetValues<Duty>()
           let held = Holders(register.Content, duty, root.Code, today)
           where held < Roles.Fewest(duty)
           select new MissingDuty(duty, root.Code, held, Roles.Fewest(duty)),
    ];

    /// <summary>Whether a change leaves too few on any day from today on where there were more.</summary>
    private static bool TooFew(RegisterContent before, RegisterContent after, DateOnly today)
    {
        var days = after.Positions.SelectMany(p => new[] { p.From, p.To is { } to && to < DateOnly.MaxValue ? to.AddDays(1) : today }).Append(today).Where(d => d >= today).Distinct();
        var places = before.Positions.Where(p => Roles.Fewest(p.Duty) > 0).Select(p => (p.Duty, p.Place)).Distinct().ToList();
        return days.Any(day => places.Any(at =>
            Holders(after, at.Duty, at.Place, day) is var left && left < Roles.Fewest(at.Duty) && left < Holders(before, at.Duty, at.Place, day)));
    }

    private static int Holders(RegisterContent content, Duty duty, string place, DateOnly day) => content.Positions
        .Where(p => p.Duty == duty && p.Place == place && p.From <= day && (p.To is null || day <= p.To)).Select(p => p.Official).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>A duty that fewer carry than must.</summary>
/// <param name="Place">Code of the root.</param>
public sealed record MissingDuty(Duty Duty, string Place, int Held, int Fewest);
