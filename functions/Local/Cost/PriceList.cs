namespace Directives.Local.Cost;

/// <summary>All prices of the cost page, from one dated file.</summary>
public sealed record PriceList
{
    /// <summary>What to know before relying on them.</summary>
    public required string Read { get; init; }

    /// <summary>ISO code of the money.</summary>
    public required string Currency { get; init; }

    /// <summary>Of which region, with which redundancy.</summary>
    public required string Region { get; init; }

    /// <summary>When they were looked up.</summary>
    public required DateOnly LookedUp { get; init; }

    public required FlexBilling Flex { get; init; }

    /// <summary>Memory of instances while they work.</summary>
    public required Price GbSeconds { get; init; }

    /// <summary>Runs of functions.</summary>
    public required Price Executions { get; init; }

    /// <summary>Memory of instances that are always ready, whether they work or not.</summary>
    public required Price AlwaysReadyBaseline { get; init; }

    /// <summary>The same while they work, beside the baseline.</summary>
    public required Price AlwaysReadyGbSeconds { get; init; }

    /// <summary>Runs of functions on them.</summary>
    public required Price AlwaysReadyExecutions { get; init; }

    public required Price TableTransactions { get; init; }

    public required Price TableGbMonth { get; init; }

    public required Price QueueTransactions { get; init; }

    public required Price BlobWrites { get; init; }

    /// <summary>Reads, renewed leases and whatever else does not write.</summary>
    public required Price BlobOthers { get; init; }

    public required Price BlobGbMonth { get; init; }

    public required Price VaultOperations { get; init; }

    public required Price LogGb { get; init; }

    public required IReadOnlyList<MailPlan> MailPlans { get; init; }

    /// <summary>The prices by the names of the file.</summary>
    public IReadOnlyList<(string Name, Price Price)> All() =>
    [
        ("gbSeconds", GbSeconds), ("executions", Executions), ("alwaysReadyBaseline", AlwaysReadyBaseline), ("alwaysReadyGbSeconds", AlwaysReadyGbSeconds),
        ("alwaysReadyExecutions", AlwaysReadyExecutions), ("tableTransactions", TableTransactions), ("tableGbMonth", TableGbMonth), ("queueTransactions", QueueTransactions),
        ("blobWrites", BlobWrites), ("blobOthers", BlobOthers), ("blobGbMonth", BlobGbMonth), ("vaultOperations", VaultOperations), ("logGb", LogGb),
    ];

    /// <summary>What is wrong with it; empty if nothing is.</summary>
    internal IEnumerable<string> Problems() =>
        All().SelectMany(p => p.Price.Problems(p.Name)).Concat(Flex.Problems()).Concat(MailPlans.SelectMany(p => p.Problems()))
            .Concat(MailPlans.Count == 0 ? ["mailPlans is empty: name at least one plan."] : []);
}
