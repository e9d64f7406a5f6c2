using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;

namespace Directives.Reports;

/// <summary>
/// Whoever prepares a report asks the official to file it (R3): the official gets their own link at once, also before the due date, when
/// their clerk alone gets the reminders. Once a round.
/// </summary>
public sealed class ReadyDesk(DossierStore dossiers, IAlarm alarm, TimeProvider clock)
{
    /// <summary>Name of the event.</summary>
    public const string Rung = "ready";

    /// <summary>Asks. False where nothing is to be filed (any more); asked already is the same as done.</summary>
    /// <param name="id">The sheet.</param>
    /// <param name="seat">The seat that owes.</param>
    /// <param name="by">Who prepares, for the official.</param>
    /// <param name="cancel">Stops before the act.</param>
    public Task<bool> AskAsync(SheetRef id, string seat, Actor by, CancellationToken cancel = default) =>
        Races.AgainAsync(async () =>
        {
            if (await SeatSeen.LookAsync(dossiers, id, seat, cancel) is not ({ } held, { State: ObligationState.Open } owed)) return false;
            if (owed.Told?.Any(t => t.Round == owed.Round && t.Rung == Rung) == true) return true;
            var now = clock.GetUtcNow();
            var notice = new Notice
            {
                Kind = NoticeKind.Ready,
                Reader = by.For!,
                Cycle = id.Cycle,
                Sheet = id.Partition,
                Seat = seat,
                Round = owed.Round,
                Rung = Rung,
                Due = owed.Due,
                Owner = by.For,
                Decided = now,
                Words = by.Id,
            };
            var act = new Act("report-prepared", by).Put(SheetRef.ObligationKey(seat), owed.Telling([notice], [], now)).Note(seat, null, "ready to be filed");
            await dossiers.CommitAsync(id.Dossier, held, held.Head.Owes(seat, now), act, cancel);
            alarm.Changed(id.Dossier);
            return true;
        });
}
