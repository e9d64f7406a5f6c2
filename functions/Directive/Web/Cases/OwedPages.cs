using Directives.Access;
using Directives.Calendars;
using Directives.Language;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Web.Cases;

/// <summary>Answers "who owes what" from the owed index, each line asked of its case again. Costs what is listed, not what is on file.</summary>
public sealed class OwedPages(Installation installation) : IOwedPages
{
    /// <summary>Lines that are read of one party.</summary>
    public const int Most = 100;

    private const int MostText = 90;

    /// <inheritdoc/>
    public async ValueTask<OwedView> OwnAsync(CaseViewer viewer, CancellationToken cancel)
    {
        var look = await LookAsync(cancel);
        var own = new Own(look.Register, await installation.Assistants.GetAsync(cancel), viewer.Whom, look.Today);
        var rows = new List<OwedRow>();
        var more = false;
        foreach (var party in PartiesOf(own, viewer.Roles))
        {
            var (found, left) = await RowsAsync(party, look, viewer.OnlyCase, cancel);
            rows.AddRange(found);
            more |= left;
        }

        var raised = new List<RaisedRow>();
        foreach (var seat in viewer.OnlyCase is null && viewer.Roles.HasFlag(Who.Official) ? own.Seats : []) raised.AddRange(await RaisedAsync(seat.Id, look, cancel));
        return new OwedView(
            [.. rows.OrderByDescending(r => r.Urgent).ThenBy(r => r.Duty.Due).ThenBy(r => r.Case, StringComparer.Ordinal)],
            [.. raised.OrderBy(r => r.RaisedOn)], more, viewer.OnlyCase is null && viewer.Roles.HasFlag(Who.Official));
    }

    /// <inheritdoc/>
    public async ValueTask<OwedPartiesView> PartiesAsync(CancellationToken cancel)
    {
        var look = await LookAsync(cancel);
        var parties = new List<OwedParty>();
        foreach (var party in await installation.Owed.PartiesAsync(cancel))
        {
            var entries = await installation.Owed.ListAsync(party, Most, cancel);
            if (entries.Count == 0) continue;
            var first = entries.Min(e => e.Due);
            parties.Add(new OwedParty(party, look.NameOf(party), entries.DistinctBy(e => e.What).Count(), first, first < look.Today));
        }

        return new OwedPartiesView([.. parties.OrderBy(p => p.First).ThenBy(p => $"{p.Party.Kind} {p.Party.Code}", StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public async ValueTask<OwedPartyView?> PartyAsync(Party party, CancellationToken cancel)
    {
        var look = await LookAsync(cancel);
        if (!look.Knows(party)) return null;
        var (rows, more) = await RowsAsync(party, look, null, cancel);
        return new OwedPartyView(party, look.NameOf(party), rows, more);
    }

    /// <summary>All that a person answers for, as far as their roles count: nothing for one who may stand in no longer.</summary>
    private static IEnumerable<Party> PartiesOf(Own own, Who roles)
    {
        return
        [
            .. If(Who.Official, own.Seats.Select(s => new Party(PartyKind.Raiser, s.Id))), .. If(Who.Agency, own.Bodies.Select(b => new Party(PartyKind.Body, b.Id))),
            .. If(Who.LocalLeader, own.Places.Select(p => new Party(PartyKind.LocalLeader, p))),
            .. If(Who.Office, [Party.Office]), .. If(Who.Recorder, [Party.Committee]),
        ];

        IEnumerable<Party> If(Who role, IEnumerable<Party> parties) => roles.HasFlag(role) ? parties : [];
    }

    private async ValueTask<(IReadOnlyList<OwedRow> Rows, bool More)> RowsAsync(Party party, Look look, string? only, CancellationToken cancel)
    {
        var (owed, more) = only is null ? await installation.OwedCases.ListAsync(party, Most, cancel) : (await installation.OwedCases.InAsync(only, party, cancel), false);
        return ([.. owed.Select(o => RowOf(o.Case, o.Duty, look)).OrderByDescending(r => r.Urgent).ThenBy(r => r.Duty.Due)], more);
    }

    private async ValueTask<IReadOnlyList<RaisedRow>> RaisedAsync(string seat, Look look, CancellationToken cancel)
    {
        var rows = new Dictionary<string, RaisedRow>(StringComparer.Ordinal);
        foreach (var entry in await installation.Owed.RaisedAsync(seat, Most, cancel))
        {
            if (await installation.Cases.FindAsync(entry.Case, cancel) is { State: { IsOpen: true } state } open)
                rows[entry.Case] = new RaisedRow(entry.Case, CaseLook.PlaceName(look.Register, state.Place, look.Today), Begin(open), state.Stage, state.RaisedOn, state.Urgent);
        }

        return [.. rows.Values];
    }

    private static OwedRow RowOf(OpenCase open, CaseDuty duty, Look look) => new(
        open.Ref.Id, CaseLook.PlaceName(look.Register, open.State.Place, look.Today), Begin(open), duty, look.NameOf(duty.Party), open.State.Urgent,
        Math.Max(0, Zone.Of(open.Held.Head.Zone).DateAt(look.Now).DayNumber - duty.Due.DayNumber));

    /// <summary>How a case begins, for lists.</summary>
    internal static string Begin(OpenCase open)
    {
        var text = ((Raised)open.Events[0]).Text.ReplaceLineEndings(" ");
        return text.Length <= MostText ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText).TrimEnd(), "…");
    }

    private async ValueTask<Look> LookAsync(CancellationToken cancel)
    {
        var now = installation.Parts.Clock.GetUtcNow();
        return new Look(await installation.Registers.GetAsync(cancel), now, installation.Parts.Rules.DayAt(now));
    }

    /// <summary>The register and the time of one look.</summary>
    private sealed record Look(RegisterSnapshot Register, DateTimeOffset Now, DateOnly Today)
    {
        public bool Knows(Party party) => party.Kind switch
        {
            PartyKind.Body => Register.Body(party.Code) is not null,
            PartyKind.LocalLeader => Register.PlaceOf(party.Code) is not null,
            PartyKind.Raiser => Register.Seat(party.Code) is not null,
            _ => party.Code.Length == 0,
        };

        public Bilingual? NameOf(Party party) => party.Kind switch
        {
            PartyKind.Body when Register.Body(party.Code) is { } body => body.Names(),
            PartyKind.LocalLeader => Both(CaseLook.PlaceName(Register, party.Code, Today)),
            PartyKind.Raiser when Register.Seat(party.Code) is { } seat =>
                Register.HolderOf(seat.Id, Today)?.Titles() ?? Both(CaseLook.PlaceName(Register, seat.Place, Today)),
            _ => null,
        };

        private static Bilingual Both(string name) => new(name, name);
    }
}
