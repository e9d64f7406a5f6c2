using Directives.Access;
using Directives.Attachments;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Reports;

namespace Directives.Web.Office;

/// <summary>Files reports for officials from the tables: both names stand on it, and the official gets the receipt.</summary>
public sealed class FileForDesk(Installation installation, LinkDesk links) : IFileForPages
{
    /// <inheritdoc/>
    public ValueTask<ReportOwed?> LookAsync(SeatPath path, CancellationToken cancel) => links.ForOfficeAsync(RefOf(path), path.Seat, cancel);

    /// <inheritdoc/>
    public Task<Attachment> TakeAsync(string name, Stream content, CancellationToken cancel) => installation.Intake.TakeAsync(name, content, cancel);

    /// <inheritdoc/>
    public async Task<bool> FileAsync(SeatPath path, PersonSession by, ReportContent content, Received received, CancellationToken cancel)
    {
        var sheet = RefOf(path);
        if (await installation.Cycles.FindFrozenAsync(sheet.Cycle, cancel) is not { } cycle) return false;
        var today = cycle.Zone().DateAt(installation.Parts.Clock.GetUtcNow());
        if ((await installation.Registers.GetAsync(cancel)).HolderOf(path.Seat, today) is not { } holder) return false;
        var result = await installation.Reports.FileAsync(
            sheet, path.Seat, new Actor(by.Official, holder.Id), content, owed => owed.State is not (ObligationState.Filed or ObligationState.NotOwed) && !owed.AfterClosing,
            received: received, cancel: cancel);
        if (result is not FilingResult.Accepted) return false;
        await installation.Drafts.DeleteAsync(sheet.Partition, path.Seat, cancel);
        return true;
    }

    private SheetRef RefOf(SeatPath path) => path.SheetOf(installation.Parts.Authority);
}
