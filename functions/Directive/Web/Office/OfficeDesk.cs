using Directives.Access;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Reports;
using Directives.Web.History;

namespace Directives.Web.Office;

/// <summary>Answers the office's pages from the tables (R3, R10, R13).</summary>
public sealed class OfficeDesk(Installation installation) : IOfficePages
{
    private const int MostLate = 50;

    private readonly OverviewDesk _overview = new(installation);
    private readonly SearchDesk _search = new(installation);
    private readonly ReadingPages _reading = new(installation);

    /// <inheritdoc/>
    public async ValueTask<OfficeView> OverviewAsync(string? more, CancellationToken cancel) =>
        await _overview.OverviewAsync(more, await HeldAsync(cancel), cancel);

    /// <inheritdoc/>
    public ValueTask<SearchView> SearchAsync(string asked, CancellationToken cancel) => _search.SearchAsync(asked, cancel);

    /// <inheritdoc/>
    public ValueTask<ReportDays?> DaysAsync(string cycle, CancellationToken cancel) => _overview.DaysAsync(cycle, cancel);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AreaRow>?> AreasAsync(string cycle, CancellationToken cancel) => _overview.AreasAsync(cycle, cancel);

    /// <inheritdoc/>
    public ValueTask<ReadingView?> ReadingAsync(SeatPath path, int version, CancellationToken cancel) => _reading.ReadAsync(path, version, cancel);

    /// <inheritdoc/>
    public Task<RoundRefusal?> ReadAsync(SeatPath path, PersonSession by, int version, CancellationToken cancel) =>
        installation.Readings.ReadAsync(RefOf(path), path.Seat, by.Actor, version, cancel);

    /// <inheritdoc/>
    public Task<RoundRefusal?> DeclineAsync(SeatPath path, PersonSession by, string reason, CancellationToken cancel) =>
        installation.Rounds.DeclineAsync(RefOf(path), path.Seat, by.Actor, reason, cancel);

    /// <inheritdoc/>
    public async ValueTask<CycleView?> CycleAsync(string cycle, string? area, CancellationToken cancel)
    {
        if (await installation.Cycles.FindAsync(cycle, cancel) is not { } found) return null;
        var register = await installation.Registers.GetAsync(cancel);
        var sheets = await SheetsAsync(found, cancel);
        var areas = sheets.GroupBy(s => s.Ref.Area)
            .Select(g => new AreaRow(
                g.Key, register.PlaceOf(g.Key)?.Name ?? g.Key, g.Select(s => CountsOf(found, s)).Aggregate(SeatCounts.None, (a, b) => a + b)))
            .ToList();
        var view = new SeatViews(installation, found, register);
        var late = sheets.SelectMany(s => s.Obligations.Where(o => view.StateOf(o) == SeatState.Overdue).Select(o => (s.Ref, Owed: o)))
            .OrderBy(x => x.Owed.Due).ThenBy(x => x.Owed.Seat, StringComparer.Ordinal).Take(MostLate).ToList();
        var chosen = areas.FirstOrDefault(a => a.Code == area);
        return new CycleView
        {
            Cycle = Row(found, areas.Aggregate(SeatCounts.None, (sum, a) => sum + a.Counts)),
            EditionFrom = found.Edition.InForceFrom,
            Dues = [.. found.Roles().Select(r => new RoleDue(r.Role, Deadlines.Due(r, found.Period(), installation.Parts.Rules.Calendar), r.Name))],
            ClosedAt = found.ClosedAt is { } at ? view.Local(at) : null,
            Areas = areas,
            Days = await _overview.DaysAsync(found.Id, cancel),
            Late = await view.RowsAsync(late, cancel),
            YearsWithoutHolidays = found.YearsWithoutHolidays ?? [],
            Vacant = sheets.Sum(s => s.Obligations.Count(o => o.State == ObligationState.Open && view.HolderOf(o) is null)),
            Held = await HeldAsync(cancel),
            Area = chosen is null ? null : new AreaSeats(
                chosen,
                await view.RowsAsync([.. sheets.Where(s => s.Ref.Area == chosen.Code).SelectMany(s => s.Obligations.Select(o => (s.Ref, o)))], cancel)),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<ObligationView?> ObligationAsync(SeatPath path, CancellationToken cancel)
    {
        var sheet = RefOf(path);
        if (await installation.Cycles.FindAsync(path.Cycle, cancel) is not { } cycle
            || await installation.Reports.OwedAsync(sheet, path.Seat, cancel) is not { } owed
            || await installation.Dossiers.HeadAsync<SheetHead>(sheet.Dossier, cancel) is not { } held) return null;
        var register = await installation.Registers.GetAsync(cancel);
        var view = new SeatViews(installation, cycle, register);
        var filed = await installation.Reports.VersionsAsync(sheet, owed, cancel);
        var uses = (await installation.Links.UsesAsync(sheet.Partition, path.Seat, UseRow.Most, cancel)).Select(u => view.UseRow(u, false))
            .Concat(filed.Where(r => r.From is not null).Select(r => view.UseRow(new LinkUsed(r.At, r.By, r.From!), true)));
        var open = !held.Head.Closed && owed.State is not (ObligationState.Missed or ObligationState.NotOwed);
        return new ObligationView
        {
            Seat = (await view.RowsAsync([(sheet, owed)], cancel))[0],
            Cadence = cycle.Cadence,
            From = cycle.From,
            To = cycle.To,
            FirstDue = owed.FirstDue,
            Round = owed.Round,
            RoundReason = owed.RoundReason,
            History = await view.HistoryAsync(sheet, owed, cancel),
            Versions = [.. filed.Select(r => new ReportVersion(r.Version, LinkDesk.ReceiptOf(r, owed, cycle), r.Content))],
            Acts = await new HistoryReader(installation).OfSeatAsync(sheet, path.Seat, cancel),
            Uses = [.. uses.OrderByDescending(u => u.At)],
            Asked = open && owed.Waiting() is { } asked ? view.AskedRow(path, owed, asked) : null,
            ReadVersion = owed.ReadVersion,
            CanFile = view.HolderOf(owed) is not null && owed is { AfterClosing: false, State: not (ObligationState.Filed or ObligationState.NotOwed) },
            CanSendBack = open && owed.State == ObligationState.Filed,
            CanExtend = open && owed.State == ObligationState.Open,
            HolderId = view.HolderOf(owed)?.Id,
            Telephoned = owed.Telephoned is { } told && told.Round == owed.Round ? (view.Local(told.At), told.SpokeTo, told.Note) : null,
            // A link to a report that is in still shows it.
            CanRevoke = open,
        };
    }

    /// <inheritdoc/>
    public Task<RoundRefusal?> SendBackAsync(SeatPath path, PersonSession by, string reason, DateOnly due, CancellationToken cancel) =>
        installation.Rounds.SendBackAsync(RefOf(path), path.Seat, by.Actor, reason, due, cancel);

    /// <inheritdoc/>
    public Task<RoundRefusal?> ExtendAsync(SeatPath path, PersonSession by, string reason, DateOnly due, CancellationToken cancel) =>
        installation.Rounds.ExtendAsync(RefOf(path), path.Seat, by.Actor, reason, due, cancel);

    /// <inheritdoc/>
    public Task<RoundRefusal?> RevokeAsync(SeatPath path, PersonSession by, string reason, CancellationToken cancel) =>
        installation.Rounds.RevokeLinksAsync(RefOf(path), path.Seat, by.Actor, reason, cancel);

    /// <inheritdoc/>
    public Task ReleaseLettersAsync(PersonSession by, CancellationToken cancel) =>
        installation.Room.ReleaseAsync(by.Actor, "the office has looked", cancel);

    private SheetRef RefOf(SeatPath path) => path.SheetOf(installation.Parts.Authority);

    private async Task<IReadOnlyList<Sheet>> SheetsAsync(Cycle cycle, CancellationToken cancel)
    {
        var sheets = new List<Sheet>();
        foreach (var id in cycle.SheetRefs())
        {
            if (await Sheet.ReadAsync(installation.Dossiers, id, cancel) is { } sheet) sheets.Add(sheet);
        }

        return sheets;
    }

    private SeatCounts CountsOf(Cycle cycle, Sheet sheet)
    {
        var states = sheet.Obligations.CountBy(o => SeatViews.StateOf(o, cycle.Zone(), installation.Parts.Clock.GetUtcNow())).ToDictionary();
        return new SeatCounts(
            states.GetValueOrDefault(SeatState.OnTime), states.GetValueOrDefault(SeatState.Late), states.GetValueOrDefault(SeatState.Open),
            states.GetValueOrDefault(SeatState.Overdue), states.GetValueOrDefault(SeatState.Missed));
    }

    private async ValueTask<HeldLetters?> HeldAsync(CancellationToken cancel) =>
        await installation.Room.HeadAsync(cancel) is { Held: { } held } ? new HeldLetters(held.Day, held.Letters, held.Forecast) : null;

    private static CycleRow Row(Cycle cycle, SeatCounts counts) =>
        new(cycle.Id, cycle.Edition.Directive, cycle.Cadence, cycle.From, cycle.To, cycle.State, counts);
}
