using Directives.Local.Bench;
using Directives.Tables;

namespace Directives.Tests.Tables;

/// <summary>One Azurite for all tests that need it; it ends with the test run. Each test has tables of its own name in it.</summary>
internal static class AzuriteRunning
{
    private static readonly Lazy<Task<Azurite>> Started = new(() => Azurite.StartAsync());

    public static Task<Azurite> GetAsync() => Started.Value;

    /// <summary>New, empty tables.</summary>
    public static async Task<AzureTables> NewTablesAsync() => await AzureTables.OpenAsync(AzureAccount.Parse((await GetAsync()).Connection), NewPrefix());

    /// <summary>A beginning for names of tables that no other test has.</summary>
    public static string NewPrefix() => $"t{Guid.NewGuid():N}";
}
