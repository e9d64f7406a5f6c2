using Directives.Alarms;

namespace Directives.Tests.Cloud;

/// <summary>An alarm is set, wherever it stood; also when two set it at once.</summary>
public sealed class AlarmSetterTests
{
    private static readonly AlarmName Alarm = new(AlarmKind.Chase, "52|cycle|1|0");
    private readonly Engine _engine = new();

    [Theory]
    [InlineData(AlarmState.Missing)]
    [InlineData(AlarmState.Over)]
    public async Task One_that_is_missing_or_over_is_set(AlarmState before)
    {
        _engine.State = before;
        Assert.True(await new AlarmSetter(_engine).EnsureAsync(Alarm, true));
        Assert.Equal(["set"], _engine.Did);
    }

    [Theory]
    [InlineData(true, new[] { "rung" })]
    [InlineData(false, new string[0])]
    public async Task One_that_is_set_is_rung_if_asked(bool ring, string[] expected)
    {
        _engine.State = AlarmState.Set;
        Assert.False(await new AlarmSetter(_engine).EnsureAsync(Alarm, ring));
        Assert.Equal(expected, _engine.Did);
    }

    [Fact]
    public async Task One_that_another_sets_at_the_same_moment_is_rung_instead()
    {
        _engine.OnSet = () =>
        {
            _engine.State = AlarmState.Set;
            throw new InvalidOperationException("It is there already.");
        };
        Assert.False(await new AlarmSetter(_engine).EnsureAsync(Alarm, true));
        Assert.Equal(["rung"], _engine.Did);
    }

    [Fact]
    public async Task An_engine_that_cannot_set_it_says_so()
    {
        _engine.OnSet = () => throw new IOException("No answer.");
        await Assert.ThrowsAsync<IOException>(() => new AlarmSetter(_engine).EnsureAsync(Alarm, true));
    }

    private sealed class Engine : IAlarmClock
    {
        public AlarmState State { get; set; }

        public Action? OnSet { get; set; }

        public List<string> Did { get; } = [];

        public Task<AlarmState> StateAsync(AlarmName alarm, CancellationToken cancel) => Task.FromResult(State);

        public Task SetAsync(AlarmName alarm, CancellationToken cancel)
        {
            OnSet?.Invoke();
            State = AlarmState.Set;
            Did.Add("set");
            return Task.CompletedTask;
        }

        public Task RingAsync(AlarmName alarm, CancellationToken cancel)
        {
            Did.Add("rung");
            return Task.CompletedTask;
        }
    }
}
