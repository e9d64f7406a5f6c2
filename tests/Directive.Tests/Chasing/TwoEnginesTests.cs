using Directives.Tests.Dossiers;

namespace Directives.Tests.Chasing;

/// <summary>Two engines on one set of rows, with clocks six minutes apart, come to what one would have (design: what must always hold).</summary>
public sealed class TwoEnginesTests
{
    [Fact]
    public async Task Two_engines_taking_turns_with_skewed_clocks_end_in_the_same_rows_and_letters()
    {
        using var engines = new TwoEngines(parallel: false);
        await EndsLikeOneAsync(engines);
    }

    [Fact]
    public async Task Two_engines_at_the_same_time_with_skewed_clocks_end_in_the_same_rows_and_letters()
    {
        for (var i = 0; i < 4; i++)
        {
            using var engines = new TwoEngines(parallel: true);
            await EndsLikeOneAsync(engines);
        }
    }

    private static async Task EndsLikeOneAsync(TwoEngines engines)
    {
        var calm = await CrashedMonth.PlayAsync(_ => false, CrashPoint.Before);
        var both = await engines.PlayAsync();
        Assert.Empty(both.Faults);
        Assert.Equal("", CrashedMonth.Difference(calm.State, both.State));
    }
}
