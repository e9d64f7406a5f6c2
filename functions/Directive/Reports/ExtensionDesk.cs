using Directives.Access;
using Directives.Cycles;
using Directives.Dossiers;

namespace Directives.Reports;

/// <summary>Takes requests for more time from those who hold a link (R10); the office decides.</summary>
public sealed class ExtensionDesk(Installation installation, IReportPages reports) : IExtensionPages
{
    /// <inheritdoc/>
    public async ValueTask<ExtensionLook> LookAsync(LinkSession session, CancellationToken cancel)
    {
        var look = await reports.LookAsync(session, cancel);
        if (look is not ReportOwed) return new ExtensionLook(look);
        var sheet = SheetRef.Parse(session.Sheet);
        var owed = await installation.Reports.OwedAsync(sheet, session.Seat, cancel);
        return new ExtensionLook(look, owed?.Waiting());
    }

    /// <inheritdoc/>
    public async Task<RoundRefusal?> AskAsync(LinkSession session, string reason, DateOnly wished, CancellationToken cancel)
    {
        if (await installation.Links.FindByHashAsync(session.Link, cancel) is not { } link || await reports.LookAsync(session, cancel) is not ReportOwed)
            return RoundRefusal.NothingOwed;

        // The link may be revoked between that look and the act: the obligation itself says so.
        return await installation.Rounds.AskAsync(
            link.Ref(), link.Seat, new Actor(link.Official), reason, wished, owed => link.Number >= owed.Link, cancel);
    }
}
