using Directives.Chasing;

namespace Directives.Reports;

/// <summary>A report may be amended until the office has read it or its sheet closes; pure.</summary>
public static class AmendRules
{
    /// <summary>Whether the newest version may be replaced.</summary>
    /// <param name="closed">Whether the sheet has closed already.</param>
    /// <param name="closes">When it closes by its dates (UTC), whether or not the alarm that closes it has rung.</param>
    /// <param name="now">UTC.</param>
    public static bool May(Obligation owed, bool closed, DateTimeOffset closes, DateTimeOffset now) =>
        owed is { State: ObligationState.Filed, AfterClosing: false } && owed.ReadVersion < owed.Versions && !closed && now < closes;
}
