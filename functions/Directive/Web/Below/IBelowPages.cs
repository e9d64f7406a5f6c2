using Directives.Access;
using Directives.Web.Office;

namespace Directives.Web.Below;

/// <summary>What those in charge of a place may read: the reports of the monitors below it, and nothing of others.</summary>
public interface IBelowPages
{
    /// <summary>What the monitors below the reader's places owe, and how it stands.</summary>
    ValueTask<BelowView> ListAsync(PersonSession reader, CancellationToken cancel);

    /// <summary>One report; null where there is none below the reader's places.</summary>
    ValueTask<BelowReport?> ReportAsync(PersonSession reader, SeatPath path, CancellationToken cancel);
}
