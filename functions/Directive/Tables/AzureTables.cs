using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Directives.Tables;

/// <summary>
/// Tables in Azure Table Storage, or in Azurite: one Azure table each. What the service throttles or loses on the way is tried again, as it asks
/// (<c>Retry-After</c>) or at growing distances; a batch whose answer was lost is recognised. A commit that was begun runs to its end.
/// A query is of one piece only within a page of the service (1,000 rows).
/// </summary>
public sealed class AzureTables : ITables
{
    private const int RowsInPage = 1000;

    private readonly TableServiceClient _service;
    private readonly TableClient[] _tables;
    private readonly string _account;

    private AzureTables(TableServiceClient service, string account, string prefix)
    {
        (_service, _account) = (service, account);
        _tables = [.. Enum.GetNames<Table>().Select(table => service.GetTableClient(prefix + table))];
    }

    /// <summary>Opens an account's tables; makes those that are missing. A table that is missing later is empty, and made by the first that writes to it.</summary>
    /// <param name="prefix">Letters and digits before each table's name, for several installations in one account.</param>
    /// <param name="make">Whether those that are missing are made; who only reads leaves the account as it is.</param>
    /// <param name="adjust">Changes how requests are sent; for tests.</param>
    /// <exception cref="TablesUnusableException">The account cannot be used; the message says why and what to do.</exception>
    public static async Task<AzureTables> OpenAsync(
        AzureAccount account, string prefix = "", bool make = true, Action<TableClientOptions>? adjust = null, CancellationToken cancel = default)
    {
        var options = new TableClientOptions
        {
            Retry = { Mode = RetryMode.Exponential, MaxRetries = 6, Delay = TimeSpan.FromMilliseconds(250), MaxDelay = TimeSpan.FromSeconds(15), NetworkTimeout = TimeSpan.FromSeconds(30) },
        };
        options.AddPolicy(new AzureLetters(), HttpPipelinePosition.PerCall);
        options.AddPolicy(AzureTries.Policy, HttpPipelinePosition.PerRetry);
        adjust?.Invoke(options);
        var tables = new AzureTables(account.Tables(options), account.Name, prefix);
        if (make) await tables.MakeAsync(cancel);
        return tables;
    }

    /// <inheritdoc/>
    public async ValueTask<Row?> ReadAsync(Table table, string partition, string key, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        if (!partition.All(TableLimits.AllowsInKey) || !key.All(TableLimits.AllowsInKey)) return null;
        return await EntityAsync(table, partition, key, cancel) is { } entity ? AzureRow.Row(entity) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Row>> QueryAsync(
        Table table, string partition, KeyRange range, int? limit = null, CancellationToken cancel = default)
    {
        if (limit is { } most) ArgumentOutOfRangeException.ThrowIfNegative(most, nameof(limit));
        cancel.ThrowIfCancellationRequested();
        if (limit == 0 || AzureFilter.Of(partition, range) is not { } filter) return [];
        var rows = new List<Row>();
        try
        {
            await foreach (var entity in _tables[(int)table].QueryAsync<TableEntity>(filter, limit < RowsInPage ? limit : null, cancellationToken: cancel))
            {
                rows.Add(AzureRow.Row(entity));
                if (rows.Count == limit) break;
            }
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
        {
            return [];
        }
        catch (Exception e) when (AzureFaults.Explain(e, _account) is { } unusable)
        {
            throw unusable;
        }

        return rows;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> CommitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        TableLimits.Check(table, partition, changes);
        var batch = Guid.NewGuid().ToString("N");
        var actions = changes.Select(change => AzureRow.Action(partition, change, batch)).ToArray();
        for (var made = false; ; made = true)
        {
            var tries = new AzureTries();
            try
            {
                using var watch = tries.Watch();
                // Not to be called off any more: halfway, nobody would know whether it was written.
                var answers = (await _tables[(int)table].SubmitTransactionAsync(actions, CancellationToken.None)).Value;
                return [.. changes.Select((change, i) => change is Delete ? "" : answers[i].Headers.ETag!.Value.ToString())];
            }
            catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound && !made)
            {
                await MakeAsync(CancellationToken.None);
            }
            catch (Exception e) when (AzureFaults.IsRefusal(e) || AzureFaults.Explain(e, _account) is not null)
            {
                // Sent twice, or never answered: the first one may have been written, and refused the second.
                if ((tries.Again || !AzureFaults.IsRefusal(e)) && await WrittenAsync(table, partition, changes, batch) is { } versions) return versions;
                throw AzureFaults.Refusal(e, table, partition, changes) ?? (Exception)AzureFaults.Explain(e, _account)!;
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ScannedRow> ScanAsync(Table table, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var entities = _tables[(int)table].QueryAsync<TableEntity>((string?)null, cancellationToken: cancel).GetAsyncEnumerator(cancel);
        while (true)
        {
            try
            {
                if (!await entities.MoveNextAsync()) yield break;
            }
            catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
            {
                yield break;
            }
            catch (Exception e) when (AzureFaults.Explain(e, _account) is { } unusable)
            {
                throw unusable;
            }

            yield return new ScannedRow(entities.Current.PartitionKey, AzureRow.Row(entities.Current));
        }
    }

    private async Task MakeAsync(CancellationToken cancel)
    {
        try
        {
            // Nearly always all are there, which one question tells.
            var there = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            await foreach (var table in _service.QueryAsync(cancellationToken: cancel)) there.Add(table.Name);
            foreach (var table in _tables.Where(table => !there.Contains(table.Name))) await table.CreateIfNotExistsAsync(cancel);
        }
        catch (Exception e) when (AzureFaults.Explain(e, _account) is { } unusable)
        {
            throw unusable;
        }
    }

    private async Task<TableEntity?> EntityAsync(Table table, string partition, string key, CancellationToken cancel)
    {
        try
        {
            var found = await _tables[(int)table].GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancel);
            return found.HasValue ? found.Value : null;
        }
        catch (Exception e) when (AzureFaults.Explain(e, _account) is { } unusable)
        {
            throw unusable;
        }
    }

    /// <summary>The versions if this batch was written after all, else null.</summary>
    /// <remarks>
    /// A batch is written whole or not at all, so one row that carries its id proves it. A row that somebody else has written since shows
    /// no more what it was; its version is then one that no row has, and whoever replaces it loses, as is right. A batch that only deletes leaves nothing to
    /// know it by: while one of its rows is there it was not written; when all are gone, this one or another did it, and a refusal stands,
    /// for two who delete the same row must not both be told that it was theirs.
    /// </remarks>
    private async Task<string[]?> WrittenAsync(Table table, string partition, IReadOnlyList<RowChange> changes, string batch)
    {
        var versions = new string[changes.Count];
        var ours = false;
        for (var i = 0; i < changes.Count; i++)
        {
            versions[i] = "";
            if (changes[i] is Delete || await EntityAsync(table, partition, changes[i].Key, CancellationToken.None) is not { } entity) continue;
            if (!AzureRow.IsOf(entity, batch)) continue;
            ours = true;
            versions[i] = entity.ETag.ToString();
        }

        return ours ? versions : null;
    }
}
