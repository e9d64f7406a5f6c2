using System.Security.Cryptography;
using System.Text;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Reports;
using Directives.Tables;

namespace Directives.Recommendations;

/// <summary>Raises what a report recommends (R5): once, however often it is repeated, and whichever version says it again.</summary>
/// <param name="key">Makes ids of cases that say nothing and are the same when the raising is repeated.</param>
public sealed class ReportedCases(DossierStore dossiers, CaseStore cases, CaseDesk desk, byte[] key)
{
    private const int IdBytes = 16;

    /// <summary>Id of the case of a recommendation.</summary>
    public string IdOf(SheetRef sheet, string seat, RecommendedCase row) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Keys.Join(sheet.Partition, seat, row.Row))).AsSpan(0, IdBytes));

    /// <summary>Raises what waits to be raised; nothing where nothing waits. Killed anywhere, it is repeated.</summary>
    public async Task RaiseAsync(SheetRef sheet, Obligation owed, CancellationToken cancel)
    {
        if (owed.Raising is not { } version
            || await dossiers.RowAsync<FiledReport>(sheet.Dossier, SheetRef.ReportKey(owed.Seat, version), cancel) is not { Content.Cases: { } rows } report) return;
        foreach (var row in rows)
        {
            var id = IdOf(sheet, owed.Seat, row);
            if (await dossiers.HeadAsync<CaseHead>(cases.Ref(id).Dossier, cancel) is not null) continue;
            await desk.RaiseAsync(id, new Actor(report.By, report.For), new Raised
            {
                Kind = row.Kind,
                Text = row.Text,
                Place = owed.Place,
                Seat = owed.Seat,
                Urgent = row.Urgent,
                SpotAnswer = row.Answer,
                Attachments = row.Attachments,
                Report = report.Receipt,
            }, cancel);
        }
    }
}
