using Directives.Seals;

namespace Directives.Web.Audit;

/// <summary>What the auditors' pages ask of the engine: the trail, not the contents.</summary>
public interface IAuditPages
{
    /// <summary>How the sealing stands, and the days of a month.</summary>
    /// <param name="month">yyyy-MM; null or unknown for the newest.</param>
    ValueTask<AuditView> OverviewAsync(string? month, CancellationToken cancel);

    /// <summary>What was done on a local day.</summary>
    ValueTask<AuditDayView> DayAsync(DateOnly day, int page, CancellationToken cancel);

    /// <summary>A dossier's chain; null where there is no such dossier.</summary>
    ValueTask<AuditChainView?> ChainAsync(string dossier, int page, CancellationToken cancel);

    /// <summary>A checkpoint to save: that of a month (yyyy-MM), or the last seal for <c>now</c>; null where there is none.</summary>
    ValueTask<CheckpointFile?> CheckpointAsync(string month, CancellationToken cancel);
}
