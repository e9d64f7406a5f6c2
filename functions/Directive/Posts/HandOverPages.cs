using Directives.Access;
using Directives.Cycles;
using Directives.Register;
using Directives.Reports;
using Directives.Web.Cases;
using Directives.Web.Mine;

namespace Directives.Posts;

/// <summary>Answers the hand-over brief of a seat from the tables, to who holds it and to the office. What is confidential is never in it.</summary>
public sealed class HandOverPages(Installation installation)
{
    private const int MostReports = 3;
    private const int MostCases = 50;

    /// <summary>The brief; null where there is no such seat, or it is not the reader's.</summary>
    public async ValueTask<HandOverView?> ViewAsync(string seat, PersonSession person, Who may, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var today = installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());
        var own = new Own(register, await installation.Assistants.GetAsync(cancel), person.Whom, today);
        if (register.Seat(seat) is not { } found || !May.RowsOf(Deed.ReadHandOver, may).Any(r => own.Has(r, found))) return null;
        var holder = register.HolderOf(seat, today);
        var posts = register.PostsAt(seat);
        var seats = (string[])[seat, .. register.PredecessorSeats(seat, today)];
        var reports = await ReportsAsync(seats, cancel);
        return new HandOverView
        {
            Seat = found,
            Place = register.PlaceOf(found.Place)?.Name ?? found.Place,
            Holder = holder?.Titles(),
            Since = posts.FirstOrDefault(p => p.Official == holder?.Id && p.From <= today && (p.To is null || p.To >= today))?.From,
            Before = [.. posts.Where(p => p.To < today).Select(p => new HeldRow(register.Official(p.Official)!.Titles(), p.From, p.To))],
            Leaders = [.. register.DutyHolders(Duty.LocalLeader, found.Place, today).Select(o => o.Titles())],
            Open = [.. (await new MineDuties(installation).OfAsync(seats, register, cancel)).Where(d => d.IsOwed)],
            Promises = reports is [(_, var last), ..] ? PromiseRules.Of(last.Content) : [],
            Cases = await CasesAsync(seats, register, today, cancel),
            Reports = [.. reports.Select(r => new BriefReport(
                r.Cycle.Cadence, r.Cycle.To, register.Official(r.Report.By)?.Titles(), r.Cycle.Zone().LocalAt(r.Report.At), r.Report.Content.Difficulties, r.Report.Content.Feedback))],
            IsOwn = own.Has(Rows.OwnPosts, found),
        };
    }

    private async Task<List<(Cycle Cycle, FiledReport Report)>> ReportsAsync(string[] seats, CancellationToken cancel)
    {
        var found = new List<(Cycle, FiledReport)>();
        foreach (var row in (await installation.Cycles.ListAsync(cancel)).OrderByDescending(c => c.To))
        {
            var cycle = await installation.Cycles.FrozenAsync(row.Id, cancel);
            foreach (var seat in seats)
            {
                if (cycle.SheetOf(seat) is not { } sheet || await installation.Reports.NewestAsync(sheet, seat, cancel) is not { } report) continue;
                found.Add((cycle, report));
                if (found.Count == MostReports) return found;
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<RaisedRow>> CasesAsync(string[] seats, RegisterSnapshot register, DateOnly today, CancellationToken cancel)
    {
        var rows = new Dictionary<string, RaisedRow>(StringComparer.Ordinal);
        foreach (var seat in seats)
        {
            foreach (var entry in await installation.Owed.RaisedAsync(seat, MostCases, cancel))
            {
                if (await installation.Cases.FindAsync(entry.Case, cancel) is not { State: { IsOpen: true } state } open) continue;
                rows[entry.Case] = new RaisedRow(entry.Case, CaseLook.PlaceName(register, state.Place, today), OwedPages.Begin(open), state.Stage, state.RaisedOn, state.Urgent);
            }
        }

        return [.. rows.Values.OrderBy(r => r.RaisedOn)];
    }
}
