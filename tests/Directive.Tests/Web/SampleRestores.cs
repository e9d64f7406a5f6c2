using Directives.Dossiers;
using Directives.Language;
using Directives.Recovery;
using Directives.Web.Audit;

namespace Directives.Tests.Web;

/// <summary>Two restores: one that knows all, and one that knew nothing and is worked off.</summary>
internal sealed class SampleRestores : IRestorePages
{
    private static readonly Bilingual Reader = new("Phó Chủ tịch Ủy ban nhân dân tỉnh", "Vice Chair of the Provincial People's Committee");
    private static readonly DateTime Taken = new(2023, 5, 10, 7, 0, 0);
    private static readonly DateTime At = new(2023, 5, 10, 12, 0, 0);

    public ValueTask<RestoresView> ListAsync(CancellationToken cancel) => ValueTask.FromResult(new RestoresView(
    [
        new RestoreView(
            new RestoreRecord(2, At, Taken) { Letters = 3, Acts = 1, HadBook = true, HadTables = true }, At, Taken,
            [new LostLine(Reader, At, ["restore.tells.receipt"], ["Xã <b>113"], "R-113-1")],
            [new LostActLine(new AuditDossier("Sheets", new Bilingual("Tháng 4, huyện 11", "April, district 11"), "Sheets:1"), "report-filed", Reader, At)],
            [new LostLine(Reader, At, ["restore.tells.reminder", "restore.tells.escalation"], ["Xã 111", "Xã 112"], null)], 5),
        new RestoreView(new RestoreRecord(1, At, Taken) { Done = At }, At, Taken, [], [], [], 0),
    ]));

    public Task<bool> WorkedOffAsync(int number, Actor by, CancellationToken cancel) => Task.FromResult(number == 2);
}
