using Directives.Calendars;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Register;
using Directives.Tables;

namespace Directives.Chasing;

/// <summary>Hands rungs to the office whose leaders were spared at the last moment (R13): the sheet decides it, as any other notice. Done already is fine.</summary>
public sealed class SparingDesk(DossierStore dossiers, CycleStore cycles, RegisterStore registers, IAlarm alarm, TimeProvider clock)
{
    private const int Tries = 50;

    /// <summary>Lets the sheets of these notices owe the office a word. Repeated, it changes nothing.</summary>
    public async Task HandOverAsync(IReadOnlyList<SparedLeader> spared, CancellationToken cancel)
    {
        foreach (var one in spared) await HandOverAsync(one, cancel);
    }

    private async Task HandOverAsync(SparedLeader spared, CancellationToken cancel)
    {
        var (id, seat) = (SheetRef.Parse(spared.Notice.Sheet!), spared.Notice.Seat!);
        for (var attempt = 1; ; attempt++)
        {
            // Head first: its version guards the obligation too.
            if (await dossiers.HeadAsync<SheetHead>(id.Dossier, cancel) is not { } held
                || await dossiers.RowAsync<Obligation>(id.Dossier, SheetRef.ObligationKey(seat), cancel) is not { } owed) return;
            var now = clock.GetUtcNow();
            var today = Zone.Of((await cycles.FrozenAsync(id.Cycle, cancel)).Edition.Zone).DateAt(now);
            if (Unreached.Spare(owed, spared, await registers.GetAsync(cancel), today, now) is not { } after) return;
            try
            {
                var act = new Act("leader-spared", Actor.System, spared.Why).Put(SheetRef.ObligationKey(seat), after)
                    .Note(seat, null, $"skipped {spared.Notice.Rung} for {spared.Notice.Reader}: {SkippedRung.Unreached}");
                var head = after.Pending is { Count: > 0 } ? held.Head.Owes(seat, now) : held.Head;
                await dossiers.CommitAsync(id.Dossier, held, head, act, cancel);
                alarm.Changed(id.Dossier);
                return;
            }
            catch (VersionRaceException) when (attempt < Tries)
            {
                // Another act came first: judged again.
            }
        }
    }
}
