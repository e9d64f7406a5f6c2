using Directives.Tests.Dossiers;

namespace Directives.Tests.Chasing;

/// <summary>The process is killed anywhere, and the month ends as if it had not been (design: what must always hold).</summary>
public sealed class CrashedMonthTests
{
    [Fact]
    public async Task The_month_that_nothing_interrupts_ends_as_the_rules_say()
    {
        var calm = await CrashedMonth.PlayAsync(_ => false, CrashPoint.Before);
        Assert.Empty(calm.Faults);
        Assert.Equal(0, calm.Crashes);
        string[] lines = calm.State.Split('\n');
        Assert.Equal("cycle 02-QD-TU.2023-04 Closed 3 on time, 2 late, 2 missed, 0 pending", lines[0]);
        Assert.Equal(
            [
                "provider deputy 1: 122.monitor after2, 123.monitor after2",
                "provider deputy 2: 122.monitor after3, 123.monitor after3",
                "provider deputy 3:  tally",
            ],
            lines.Where(l => l.StartsWith("provider deputy", StringComparison.Ordinal)));
        Assert.Contains("notice 1|deputy n|02-QD-TU.2023-04|11.in-charge|1|after3 Escalation by letter  filed", lines);
        Assert.Equal(
            ["before2", "receipt", "returned", "before2", "due", "after1", "after2", "receipt-2"],
            lines.Where(l => l.StartsWith("provider m113", StringComparison.Ordinal)).Select(l => l.Split(' ')[^1]));
    }

    [Theory]
    [InlineData(CrashPoint.Before)]
    [InlineData(CrashPoint.After)]
    public Task A_month_killed_at_any_one_write_ends_in_the_same_rows_and_letters(CrashPoint point) =>
        CrashedMonth.KilledAtAnyOneWriteAsync(PlayAsync, point);

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(11)]
    public Task A_month_killed_again_and_again_ends_in_the_same_rows_and_letters(int every) =>
        CrashedMonth.KilledAgainAndAgainAsync(PlayAsync, every, 10);

    private static Task<CrashedMonth.Outcome> PlayAsync(Func<long, bool> crashes, CrashPoint point) => CrashedMonth.PlayAsync(crashes, point);
}
