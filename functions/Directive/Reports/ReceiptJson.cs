namespace Directives.Reports;

/// <summary>A receipt as the API answers it.</summary>
public sealed record ReceiptJson(string Receipt, DateTimeOffset ReceivedAt, bool OnTime, bool AfterClosing)
{
    public static ReceiptJson Of(ReportReceipt receipt) =>
        new(receipt.Number, receipt.ReceivedAt, receipt.OnTime, receipt.AfterClosing);
}
