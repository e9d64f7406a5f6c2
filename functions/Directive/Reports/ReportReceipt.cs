namespace Directives.Reports;

/// <summary>That a report came in: what is shown, mailed and answered by the API.</summary>
/// <param name="Number">Number of the receipt.</param>
/// <param name="ReceivedAt">When, UTC.</param>
/// <param name="Received">When, in the directive's zone.</param>
/// <param name="OnTime">Whether the first filing came in time.</param>
/// <param name="AfterClosing">The cycle had closed; its tally stays.</param>
public sealed record ReportReceipt(string Number, DateTimeOffset ReceivedAt, DateTime Received, bool OnTime, bool AfterClosing);
