[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Directives.BrowserTests;

/// <summary>Tests that share one running program and one browser; its clock moves for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class Together : ICollectionFixture<Served>, ICollectionFixture<Browser>
{
    public const string Name = "One program, one browser";
}
