using Directives.Cloud.Orchestrations;
using Directives.Tables;

namespace Directives.Tests.Cloud;

/// <summary>An alarm, step by step: it looks, waits, and begins anew; whatever the engine does to its timers and events.</summary>
public sealed class ChaseTests
{
    private const string Sheet = "52|cycle|1|0";
    private static readonly DateTimeOffset Begin = RecordingContext.Begin;

    private readonly List<object?> _looks = [];

    [Fact]
    public async Task It_looks_waits_a_little_longer_than_asked_and_begins_anew()
    {
        var (context, round) = Play(Begin.AddHours(5));
        Assert.Equal([$"WakeSheet({Sheet})", "timer +18003s", "wait for Changed"], context.Asked);
        context.Pass(TimeSpan.FromHours(5));
        Assert.False(round.IsCompleted);
        context.Pass(TimeSpan.FromSeconds(3));
        await round;
        Assert.Equal($"begin anew({Sheet})", context.Asked[^1]);
    }

    [Fact]
    public async Task It_ends_once_nothing_is_wanted_any_more()
    {
        var (context, round) = Play(null);
        await round;
        Assert.Equal([$"WakeSheet({Sheet})"], context.Asked);
        Assert.Null(context.Next);
    }

    [Theory]
    [InlineData(-86_400)]
    [InlineData(0)]
    [InlineData(26)]
    public async Task However_soon_it_is_asked_it_looks_again_after_half_a_minute(int seconds)
    {
        var (context, round) = Play(Begin.AddSeconds(seconds));
        Assert.Contains("timer +30s", context.Asked);
        context.Pass(TimeSpan.FromSeconds(30));
        await round;
        Assert.Equal(Sheet, context.Next);
    }

    [Fact]
    public async Task A_timer_that_comes_late_is_one_look()
    {
        var (context, round) = Play(Begin.AddHours(1));
        context.Pass(TimeSpan.FromDays(3));
        await round;
        Assert.Single(_looks);
        Assert.Equal(Sheet, context.Next);
    }

    [Fact]
    public async Task A_change_is_looked_at_at_once()
    {
        var (context, round) = Play(Begin.AddDays(5));
        context.Pass(TimeSpan.FromMinutes(10));
        context.Raise("Changed");
        await round;
        Assert.Equal(Sheet, context.Next);
        Assert.DoesNotContain(context.Asked, a => a == "timer +30s");
    }

    [Fact]
    public async Task Changes_that_follow_a_look_closely_wait_half_a_minute()
    {
        var (context, round) = Play(Begin.AddDays(5));
        context.Pass(TimeSpan.FromSeconds(5));
        context.Raise("Changed");
        context.Raise("Changed");
        context.Raise("Changed");
        Assert.False(round.IsCompleted);
        context.Pass(TimeSpan.FromSeconds(25));
        await round;
        Assert.Equal(Sheet, context.Next);
        Assert.Single(_looks);
        // All of them are seen by the next look; none makes another.
        Assert.False(context.KeepsEvents);
    }

    [Fact]
    public async Task A_change_while_it_looks_is_not_lost()
    {
        RecordingContext? context = null;
        var round = Run(context = new RecordingContext(Sheet, (_, about) =>
        {
            _looks.Add(about);
            context!.Raise("Changed");
            return (DateTimeOffset?)Begin.AddDays(5);
        }));
        Assert.False(round.IsCompleted);
        context.Pass(TimeSpan.FromSeconds(30));
        await round;
        Assert.Equal(Sheet, context.Next);
    }

    [Fact]
    public async Task A_change_that_comes_with_its_timer_is_one_look()
    {
        var (context, round) = Play(Begin.AddHours(1));
        context.Pass(TimeSpan.FromHours(2));
        context.Raise("Changed");
        await round;
        Assert.Single(context.Asked, a => a.StartsWith("begin anew", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_look_that_fails_for_good_is_tried_again_later()
    {
        var context = new RecordingContext(Sheet, (_, _) => throw new TimeoutException("The tables do not answer."));
        var round = Run(context);
        Assert.Contains("timer +600s", context.Asked);
        context.Pass(TimeSpan.FromMinutes(10));
        await round;
        Assert.Equal(Sheet, context.Next);
    }

    [Fact]
    public async Task The_same_history_asks_the_same()
    {
        var (one, other) = (await Once(), await Once());
        Assert.Equal(one, other);

        async Task<List<string>> Once()
        {
            var (context, round) = Play(Begin.AddDays(1));
            context.Pass(TimeSpan.FromSeconds(10));
            context.Raise("Changed");
            context.Pass(TimeSpan.FromSeconds(20));
            await round;
            return context.Asked;
        }
    }

    [Theory]
    [InlineData(typeof(TimeoutException), true)]
    [InlineData(typeof(IOException), true)]
    [InlineData(typeof(TablesUnusableException), true)]
    [InlineData(typeof(InvalidDataException), false)]
    [InlineData(typeof(FormatException), false)]
    [InlineData(typeof(TableLimitException), false)]
    public void What_passes_is_tried_again_and_a_mistake_is_not(Type failure, bool again) => Assert.Equal(again, Retries.Passes(failure.FullName!));

    [Fact]
    public async Task A_recommendation_is_followed_the_same_way()
    {
        var context = new RecordingContext("52|case", (_, _) => (DateTimeOffset?)Begin.AddHours(1));
        var round = Escalation.RunAsync(context);
        context.Pass(TimeSpan.FromHours(2));
        await round;
        Assert.Equal(["WakeCase(52|case)", "timer +3603s", "wait for Changed", "begin anew(52|case)"], context.Asked);
    }

    private (RecordingContext Context, Task Round) Play(DateTimeOffset? wanted)
    {
        var context = new RecordingContext(Sheet, (_, about) =>
        {
            _looks.Add(about);
            return wanted;
        });
        return (context, Run(context));
    }

    private static Task Run(RecordingContext context) => Chase.RunAsync(context);
}
