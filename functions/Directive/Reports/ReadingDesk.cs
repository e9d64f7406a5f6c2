using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Reports;

/// <summary>The office marks a report as read (R10): who and when stands in the trail. Reports that came after closing can be read too.</summary>
public sealed class ReadingDesk(DossierStore dossiers, TimeProvider clock)
{
    private const int Tries = 50;

    /// <summary>Marks a version as read. Null when done; only the newest version can be marked, once.</summary>
    /// <param name="version">The version that was read; if another came meanwhile, nothing is marked.</param>
    public async Task<RoundRefusal?> ReadAsync(SheetRef id, string seat, Actor by, int version, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await dossiers.HeadAsync<SheetHead>(id.Dossier, cancel) is not { } held
                || await dossiers.RowAsync<Obligation>(id.Dossier, SheetRef.ObligationKey(seat), cancel) is not { } owed) return RoundRefusal.NothingOwed;
            if (version < 1 || owed.Versions != version || owed.ReadVersion >= version) return RoundRefusal.NothingToRead;
            var read = owed with { ReadVersion = version, ReadAt = clock.GetUtcNow(), ReadBy = by.Id };
            var act = new Act("report-read", by).Put(SheetRef.ObligationKey(seat), read).Note(seat, $"version {owed.ReadVersion} read", $"version {version} read");
            try
            {
                await dossiers.CommitAsync(id.Dossier, held, held.Head, act, cancel);
                return null;
            }
            catch (VersionRaceException) when (attempt < Tries)
            {
                // A person's act that loses a race is judged again.
            }
        }
    }
}
