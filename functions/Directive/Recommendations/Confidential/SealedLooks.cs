using Directives.Chasing;
using Directives.Register;

namespace Directives.Recommendations.Confidential;

/// <summary>Letters about confidential matters say only that something waits: whether it still does is seen after signing in (R6).</summary>
public sealed class SealedLooks : IDutyLooks
{
    /// <inheritdoc/>
    public ValueTask<DutyLook?> LookAsync(Notice notice, RegisterSnapshot register, DateOnly day, CancellationToken cancel) =>
        ValueTask.FromResult(SealedNotices.Is(notice) ? new DutyLook(true, [notice.Reader], null) : null);
}
