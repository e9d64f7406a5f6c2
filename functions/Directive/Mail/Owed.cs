using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;

namespace Directives.Mail;

/// <summary>Re-reads the obligations that notices are about, a sheet at a time.</summary>
public sealed class Owed(DossierStore dossiers)
{
    // From here on one query of the sheet is cheaper than single reads.
    private const int QueryFrom = 4;

    /// <summary>The obligation of each notice that has one, as it stands now; keyed by sheet and seat.</summary>
    public async Task<IReadOnlyDictionary<(string Sheet, string Seat), Obligation>> ReadAsync(
        IEnumerable<Notice> notices, CancellationToken cancel)
    {
        var found = new Dictionary<(string, string), Obligation>();
        var wanted = notices.Where(n => n is { Sheet: not null, Seat: not null }).Select(n => (Sheet: n.Sheet!, Seat: n.Seat!)).Distinct();
        foreach (var sheet in wanted.GroupBy(w => w.Sheet, w => w.Seat))
        {
            var dossier = SheetRef.Parse(sheet.Key).Dossier;
            if (sheet.Count() < QueryFrom)
            {
                foreach (var seat in sheet)
                {
                    if (await dossiers.RowAsync<Obligation>(dossier, SheetRef.ObligationKey(seat), cancel) is { } one) found[(sheet.Key, seat)] = one;
                }
            }
            else
            {
                foreach (var one in await dossiers.RowsAsync<Obligation>(dossier, SheetRef.Obligations, cancel)) found[(sheet.Key, one.Seat)] = one;
            }
        }

        return found;
    }
}
