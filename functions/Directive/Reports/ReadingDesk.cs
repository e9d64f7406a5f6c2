using Directives.Cycles;
using Directives.Dossiers;

namespace Directives.Reports;

/// <summary>The office marks a report as read (R10): who and when stands in the trail. Reports that came after closing can be read too.</summary>
public sealed class ReadingDesk(DossierStore dossiers, TimeProvider clock)
{
    /// <summary>Marks a version as read. Null when done; only the newest version can be marked, once.</summary>
    /// <param name="version">The version that was read; if another came meanwhile, nothing is marked.</param>
    public Task<RoundRefusal?> ReadAsync(SheetRef id, string seat, Actor by, int version, CancellationToken cancel = default) =>
        Races.AgainAsync<RoundRefusal?>(async () =>
        {
            if (await SeatSeen.LookAsync(dossiers, id, seat, cancel) is not var (held, owed)) return RoundRefusal.NothingOwed;
            if (version < 1 || owed.Versions != version || owed.ReadVersion >= version) return RoundRefusal.NothingToRead;
            var read = owed with { ReadVersion = version, ReadAt = clock.GetUtcNow(), ReadBy = by.Id };
            var act = new Act("report-read", by).Put(SheetRef.ObligationKey(seat), read).Note(seat, $"version {owed.ReadVersion} read", $"version {version} read");
            await dossiers.CommitAsync(id.Dossier, held, held.Head, act, cancel);
            return null;
        });
}
