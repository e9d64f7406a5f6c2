namespace Directives.Tables;

/// <summary>A batch was refused as a whole; nothing of it was written.</summary>
public abstract class BatchRefusedException(string message, Table table, string partition, string key) : Exception(message)
{
    public Table Table { get; } = table;

    public string Partition { get; } = partition;

    /// <summary>The row key whose change was refused.</summary>
    public string Key { get; } = key;
}

/// <summary>Somebody else wrote the row first (412), or the row is gone (404): read again and judge again.</summary>
public sealed class VersionRaceException(Table table, string partition, string key)
    : BatchRefusedException($"Row '{key}' of {table} was changed by another act.", table, partition, key);

/// <summary>The row is already there (409). For deliveries that is the same as done.</summary>
public sealed class RowExistsException(Table table, string partition, string key)
    : BatchRefusedException($"Row '{key}' of {table} is already there.", table, partition, key);

/// <summary>The batch breaks a limit that Azure Tables sets; both implementations refuse it alike.</summary>
public sealed class TableLimitException(string limit, Table table, string partition, string key)
    : BatchRefusedException($"{table}: {limit} (row '{key}').", table, partition, key);
