using Directives.Local.Cost;

namespace Directives.Tests.Infra;

/// <summary>The arithmetic of the cost page, against numbers worked out by hand.</summary>
public sealed class CostArithmeticTests
{
    private static readonly Price GbSeconds = new() { Amount = 0.000026, Per = 1, Unit = "GB-s", Free = 100_000, Confirmed = false, Source = "", Note = "" };
    private static readonly Price Executions = GbSeconds with { Amount = 0.4, Per = 1_000_000, Free = 250_000 };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.2, 1)]
    [InlineData(1, 1)]
    [InlineData(1.01, 1.1)]
    [InlineData(1.1, 1.1)]
    [InlineData(2.34, 2.4)]
    [InlineData(60, 60)]
    public void A_run_is_billed_a_second_at_least_and_then_in_tenths(double worked, double billed) => Assert.Equal(billed, CostInputs.Read().Prices.Flex.Seconds(worked), 9);

    [Fact]
    public void Gigabytes_are_of_1024_megabytes() => Assert.Equal(20, CostInputs.Read().Prices.Flex.GbSeconds(10, 2048), 9);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(99_999, 0)]
    [InlineData(100_000, 0)]
    [InlineData(137_107, 0.964782)]
    [InlineData(1_100_000, 26)]
    public void The_free_grant_of_memory_comes_off_first(double used, double cost) => Assert.Equal(cost, GbSeconds.Of(used), 9);

    [Theory]
    [InlineData(250_000, 0)]
    [InlineData(1_250_000, 0.4)]
    public void The_free_grant_of_executions_comes_off_first(double used, double cost) => Assert.Equal(cost, Executions.Of(used), 9);

    [Fact]
    public void Where_nothing_is_free_all_is_paid() => Assert.Equal(0.1, Executions.OfAll(250_000), 9);

    [Theory]
    [InlineData(0, "small")]
    [InlineData(50_000, "small")]
    [InlineData(50_001, "large")]
    [InlineData(100_000, "large")]
    [InlineData(100_001, "huge")]
    public void The_cheapest_mail_plan_that_holds_the_letters_is_taken(double letters, string plan) => Assert.Equal(plan, MailPlan.For(Plans(), letters).Name);

    [Fact]
    public void More_letters_than_any_plan_holds_say_so() =>
        Assert.Contains("No mail plan holds 300001 letters", Assert.Throws<CannotStartException>(() => MailPlan.For(Plans(), 300_001)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0 * * * * *", 43_800)]
    [InlineData("30 */5 * * * *", 8_760)]
    [InlineData("15 */15 * * * *", 2_920)]
    [InlineData("0 20 */6 * * *", 4 * 365 / 12.0)]
    public void A_schedule_says_how_often_a_timer_runs(string schedule, double runs) => Assert.Equal(runs, new TimerSchedule("T", schedule).RunsPerMonth(), 9);

    [Fact]
    public void An_average_month_has_a_third_of_the_quarter_s_obligations() => Assert.Equal(159 + (11 / 3.0), new RegisterCounts(170, 159, 11, 11, 1, 0).Obligations, 9);

    [Fact]
    public void What_an_obligation_takes_follows_from_how_people_behave()
    {
        var month = CostInputs.Month();
        BehaviourCounts letters(double many) => month.Counts.OnTime with { Letters = many };
        month = month with
        {
            Counts = month.Counts with { OnTime = letters(2), Late = letters(6), Never = letters(10) },
            Assumptions = month.Assumptions with { LateShare = CostInputs.Is(0.25), NeverShare = CostInputs.Is(0.25), CasesPerReport = CostInputs.Is(0) },
            Register = new RegisterCounts(100, 100, 0, 5, 0, 0),
        };
        // Half of a hundred get 2, a quarter 6, a quarter 10.
        Assert.Equal(500, month.Letters, 6);
    }

    [Fact]
    public void Instances_that_are_always_ready_are_paid_the_whole_month_without_a_grant()
    {
        var month = CostInputs.Month();
        var ready = month with { Assumptions = month.Assumptions with { AlwaysReadyInstances = CostInputs.Is(2), InstanceMegabytes = CostInputs.Is(4096) } };
        // Two of four gigabytes, 730 hours of 3,600 seconds.
        var kept = Bill.Of(ready).Lines.Single(l => l.Item == "Functions: always ready, kept");
        Assert.Equal(2 * 4 * 730 * 3600.0, kept.Quantity, 3);
        Assert.Equal(2 * 4 * 730 * 3600 * 0.000004, kept.Cost, 6);
        Assert.DoesNotContain(Bill.Of(month).Lines, l => l.Item.Contains("always ready", StringComparison.Ordinal));
    }

    [Fact]
    public void Memory_that_works_is_what_runs_take_times_their_memory()
    {
        var bill = Bill.Of(CostInputs.Month());
        var gbSeconds = bill.Lines.Single(l => l.Item == "Functions: memory while working").Quantity;
        Assert.Equal(bill.Runs.Sum(r => r.BilledSeconds) * 2, gbSeconds, 3);
        Assert.All(bill.Runs, r => Assert.True(r.BilledSeconds >= r.Count, r.What));
    }

    [Fact]
    public void A_change_is_the_difference_of_two_bills()
    {
        var month = CostInputs.Month("nation");
        var levers = Lever.Of(month);
        var larger = levers.Single(l => l.Change == "2048 → 4096 MB");
        var then = Bill.Of(month with { Assumptions = month.Assumptions with { InstanceMegabytes = month.Assumptions.InstanceMegabytes with { Value = 4096 } } }).Total;
        Assert.Equal(then, larger.Total, 9);
        Assert.Equal(then - Bill.Of(month).Total, larger.Difference, 9);
        Assert.Equal(levers.OrderByDescending(l => Math.Abs(l.Difference)).Select(l => Math.Abs(l.Difference)), levers.Select(l => Math.Abs(l.Difference)));
    }

    private static MailPlan[] Plans()
    {
        MailPlan Plan(string name, double letters, double amount) => new() { Name = name, Letters = letters, Amount = amount, Confirmed = false, Source = "", Note = "" };
        return [Plan("huge", 300_000, 249), Plan("small", 50_000, 19.95), Plan("large", 100_000, 34.95), Plan("dear", 100_000, 89.95)];
    }
}
