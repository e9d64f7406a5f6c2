using Directives.Access;
using Directives.Calendars;
using Directives.Editions;
using Directives.Language;
using Directives.Proposals;
using Directives.Register;
using Directives.Web.Rules;

namespace Directives.Web.Admin;

/// <summary>Answers the administrators' pages from register, editions and proposals.</summary>
public sealed class AdminDesk(Installation installation) : IAdminPages
{
    private const int MostFound = 30;
    private const int MostDecided = 10;

    private Zone Zone => installation.Parts.Rules.ZoneAt(installation.Parts.Clock.GetUtcNow());

    private DateOnly Today => Zone.DateAt(installation.Parts.Clock.GetUtcNow());

    /// <inheritdoc/>
    public async ValueTask<AdminView> ShowAsync(string find, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var all = await installation.Proposals.ListAsync(cancel);
        var found = find.Length == 0 ? [] : register.Content.Officials.Where(o => Matches(o, find)).OrderBy(o => o.Id, StringComparer.Ordinal).ToList();
        var today = Today;
        return new AdminView
        {
            Open = [.. all.Where(p => p.State == ProposalState.Proposed).Select(p => RowOf(p, register))],
            Decided = [.. all.Where(p => p.State != ProposalState.Proposed).Take(MostDecided).Select(p => RowOf(p, register))],
            Duties =
            [
                .. from root in register.Roots
                   from duty in Enum.GetValues<Duty>()
                   where duty != Duty.LocalLeader
                   select new DutyRow(duty, root.Name, [.. register.DutyHolders(duty, root.Code, today).Select(o => (o.Id, o.Titles()))], Roles.Fewest(duty)),
            ],
            Substitutes =
            [
                .. register.Content.Substitutes.Where(s => register.MayActFor(s.By, s.For, today))
                    .Select(s => (register.Official(s.By)!.Titles(), register.Official(s.For)!.Titles())),
            ],
            Editions = [.. installation.Parts.Rules.Editions.All.Select(e => (e.Directive, e.Id, e.InForceFrom))],
            Find = find,
            Found = [.. found.Take(MostFound).Select(o => (o.Id, o.Titles()))],
            FoundInAll = found.Count,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<AdminPersonView?> PersonAsync(string official, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        if (register.Official(official) is not { } person) return null;
        var today = Today;
        return new AdminPersonView
        {
            Id = person.Id,
            Title = person.Titles(),
            Address = person.Address,
            Duties =
            [
                .. register.Content.Positions.Where(p => p.Official == official && (p.To is null || p.To >= today))
                    .Select(p => new HeldDuty(p.Duty, p.Place, register.PlaceOf(p.Place)?.Name ?? p.Place, p.From, p.To)),
            ],
            Roots = [.. register.Roots.Select(r => (r.Code, r.Name))],
            Today = today,
            Waiting = [.. (await installation.Entra.WaitingAsync(cancel)).Select(i => (i.Id, $"{i.Name} ({i.Oid})"))],
        };
    }

    /// <inheritdoc/>
    public async ValueTask<ProposalView?> ProposalAsync(int number, PersonSession reader, CancellationToken cancel)
    {
        if (await installation.Proposals.FindAsync(number, cancel) is not { } proposal) return null;
        var register = await installation.Registers.GetAsync(cancel);
        return new ProposalView(
            RowOf(proposal, register),
            ProposalRules.RefusesDecision(proposal, reader.Official, register, Today) is null,
            proposal.State == ProposalState.Proposed && proposal.By == reader.Official)
        {
            Change = proposal.Change.Edition is { } text ? await new RulesDesk(installation).ChangeAsync(text, proposal.State == ProposalState.Proposed, cancel) : null,
        };
    }

    /// <inheritdoc/>
    public Task<(int Number, ProposalRefusal? Refusal)> ProposeAsync(Change change, PersonSession by, string reason, CancellationToken cancel) =>
        installation.Changes.ProposeAsync(change, by.Official, reason, cancel);

    /// <inheritdoc/>
    public Task<ProposalRefusal?> ConfirmAsync(int number, PersonSession by, CancellationToken cancel) =>
        installation.Changes.ConfirmAsync(number, by.Official, cancel);

    /// <inheritdoc/>
    public Task<ProposalRefusal?> DeclineAsync(int number, PersonSession by, string reason, CancellationToken cancel) =>
        installation.Changes.DeclineAsync(number, by.Official, reason, cancel);

    /// <inheritdoc/>
    public Task<ProposalRefusal?> WithdrawAsync(int number, PersonSession by, CancellationToken cancel) =>
        installation.Changes.WithdrawAsync(number, by.Official, cancel);

    private ProposalRow RowOf(Proposal proposal, RegisterSnapshot register) => new(
        proposal,
        proposal.Change.Official is { } about ? ActorName.Of(register, about, null) : null,
        proposal.Change.Place is { } place ? register.PlaceOf(place)?.Name ?? place : null,
        ActorName.Of(register, proposal.By, null),
        Zone.LocalAt(proposal.At),
        proposal.DecidedBy is { } by ? ActorName.Of(register, by, null) : null,
        proposal.DecidedAt is { } at ? Zone.LocalAt(at) : null)
    {
        Name = proposal.Change.Edition is { } text ? EditionFile.Parse(text, "edition").Id : "",
    };

    private static bool Matches(Official official, string find) =>
        official.Id.Equals(find, StringComparison.OrdinalIgnoreCase)
        || Folding.Fold(official.Title).Contains(Folding.Fold(find), StringComparison.Ordinal)
        || Folding.Fold(official.TitleEn).Contains(Folding.Fold(find), StringComparison.Ordinal);
}
