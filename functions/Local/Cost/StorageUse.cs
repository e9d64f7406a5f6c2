namespace Directives.Local.Cost;

/// <summary>What a month asks of the storage account, and what lies there after a year; pure.</summary>
internal static class StorageUse
{
    /// <summary>Table transactions of the program itself, the lease of its instances among them.</summary>
    public static double OwnTransactions(Scenario month) => OfActs(month) + OfTimers(month) + OfLeases(month);

    public static IEnumerable<BillLine> Of(Scenario month)
    {
        var (prices, given) = (month.Prices, month.Assumptions);
        yield return Tables("Table transactions: what people and their obligations do", OfActs(month), "measured");
        yield return Tables("Table transactions: timers that look and find nothing", OfTimers(month), "measured, times the schedules");
        yield return Tables("Table transactions: the lease of each instance", OfLeases(month), "measured, times assumed instances");
        var rounds = month.SheetRounds + month.CaseRounds;
        yield return Tables("Table transactions: Durable Functions", rounds * given.HubTablePerRound.Value, "assumed");
        var queues = given.HubPartitions.Value + 1;
        var polls = queues * given.HubPollers.Value * Seconds(given) / given.HubPollSeconds.Value;
        var messages = rounds * given.HubQueuePerRound.Value;
        yield return new("Queue transactions: Durable Functions, polling", polls, "transactions", prices.QueueTransactions.Of(polls), "assumed");
        yield return new("Queue transactions: Durable Functions, messages", messages, "transactions", prices.QueueTransactions.Of(messages), "assumed");
        var leases = given.HubPartitions.Value * given.HubBlobsPerPartition.Value * Seconds(given) / given.HubBlobSeconds.Value;
        yield return new("Blob transactions: leases of Durable Functions", leases, "transactions", prices.BlobOthers.Of(leases), "assumed");
        var locks = given.Timers.Sum(t => t.RunsPerMonth()) * given.TimerBlobs.Value;
        yield return new("Blob transactions: state and locks of timers", locks, "transactions", prices.BlobWrites.Of(locks), "assumed");
        var files = month.Reports * given.FilesPerReport.Value;
        yield return new("Blob transactions: files of reports", files, "transactions", prices.BlobWrites.Of(files), "assumed");
        // A letter is written into it before it is handed over, and what the provider says of it with each call.
        var book = month.Letters * (1 + given.EventRequestsPerLetter.Value);
        yield return new("Blob transactions: the book of outgoing post", book, "transactions", prices.BlobWrites.Of(book), "letters, and assumed calls of the provider");
        yield return new("Rows stored, after a year", Bill.StoredGb(month), "GB", prices.TableGbMonth.Of(Bill.StoredGb(month)), "measured");
        yield return new("Files stored, after a year", Bill.FilesGb(month), "GB", prices.BlobGbMonth.Of(Bill.FilesGb(month)), "assumed");

        BillLine Tables(string what, double many, string basis) => new(what, many, "transactions", prices.TableTransactions.Of(many), basis);
    }

    private static double OfActs(Scenario month) =>
        (month.Obligations * (month.SheetTransactions + month.MailTransactions + month.Counts.SealingTransactions))
        + (month.Cases * month.Counts.Case.Transactions) + (Requests(month) * month.Counts.Filing.Transactions / month.Counts.Filing.Requests);

    // Of requests, what filing one takes is counted; whatever else is asked is taken for as much.
    private static double Requests(Scenario month) =>
        (month.Reports * (month.Counts.Filing.Requests + month.Assumptions.DraftSavesPerReport.Value))
        + (month.Letters * month.Assumptions.EventRequestsPerLetter.Value) + (month.Register.Seats * month.Assumptions.OtherRequestsPerSeat.Value);

    private static double OfTimers(Scenario month) =>
        month.Assumptions.Timers.Sum(t => t.RunsPerMonth() * month.Counts.IdleTransactions[t.Name]);

    private static double OfLeases(Scenario month) =>
        month.Assumptions.InstancesAlive.Value * month.Counts.LeaseTransactions * Seconds(month.Assumptions) / month.Counts.LeaseSeconds;

    private static double Seconds(Assumptions given) => given.HoursInMonth.Value * 3600;
}
