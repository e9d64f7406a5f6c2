using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace Directives.Tables;

/// <summary>What the service's errors mean.</summary>
internal static class AzureFaults
{
    /// <summary>Whether a row of the batch was not as it had to be.</summary>
    public static bool IsRefusal(Exception e) => e is TableTransactionFailedException failed && IsRefusal(failed);

    /// <summary>The refusal of the row that the service names; null for any other error.</summary>
    public static BatchRefusedException? Refusal(Exception e, Table table, string partition, IReadOnlyList<RowChange> changes)
    {
        if (e is not TableTransactionFailedException failed) return null;
        // Of a single row the service need not say which.
        var change = failed.FailedTransactionActionIndex is { } at && at < changes.Count ? changes[at] : changes[0];
        if (failed.Status == 413) return new TableLimitException("the batch is too large", table, partition, change.Key);
        if (!IsRefusal(failed)) return null;
        return failed.ErrorCode == TableErrorCode.EntityAlreadyExists
            ? new RowExistsException(table, partition, change.Key)
            : new VersionRaceException(table, partition, change.Key);
    }

    /// <summary>What an error says about the account, and what to do; null for what is no error of the service.</summary>
    public static TablesUnusableException? Explain(Exception e, string account) =>
        Problem(e is AggregateException { InnerException: { } last } ? last : e) is { } problem ? new TablesUnusableException(account, problem, e) : null;

    /// <summary>Asks the service.</summary>
    /// <exception cref="TablesUnusableException">The account cannot be used; the message says why and what to do.</exception>
    public static async Task<T> AskAsync<T>(string account, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (Explain(e, account) is { } unusable)
        {
            throw unusable;
        }
    }

    private static string? Problem(Exception e) => e switch
    {
        RequestFailedException { Status: 401 or 403 } =>
            "this identity or key may not; grant it the role 'Storage Table Data Contributor' (for files: 'Storage Blob Data Contributor'), or give a right connection string",
        RequestFailedException { Status: 0 } => $"it does not answer ({Brief(e)}); look at the address and the network, or start Azurite",
        TaskCanceledException { CancellationToken.IsCancellationRequested: false } => "it does not answer in time; look at the network, and at the account's load",
        RequestFailedException { Status: 429 or 503 } => "it is throttled and stays so; try again later, and look at the account's load",
        AuthenticationFailedException => $"there is no identity to sign in with ({Brief(e)}); give the machine one, or a connection string",
        RequestFailedException failed => $"the service refused ({failed.Status} {failed.ErrorCode}: {Brief(e)})",
        _ => null,
    };

    private static bool IsRefusal(TableTransactionFailedException failed) =>
        failed.ErrorCode == TableErrorCode.EntityAlreadyExists || failed.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied
        || failed.ErrorCode == TableErrorCode.ResourceNotFound || failed.ErrorCode == TableErrorCode.EntityNotFound;

    // Only what comes first: the rest of the SDK's messages are headers.
    private static string Brief(Exception e) => e.Message.Split('\n')[0].TrimEnd('\r', '.');
}
