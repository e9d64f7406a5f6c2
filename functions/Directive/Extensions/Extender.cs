using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;
using Directives.Reports;
using Directives.Tables;

namespace Directives.Extensions;

/// <summary>
/// Extends whole areas (R3). Too big for one batch, so confirmed in one act that owes the rest: an act per sheet, claimed by a row there,
/// then every reader's notices at once, so that each gets one letter. Killed anywhere, the next wake does what is left.
/// </summary>
public sealed class Extender(
    DossierStore dossiers, ExtensionStore store, CycleStore cycles, Chases chases, RegisterStore registers, RuleBook rules, Mailboxes mailboxes,
    PostRoom room, IAlarm alarm, TimeProvider clock)
{
    /// <summary>What it would do. Changes nothing.</summary>
    public async Task<(RoundRefusal? Refusal, AreaExtensionPreview? Preview)> PreviewAsync(ExtensionRequest request, CancellationToken cancel = default)
    {
        if (await cycles.FindAsync(request.Cycle, cancel) is not { } cycle) return (RoundRefusal.NothingOwed, null);
        if (cycle.State == CycleState.Closed) return (RoundRefusal.Over, null);
        var (rule, now) = await RulesAsync(cycle, cancel);
        if (rule.Refuses(request) is { } refusal) return (refusal, null);
        var moves = new List<ExtensionMove>();
        var there = 0;
        var places = request.Places.ToHashSet(StringComparer.Ordinal);
        foreach (var id in SheetsOf(cycle, rule, places))
        {
            if (await Sheet.ReadAsync(dossiers, id, cancel) is not { } sheet) continue;
            there += sheet.Obligations.Count(o => rule.Lies(o.Place, id.Area, places));
            moves.AddRange(rule.Moves(sheet, request, now));
        }

        return moves.Count == 0 ? (RoundRefusal.NothingOwed, null) : (null, new AreaExtensionPreview(
            moves.Count,
            moves.Select(m => m.Told.Owner).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            moves.SelectMany(m => m.Told.Readers).Distinct(StringComparer.Ordinal).Count(),
            moves.Count(m => m.Told.Owner is null),
            there - moves.Count)
        {
            ByRole = moves.CountBy(m => (m.Before.Role, m.Before.Rule)).ToDictionary(),
        });
    }

    /// <summary>Confirms an extension: from here on it will be carried out. Null when done; the same id again is the same as done.</summary>
    /// <param name="id">Made with the preview.</param>
    public Task<RoundRefusal?> ConfirmAsync(string id, ExtensionRequest request, Actor by, CancellationToken cancel = default) =>
        Races.AgainAsync<RoundRefusal?>(async () =>
        {
            var held = await store.HeadAsync(cancel);
            if (await store.FindAsync(id, cancel) is { } known) return known.Request.Same(request) ? null : RoundRefusal.NothingOwed;
            var (refusal, preview) = await PreviewAsync(request, cancel);
            if (refusal is not null) return refusal;
            var cycle = await cycles.FrozenAsync(request.Cycle, cancel);
            var (rule, now) = await RulesAsync(cycle, cancel);
            var extension = new Extension
            {
                Id = id,
                Request = request,
                By = by.Id,
                For = by.For,
                ConfirmedAt = now,
                Sheets = [.. SheetsOf(cycle, rule, request.Places.ToHashSet(StringComparer.Ordinal)).Select(s => new SheetPart(s.Area, s.Part))],
            };
            var head = held?.Head ?? new ExtensionsHead();
            var today = cycle.Zone().DateAt(now);
            head = head with
            {
                Open = [.. head.Open, id],
                Expected =
                [
                    // What was missed long ago is climbed no more.
                    .. head.Expected.Where(e => e.Due.AddYears(1) > today),
                    .. preview!.ByRole.Select(r => new ExpectedRound(id, request.Cycle, r.Key.Role, request.Due, r.Value, r.Key.Rule)),
                ],
                Next = now,
            };
            var act = new Act("areas-extended", by, request.Reason).Insert(ExtensionStore.KeyOf(id), extension)
                .Note(string.Join(' ', request.Places), null, $"{preview.Obligations} due {request.Due:yyyy-MM-dd}");
            await dossiers.CommitAsync(store.Dossier, held, head, act, cancel);
            alarm.Changed(store.Dossier);
            return null;
        });

    /// <summary>Carries out what was confirmed. Returns when it next wants attention (UTC); null for never by itself.</summary>
    /// <exception cref="VersionRaceException">Another act came first; the alarm may be dropped.</exception>
    public async Task<DateTimeOffset?> WakeAsync(CancellationToken cancel = default)
    {
        DateTimeOffset? next = null;
        while (await store.HeadAsync(cancel) is { Head.Open: [var id, ..] } held) next = await CarryOutAsync(id, held, cancel);
        return next;
    }

    private async Task<DateTimeOffset?> CarryOutAsync(string id, Held<ExtensionsHead> held, CancellationToken cancel)
    {
        var extension = await store.FindAsync(id, cancel) ?? throw new InvalidDataException($"Extension '{id}' is gone.");

        // Before the first rung of a new round can be due: the postman must expect what the office has confirmed.
        await room.ForecastAgainAsync(cancel);
        var notices = new List<Notice>();
        var obligations = 0;
        foreach (var (area, part) in extension.Sheets)
        {
            var sheet = new SheetRef(cycles.Authority, extension.Request.Cycle, area, part);
            // Somebody may file meanwhile, or another engine be first: judged again.
            var done = await Races.AgainAsync(() => ExtendAsync(extension, sheet, cancel));
            obligations += done.Seats.Count;
            notices.AddRange(done.Seats.SelectMany(seat => NoticesOf(extension, sheet, seat)));
        }

        await mailboxes.DeliverAsync(notices, store.Dossier, cancel);
        var readers = notices.Select(n => n.Reader).Distinct(StringComparer.Ordinal).Count();
        var head = held.Head with { Open = [.. held.Head.Open.Where(o => o != id)] };
        var act = new Act("areas-told", Actor.System)
            .Put(ExtensionStore.KeyOf(id), extension with { Obligations = obligations, Letters = readers })
            .Note(id, "confirmed", $"{obligations} extended, {readers} told");
        var after = await dossiers.CommitAsync(store.Dossier, held, head with { Next = head.Open.Count > 0 ? clock.GetUtcNow() : null }, act, cancel);
        return after.Head.Next;
    }

    private async Task<ExtendedSheet> ExtendAsync(Extension extension, SheetRef id, CancellationToken cancel)
    {
        var cycle = await cycles.FrozenAsync(id.Cycle, cancel);
        if (await Sheet.ReadAsync(dossiers, id, cancel) is not { } sheet) return ExtendedSheet.Nothing;
        if (await dossiers.RowAsync<ExtendedSheet>(id.Dossier, ExtendedSheet.KeyOf(extension.Id), cancel) is { } done) return done;
        var (rule, now) = await RulesAsync(cycle, cancel);
        var moves = rule.Moves(sheet, extension.Request, now);
        if (moves.Count == 0) return ExtendedSheet.Nothing;
        var extended = new ExtendedSheet([.. moves.Select(m => m.Told)]);
        var act = new Act("extended", new Actor(extension.By, extension.For), extension.Request.Reason).Insert(ExtendedSheet.KeyOf(extension.Id), extended);
        foreach (var move in moves)
        {
            act.Put(SheetRef.ObligationKey(move.After.Seat), move.After).Note(
                move.After.Seat, $"round {move.Before.Round}, due {move.Before.Due:yyyy-MM-dd}", $"round {move.After.Round}, due {move.After.Due:yyyy-MM-dd}");
        }

        await dossiers.CommitAsync(id.Dossier, sheet.Held, sheet.Head with { Next = now, Ladder = null }, act, cancel);
        alarm.Changed(id.Dossier);
        return extended;
    }

    private async Task<(AreaExtensionRules Rules, DateTimeOffset Now)> RulesAsync(Cycle cycle, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var chase = await chases.ForAsync(cycle.Edition, cancel);
        return (new AreaExtensionRules(chase, rules.Calendar, await registers.GetAsync(cancel), cycle.Zone().DateAt(now)), now);
    }

    private static IEnumerable<SheetRef> SheetsOf(Cycle cycle, AreaExtensionRules rule, IReadOnlySet<string> places) => cycle.Sheets
        .Where(s => s.Seats.Any(seat => rule.Lies(seat.Place, s.Area, places)))
        .Select(s => new SheetRef(cycle.Authority, cycle.Id, s.Area, s.Part));

    private static IEnumerable<Notice> NoticesOf(Extension extension, SheetRef sheet, ExtendedSeat seat) => seat.Readers.Select(reader => new Notice
    {
        Kind = NoticeKind.Extended,
        Reader = reader,
        Cycle = sheet.Cycle,
        Sheet = sheet.Partition,
        Seat = seat.Seat,
        Round = seat.Round,
        Rung = "extended",
        Due = extension.Request.Due,
        Owner = seat.Owner,
        Decided = extension.ConfirmedAt,
        Words = extension.Request.Reason,
    });
}
