namespace Directives.Reports;

/// <summary>How a report came that the office files for an official.</summary>
public enum ReceivedBy
{
    Telephone,
    Paper,
}

/// <summary>How and when (local day) the office received a report that it files for an official.</summary>
/// <param name="Note">From whom, in the office's words; null for none.</param>
public sealed record Received(ReceivedBy How, DateOnly On, string? Note = null);
