using Directives.Access;
using Directives.Assistants;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;

namespace Directives.Reports;

/// <summary>One version of a report as it is kept (R4).</summary>
public sealed record FiledReport(int Version, DateTimeOffset At, string By, FilingMark Mark, string Receipt, ReportContent Content)
{
    /// <summary>From where it was filed by a personal link; null for otherwise.</summary>
    public LinkUse? From { get; init; }

    /// <summary>For whom it was filed, where that was another; both names stand on it.</summary>
    public string? For { get; init; }

    /// <summary>How it came to the office, where the office filed it.</summary>
    public Received? Received { get; init; }
}

/// <summary>What became of a filing.</summary>
public abstract record FilingResult
{
    /// <summary>The report is in. A second submission of the same words gets the same receipt.</summary>
    public sealed record Accepted(string Receipt, DateTimeOffset At, FilingMark Mark, bool AfterClosing, int Version) : FilingResult
    {
        /// <summary>What a version that is in was answered with, by what became of the obligation.</summary>
        public static Accepted Of(FiledReport report, Obligation owed) =>
            new(report.Receipt, report.At, owed.Mark ?? report.Mark, owed.AfterClosing, report.Version);
    }

    /// <summary>Another report is in already; nothing was changed.</summary>
    public sealed record AlreadyFiled(string Receipt, DateTimeOffset At) : FilingResult;

    /// <summary>The seat owes nothing on this sheet.</summary>
    public sealed record NothingOwed : FilingResult;

    /// <summary>Whoever files may not do so by this way (any more); nothing was changed.</summary>
    public sealed record NotAdmitted : FilingResult;
}

/// <summary>Takes reports in (R3, R4): before the due day has ended it stops the chase, after it it settles as late, after closing it is kept.</summary>
public sealed class ReportDesk(DossierStore dossiers, CycleStore cycles, Chases chases, IAlarm alarm, TimeProvider clock)
{
    /// <summary>Files a report for a seat. When it returns <see cref="FilingResult.Accepted"/>, the report survives a loss of power.</summary>
    /// <param name="id">The sheet.</param>
    /// <param name="seat">The seat that owes.</param>
    /// <param name="by">Who files.</param>
    /// <param name="content">What <see cref="ReportRules"/> found good.</param>
    /// <param name="admits">Whether the obligation, as it stands when it is written, may be filed by this way; null for always.</param>
    /// <param name="seen">What the caller has just looked at; read again only if another act came between.</param>
    /// <param name="amends">The version that it replaces while <see cref="AmendRules"/> let it; null for a first filing or a new round.</param>
    /// <param name="from">From where, if by a personal link; kept beside the report, in the same act.</param>
    /// <param name="received">How it came to the office, where the office files it for the official.</param>
    /// <param name="cancel">Stops before the act, never after.</param>
    public Task<FilingResult> FileAsync(
        SheetRef id, string seat, Actor by, ReportContent content, Func<Obligation, bool>? admits = null, SeatSeen? seen = null,
        int? amends = null, LinkUse? from = null, Received? received = null, CancellationToken cancel = default) => Races.AgainAsync<FilingResult>(async () =>
        {
            // As this process left the sheet: an act that rests on it loses the race if another came since, and whoever is refused is judged by what stands.
            var known = seen ?? await SeatSeen.RecallAsync(dossiers, id, seat, cancel);
            var isNew = known is null;
            known ??= await LookAsync(id, seat, cancel);
            seen = null;
            var result = await FileAsync(id, known, by, content, admits, amends, from, received, cancel);
            return isNew || result is FilingResult.Accepted ? result : await FileAsync(id, await LookAsync(id, seat, cancel), by, content, admits, amends, from, received, cancel);
        });

    private async Task<FilingResult> FileAsync(
        SheetRef id, SeatSeen? now, Actor by, ReportContent content, Func<Obligation, bool>? admits, int? amends, LinkUse? from, Received? received, CancellationToken cancel)
    {
        if (now is not var (held, owed) || owed is { State: ObligationState.NotOwed }) return new FilingResult.NothingOwed();
        if (admits?.Invoke(owed) == false) return new FilingResult.NotAdmitted();
        // What was recommended once stays recommended.
        if (owed.Versions > 0) content = CaseRowRules.Keeping(content, (await FindAsync(id, owed.Seat, owed.Versions, cancel))?.Content);
        if (owed.State == ObligationState.Filed || owed.AfterClosing || (amends is { } version && version != owed.Versions && owed.Versions > 0))
        {
            var already = await AlreadyAsync(id, owed, content, cancel);
            if (already is FilingResult.Accepted || amends != owed.Versions || !await MayAmendAsync(id, now, cancel)) return already;
        }

        return await CommitAsync(id, held, owed, by, new FiledReport(0, default, by.Id, default, "", content) { For = by.For, From = from, Received = received }, cancel);
    }

    /// <summary>What the seat owes on this sheet, to be read only, or null for nothing. One read.</summary>
    public ValueTask<Obligation?> OwedAsync(SheetRef id, string seat, CancellationToken cancel = default) =>
        dossiers.RowAsync<Obligation>(id.Dossier, SheetRef.ObligationKey(seat), cancel);

    /// <summary>What the seat owes on this sheet, to be acted on, or null for nothing.</summary>
    public ValueTask<SeatSeen?> LookAsync(SheetRef id, string seat, CancellationToken cancel = default) =>
        SeatSeen.LookAsync(dossiers, id, seat, cancel);

    /// <summary>Whether the newest version of a report may be replaced now.</summary>
    public async ValueTask<bool> MayAmendAsync(SheetRef id, SeatSeen seen, CancellationToken cancel = default)
    {
        if (seen.Owed.State != ObligationState.Filed) return false;
        var cycle = await cycles.FrozenAsync(id.Cycle, cancel);
        var chase = await chases.ForAsync(cycle.Edition, cancel);
        var (sheet, own) = (cycle.Zone().EndOfDay(seen.Sheet.Head.LastDay), chase.LadderFor(seen.Owed.Role, seen.Owed.Due, seen.Owed.Rule).Close);
        return AmendRules.May(seen.Owed, seen.Sheet.Head.Closed, sheet > own ? sheet : own, clock.GetUtcNow());
    }

    /// <summary>A version of a seat's report, or null.</summary>
    public ValueTask<FiledReport?> FindAsync(SheetRef id, string seat, int version, CancellationToken cancel = default) =>
        dossiers.RowAsync<FiledReport>(id.Dossier, SheetRef.ReportKey(seat, version), cancel);

    /// <summary>The newest version of a seat's report, or null. Two reads at most.</summary>
    public async ValueTask<FiledReport?> NewestAsync(SheetRef id, string seat, CancellationToken cancel = default) =>
        await OwedAsync(id, seat, cancel) is { } owed ? await NewestAsync(id, owed, cancel) : null;

    /// <summary>The newest version of what is owed, or null where none was filed. One read at most.</summary>
    public async ValueTask<FiledReport?> NewestAsync(SheetRef id, Obligation owed, CancellationToken cancel = default) =>
        owed.Versions > 0 ? await FindAsync(id, owed.Seat, owed.Versions, cancel) : null;

    /// <summary>All versions of what is owed, the newest first.</summary>
    public async ValueTask<IReadOnlyList<FiledReport>> VersionsAsync(SheetRef id, Obligation owed, CancellationToken cancel = default)
    {
        var filed = new List<FiledReport>();
        for (var number = owed.Versions; number > 0; number--)
        {
            if (await FindAsync(id, owed.Seat, number, cancel) is { } report) filed.Add(report);
        }

        return filed;
    }

    private async Task<FilingResult> CommitAsync(
        SheetRef id, Held<SheetHead> held, Obligation owed, Actor by, FiledReport filing, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var cycle = await cycles.FrozenAsync(id.Cycle, cancel);
        var chase = await chases.ForAsync(cycle.Edition, cancel);
        var mark = chase.MarkAt(owed, now);
        // By the date, not by whether the alarm that marks it missed has rung yet.
        var afterClosing = owed.State == ObligationState.Missed || chase.LadderFor(owed.Role, owed.Due, owed.Rule).Close <= now;
        var version = owed.Versions + 1;
        var report = filing with { Version = version, At = now, Mark = mark, Receipt = ReceiptOf(id, seat: owed.Seat, version) };
        var filed = (owed with
        {
            State = afterClosing ? ObligationState.Missed : ObligationState.Filed,
            AfterClosing = afterClosing,
            Mark = afterClosing ? owed.Mark : owed.Mark ?? mark,
            Versions = version,
            FiledAt = now,
            Receipt = report.Receipt,
            Raising = report.Content.Cases is { Count: > 0 } ? version : owed.Raising,
        }).Telling(Receipts(id, owed, by, report, chase.Drafters), [], now);
        // That this ladder climbs no further moves no other: the sheet looks no later for it.
        var head = held.Head.Owes(owed.Seat, now) with { Tally = Counted(held.Head.Tally, owed, filed) };
        var act = new Act(owed.State == ObligationState.Filed ? "report-amended" : "report-filed", by, filing.Received?.Note)
            .Put(SheetRef.ObligationKey(owed.Seat), filed)
            .Insert(SheetRef.ReportKey(owed.Seat, version), report)
            .Note(owed.Seat, $"{owed.State}", afterClosing ? "kept after closing" : $"{mark}");
        await dossiers.CommitAsync(id.Dossier, held, head, act, cancel);
        alarm.Changed(id.Dossier);
        return FilingResult.Accepted.Of(report, filed);
    }

    /// <summary>The first filing counts, whatever follows.</summary>
    private static Tally Counted(Tally tally, Obligation before, Obligation after) => (before.Mark, after.Mark) switch
    {
        (null, FilingMark.OnTime) => tally with { OnTime = tally.OnTime + 1 },
        (null, FilingMark.Late) => tally with { Late = tally.Late + 1 },
        (null, null) when before.State == ObligationState.Open => tally with { Missed = tally.Missed + 1 },
        _ => tally,
    };

    private async Task<FilingResult> AlreadyAsync(SheetRef id, Obligation owed, ReportContent content, CancellationToken cancel)
    {
        var last = await FindAsync(id, owed.Seat, owed.Versions, cancel)
            ?? throw new InvalidDataException($"Report {owed.Versions} of {owed.Seat} is gone.");
        return last.Content.Says(content)
            ? FilingResult.Accepted.Of(last, owed)
            : new FilingResult.AlreadyFiled(last.Receipt, last.At);
    }

    private static string ReceiptOf(SheetRef id, string seat, int version) => $"{id.Cycle}/{seat}/{version}";

    /// <summary>To the official, and to whoever prepares reports for them.</summary>
    private static List<Notice> Receipts(SheetRef id, Obligation owed, Actor by, FiledReport report, Drafters drafters)
    {
        var own = new Notice
        {
            Kind = NoticeKind.Receipt,
            Reader = by.For ?? by.Id,
            Cycle = id.Cycle,
            Sheet = id.Partition,
            Seat = owed.Seat,
            Round = owed.Round,
            Rung = report.Version == 1 ? "receipt" : $"receipt-{report.Version}",
            Due = owed.Due,
            Owner = by.For ?? by.Id,
            Decided = report.At,
            Words = report.Receipt,
            By = by.For is null ? null : by.Id,
        };
        return [own, .. drafters.Of(own.Reader).Select(drafter => own with { Reader = drafter })];
    }
}
