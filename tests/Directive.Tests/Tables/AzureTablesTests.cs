using Directives.Tables;

namespace Directives.Tests.Tables;

/// <summary>The contract, kept by Azure Tables as Azurite plays them.</summary>
public sealed class AzureTablesTests : TablesContract
{
    protected override int Cases => 25;

    protected override int Increments => 20;

    // Azurite measures the row's UTF-8, at 1 MiB; the service measures UTF-16.
    protected override int MostOf(string letter) => Math.Min(base.MostOf(letter), (TableLimits.BytesInRow / Bytes(letter).Length) - 8192);

    protected override async Task<ITables> OpenAsync() => await AzuriteRunning.NewTablesAsync();
}
