using System.Text;
using Directives.Tables;

namespace Directives.Tests.Tables;

/// <summary>What every implementation of <see cref="ITables"/> promises; derived classes bring one each.</summary>
public abstract partial class TablesContract : IAsyncLifetime
{
    /// <summary>The table that the contract plays on.</summary>
    protected const Table Played = Table.Cycles;

    /// <summary>The store under test.</summary>
    protected ITables Store { get; private set; } = null!;

    /// <summary>How many times a racing writer counts up; a slow store may ask for less.</summary>
    protected virtual int Increments => 200;

    /// <summary>How many cases a property is tried with.</summary>
    protected virtual int Cases => 200;

    /// <summary>How many times a letter goes into a row; an emulator may hold less than the service.</summary>
    protected virtual int MostOf(string letter) => TableLimits.BytesInRow / 2;

    public virtual async Task InitializeAsync() => Store = await OpenAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Opens an empty store.</summary>
    protected abstract Task<ITables> OpenAsync();

    /// <summary>A partition that no other test of this run writes to.</summary>
    protected static string NewPartition() => $"p-{Guid.NewGuid():N}";

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(Row row) => Encoding.UTF8.GetString(row.Body.Span);

    protected async Task<string> CommitAsync(string partition, RowChange change) =>
        Assert.Single(await Store.CommitAsync(Played, partition, [change]));

    protected async Task<IReadOnlyList<string>> CommitAsync(string partition, params RowChange[] changes) =>
        await Store.CommitAsync(Played, partition, changes);

    protected async Task<Row?> ReadAsync(string partition, string key) => await Store.ReadAsync(Played, partition, key);

    protected async Task<string[]> KeysAsync(string partition, KeyRange range, int? limit = null) =>
        [.. (await Store.QueryAsync(Played, partition, range, limit)).Select(row => row.Key)];

    /// <summary>A partition as text, versions included: equal before and after means nothing was touched.</summary>
    protected async Task<string> DumpAsync(string partition) => string.Join(
        '\n', (await Store.QueryAsync(Played, partition, KeyRange.All)).Select(row => $"{row.Key} = {Text(row)} @ {row.Version}"));
}
