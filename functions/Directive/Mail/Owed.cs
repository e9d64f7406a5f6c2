using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Register;
using Directives.Tables;

namespace Directives.Mail;

/// <summary>Re-reads what notices are about: obligations a sheet at a time, and recommendations.</summary>
public sealed class Owed(DossierStore dossiers, IReadOnlyList<IDutyLooks> cases)
{
    // From here on one query of the sheet is cheaper than single reads.
    private const int QueryFrom = 4;

    /// <summary>The obligation of each notice that has one, as it stands now; keyed by sheet and seat.</summary>
    public async Task<IReadOnlyDictionary<(string Sheet, string Seat), Obligation>> ReadAsync(
        IEnumerable<Notice> notices, CancellationToken cancel)
    {
        var found = new Dictionary<(string, string), Obligation>();
        var wanted = new HashSet<(string Sheet, string Seat)>();
        foreach (var notice in notices)
        {
            if (notice is not { Sheet: { } owing, Seat: { } seat }) continue;
            // Whether a rung still says something true is read; what somebody is told of their own act is as this process wrote it down.
            if (!WaitingMail.Climbs(notice.Kind) && dossiers.Last(SheetRef.Parse(owing).Dossier)?.Find(SheetRef.ObligationKey(seat)) is { } written)
                found[(owing, seat)] = Stored.Read<Obligation>(written);
            else wanted.Add((owing, seat));
        }

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

    /// <summary>How what is owed in recommendations stands, by the notice's key.</summary>
    /// <param name="day">Local day.</param>
    public async Task<IReadOnlyDictionary<string, DutyLook>> CasesAsync(IEnumerable<Notice> notices, RegisterSnapshot register, DateOnly day, CancellationToken cancel)
    {
        var found = new Dictionary<string, DutyLook>(StringComparer.Ordinal);
        foreach (var notice in notices.Where(n => n.Case is not null))
        {
            foreach (var looks in cases)
            {
                if (await looks.LookAsync(notice, register, day, cancel) is not { } look) continue;
                found[notice.Key()] = look;
                break;
            }
        }

        return found;
    }
}
