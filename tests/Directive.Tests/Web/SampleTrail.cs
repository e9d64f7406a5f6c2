using Directives.Access;
using Directives.Seals;
using Directives.Web.Audit;
using Directives.Web.OwnData;

namespace Directives.Tests.Web;

/// <summary>The auditors' pages and the page of a person's own data, with hardly anything on them.</summary>
internal sealed class SampleTrail : IAuditPages, IOwnDataPages
{
    public ValueTask<AuditView> OverviewAsync(string? month, CancellationToken cancel) => ValueTask.FromResult(new AuditView
    {
        Seals = 0,
        Waiting = 0,
        IsLate = false,
        Checkpoints = [],
        Month = new DateOnly(2023, 4, 1),
        Months = [],
        Days = [],
    });

    public ValueTask<AuditDayView> DayAsync(DateOnly day, int page, CancellationToken cancel) => ValueTask.FromResult(new AuditDayView(day, [], 0, 1, 1));

    public ValueTask<AuditChainView?> ChainAsync(string dossier, int page, CancellationToken cancel) => ValueTask.FromResult<AuditChainView?>(null);

    public ValueTask<CheckpointFile?> CheckpointAsync(string month, CancellationToken cancel) => ValueTask.FromResult<CheckpointFile?>(null);

    public ValueTask<OwnDataView> OfAsync(PersonSession person, CancellationToken cancel) =>
        ValueTask.FromResult(new OwnDataView(new OwnData { At = DateTimeOffset.UnixEpoch }, at => at.UtcDateTime));
}
