using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;

namespace Directives.Tests.Cloud;

/// <summary>Two engines, one program: a month on the cloud's engine ends in the rows and letters of the same month on one machine, whatever its alarms do.</summary>
public sealed class CloudMonthTests
{
    [Fact]
    public Task A_month_ends_the_same_on_both_engines() => EndsTheSameAsync(new Trouble());

    [Fact]
    public Task Changes_that_are_never_heard_of_make_no_difference() => EndsTheSameAsync(new Trouble { HeardOf = int.MaxValue, Helped = true });

    [Fact]
    public Task Changes_that_are_heard_of_now_and_then_make_no_difference() => EndsTheSameAsync(new Trouble { HeardOf = 3, Helped = true });

    [Fact]
    public Task Changes_that_are_heard_of_thrice_make_no_difference() => EndsTheSameAsync(new Trouble { Times = 3 });

    [Theory]
    [InlineData(new[] { 1 })]
    [InlineData(new[] { 5 })]
    [InlineData(new[] { 2, 4, 7, 9, 11 })]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    public Task A_task_hub_that_is_deleted_makes_no_difference(int[] before) => EndsTheSameAsync(new Trouble { Deleted = before });

    private static async Task EndsTheSameAsync(Trouble trouble)
    {
        var calm = await CrashedMonth.PlayAsync(_ => false, CrashPoint.Before);
        var played = await CloudMonth.PlayAsync(trouble);
        Assert.Equal("", CrashedMonth.Difference(calm.State, played.State));
        Assert.Empty(played.Faults);
    }
}
