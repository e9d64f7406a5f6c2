using Directives.Access;
using Directives.Attachments;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Web.History;
using Directives.Web.Office;

namespace Directives.Reports;

/// <summary>Opens versions and files of reports to those who may read them.</summary>
public sealed class VersionsDesk(Installation installation, IReportPages reports) : IReportReading
{
    /// <inheritdoc/>
    public async ValueTask<ReportVersions?> VersionsAsync(LinkSession session, CancellationToken cancel)
    {
        var sheet = SheetRef.Parse(session.Sheet);
        if (await reports.LookAsync(session, cancel) is LinkRefused || await installation.Reports.OwedAsync(sheet, session.Seat, cancel) is not { } owed) return null;
        var register = await installation.Registers.GetAsync(cancel);
        var cycle = await installation.Cycles.FrozenAsync(sheet.Cycle, cancel);
        var versions = (await installation.Reports.VersionsAsync(sheet, owed, cancel)).Select(r => new ReportVersion(r.Version, LinkDesk.ReceiptOf(r, owed, cycle), r.Content));
        return new ReportVersions(register.PlaceOf(owed.Place)?.Name ?? owed.Place, [.. versions]);
    }

    /// <inheritdoc/>
    public async ValueTask<ThingHistory?> HistoryAsync(LinkSession session, CancellationToken cancel) =>
        await reports.LookAsync(session, cancel) is LinkRefused ? null
        : await new ThingHistories(installation).OfAsync(SheetRef.Parse(session.Sheet), session.Seat, ReportEndpoints.Path, cancel);

    /// <inheritdoc/>
    public async ValueTask<OpenedFile?> OpenAsync(LinkSession session, string hash, CancellationToken cancel)
    {
        var sheet = SheetRef.Parse(session.Sheet);
        if (await reports.LookAsync(session, cancel) is LinkRefused || await installation.Reports.OwedAsync(sheet, session.Seat, cancel) is not { } owed) return null;
        var draft = await installation.Drafts.FindAsync(session.Sheet, session.Seat, owed.Versions, cancel);
        return await OpenAsync([.. draft?.AllFiles() ?? [], .. await FilesAsync(sheet, owed, cancel)], hash, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<OpenedFile?> OpenAsync(SeatPath path, string hash, CancellationToken cancel)
    {
        var sheet = path.SheetOf(installation.Parts.Authority);
        return await installation.Reports.OwedAsync(sheet, path.Seat, cancel) is { } owed ? await OpenAsync(await FilesAsync(sheet, owed, cancel), hash, cancel) : null;
    }

    private async ValueTask<OpenedFile?> OpenAsync(IEnumerable<Attachment> files, string hash, CancellationToken cancel) =>
        files.FirstOrDefault(f => f.Hash == hash) is { } file && await installation.Files.OpenAsync(hash, cancel) is { } content
            ? new OpenedFile(file, content) : null;

    private async Task<IEnumerable<Attachment>> FilesAsync(SheetRef sheet, Obligation owed, CancellationToken cancel) =>
        (await installation.Reports.VersionsAsync(sheet, owed, cancel)).SelectMany(r => r.Content.AllFiles());
}
