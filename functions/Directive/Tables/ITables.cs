namespace Directives.Tables;

/// <summary>
/// The one small port to storage: read a row, query one partition, commit one act.
/// Every implementation keeps the contract suite in <c>tests/</c>, with the limits of Azure Tables
/// (<see cref="TableLimits"/>).
/// </summary>
public interface ITables
{
    /// <summary>The row, or null where there is none.</summary>
    ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default);

    /// <summary>Rows of one partition in ordinal key order, at most <paramref name="limit"/> of them.</summary>
    ValueTask<IReadOnlyList<Row>> QueryAsync(
        Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default);

    /// <summary>
    /// Writes all changes or none. Returns the new versions in the order of <paramref name="changes"/> (empty string for a deletion).
    /// When it returns, the batch survives a loss of power.
    /// </summary>
    /// <exception cref="VersionRaceException">A <see cref="Replace"/> or <see cref="Delete"/> came too late.</exception>
    /// <exception cref="RowExistsException">An <see cref="Insert"/> found its key taken.</exception>
    /// <exception cref="TableLimitException">The batch breaks a limit of Azure Tables.</exception>
    ValueTask<IReadOnlyList<string>> CommitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default);

    /// <summary>Walks a whole table, partition by partition; for <c>verify</c> and exports only, never on a hot path.</summary>
    IAsyncEnumerable<ScannedRow> ScanAsync(Table table, CancellationToken cancel = default);
}
