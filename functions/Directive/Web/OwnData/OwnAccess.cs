using Directives.Access;
using Directives.Access.Accounts;
using Directives.Assistants;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Language;
using Directives.Register;
using Directives.Tables;

namespace Directives.Web.OwnData;

/// <summary>What the system holds about how one person got in: sessions, the trail of the account, personal links and their uses.</summary>
internal sealed class OwnAccess(Installation installation, string person)
{
    /// <summary>Sessions whose rows are still there, the newest first.</summary>
    public async ValueTask<IReadOnlyList<OwnSession>> SessionsAsync(CancellationToken cancel) =>
        [.. (await installation.Sessions.ListAsync(person, SessionRules.Absolute, cancel)).Select(s => new OwnSession(s.Row.Begun, s.Seen, s.Row.How, s.Row.Network, s.Row.Device, s.Row.SecondFactor))];

    /// <summary>The trail of the account, the newest first.</summary>
    public async ValueTask<IReadOnlyList<OwnAccountAct>> AccountAsync(CancellationToken cancel) =>
    [
        .. (await installation.Accounts.RowsAsync<TrailEntry>(person, Keys.TrailPrefix, cancel)).OrderByDescending(e => e.Number)
            .Select(e => new OwnAccountAct(e.At, e.Act, e.Facts?.FirstOrDefault(f => f.About == "session") is { } device ? device.After ?? device.Before : null)),
    ];

    /// <summary>Links to obligations of the person's posts, past ones too, and to those that they prepare today.</summary>
    public async ValueTask<IReadOnlyList<OwnLink>> LinksAsync(Official? own, IReadOnlyCollection<string> seats, RegisterSnapshot register, AssistantSet assistants, CancellationToken cancel)
    {
        var today = installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());
        var prepared = new Own(register, assistants, person, today).PreparedFor.SelectMany(o => register.PostsOf(o, today).Select(p => (p.Seat, Official: o))).ToLookup(p => p.Seat, p => p.Official);
        var found = new List<OwnLink>();
        foreach (var listed in await installation.Cycles.ListAsync(cancel))
        {
            var cycle = await installation.Cycles.FrozenAsync(listed.Id, cancel);
            foreach (var (sheet, seat) in cycle.Sheets.SelectMany(s => s.Seats.Select(x => (new SheetRef(cycle.Authority, cycle.Id, s.Area, s.Part), x.Seat))))
            {
                if (seats.Contains(seat) && await OfAsync(cycle, sheet, seat, person, null, own, register, cancel) is { } mine) found.Add(mine);
                foreach (var official in prepared[seat])
                {
                    if (await OfAsync(cycle, sheet, seat, official, person, own, register, cancel) is { } theirs) found.Add(theirs);
                }
            }
        }

        return found;
    }

    private async ValueTask<OwnLink?> OfAsync(
        Cycle cycle, SheetRef sheet, string seat, string official, string? drafter, Official? own, RegisterSnapshot register, CancellationToken cancel)
    {
        if (await installation.Reports.OwedAsync(sheet, seat, cancel) is not { } owed) return null;
        var opens = new List<DateOnly>();
        foreach (var to in new[] { null, own is null ? null : installation.Links.HashOfAddress(own.Address) }.Distinct())
        {
            for (var number = 1; number <= owed.Link; number++)
            {
                if (await installation.Links.GivenAsync(new Link(sheet.Partition, seat, official, number, default, drafter, to), cancel) is { } link) opens.Add(link.Until);
            }
        }

        var uses = (await installation.Links.UsesAsync(sheet.Partition, seat, null, cancel)).Where(u => u.By == person).Select(u => Of(u.At, u.From, false));
        var filed = drafter is not null ? []
            : (await installation.Reports.VersionsAsync(sheet, owed, cancel)).Where(r => r.By == person && r.From is not null).Select(r => Of(r.At, r.From!, true));
        var all = uses.Concat(filed).OrderByDescending(u => u.At).ToList();
        return opens.Count + all.Count == 0 ? null : new OwnLink(
            cycle.Id, new Bilingual(Texts.Vietnamese.Period(cycle.Cadence, cycle.To), Texts.English.Period(cycle.Cadence, cycle.To)),
            register.PlaceOf(owed.Place)?.Name ?? owed.Place, drafter is not null, opens, all);
    }

    private static OwnLinkUse Of(DateTimeOffset at, LinkUse from, bool filed) => new(at, from.Network, from.Device, filed);
}
