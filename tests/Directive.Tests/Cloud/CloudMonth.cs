using Directives.Alarms;
using Directives.Chasing;
using Directives.Cloud;
using Directives.Dossiers;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;

namespace Directives.Tests.Cloud;

/// <summary>What goes wrong with the engine's alarms.</summary>
internal sealed record Trouble
{
    /// <summary>Of so many rings one is heard; 1: all.</summary>
    public int HeardOf { get; init; } = 1;

    /// <summary>How often each ring comes.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether the watch looks after what alarms leave undone; else they stand alone.</summary>
    public bool Helped { get; init; }

    /// <summary>Before which steps of the month the task hub is deleted.</summary>
    public IReadOnlyList<int> Deleted { get; init; } = [];
}

/// <summary>Plays the month on the cloud's engine: its orchestrations on a hub in memory, its timers by their schedules.</summary>
internal static class CloudMonth
{
    public static async Task<CrashedMonth.Outcome> PlayAsync(Trouble trouble)
    {
        var rows = new MemoryTables();
        var clock = new MovableClock(SmallProvince.Begin);
        var mail = new RememberingTransport();
        using var installation = SmallProvince.Install(rows, clock, mail, watch: WatchFor(trouble));
        await installation.Registers.ReplaceAsync(SmallProvince.Content(), Actor.System, "test");
        var hub = new PlayedHub(installation, clock);
        var bell = new Ringing(installation, hub, trouble);
        foreach (var (number, step) in MonthScript.Steps.Index())
        {
            if (trouble.Deleted.Contains(number)) hub.Delete();
            if (step.Outage) clock.MoveTo(step.At);
            await RunAsync(installation, hub, clock, bell, step.At);
            await step.Act(installation);
            await bell.AnswerAsync();
        }

        await RunAsync(installation, hub, clock, bell, clock.GetUtcNow() + RootSweep.Every);
        var faults = new List<string>(mail.Twice());
        faults.AddRange(await TrailWalk.FaultsAsync(rows, installation.Seal));
        faults.AddRange(await DueWalk.ForgottenAsync(rows, installation.Due, clock.GetUtcNow()));
        if (hub.Waiting > 0) faults.Add($"{hub.Waiting} alarms wait for nothing.");
        return new CrashedMonth.Outcome(await EndState.OfAsync(rows, mail), 0, 0, faults);
    }

    private static WatchOptions WatchFor(Trouble trouble) => trouble.Helped
        ? CloudInstallation.Watch with { AtOnce = 1 }
        : CloudInstallation.Watch with { AtOnce = 1, Patience = id => CloudInstallation.Watch.Patience(id) > TimeSpan.Zero ? TimeSpan.FromDays(1000) : TimeSpan.Zero };

    /// <summary>Time passes: from minute to minute where anything is due, else to what is next.</summary>
    private static async Task RunAsync(Installation installation, PlayedHub hub, MovableClock clock, Ringing bell, DateTimeOffset until)
    {
        var setter = new AlarmSetter(hub);
        while (true)
        {
            var now = clock.GetUtcNow();
            await Timers.OpenDueCyclesAsync(installation, hub, default);
            hub.Settle();
            var next = await installation.Watch.TickAsync();
            await bell.AnswerAsync();
            hub.Settle();
            if (now.Minute % RootSweep.Every.TotalMinutes == 0 && now.Second == 0) await new RootSweep(installation.Cycles, installation.Due, setter, clock).SweepAsync();
            hub.Settle();
            if (now >= until) return;
            var sweep = new DateTimeOffset(now.Ticks - (now.Ticks % RootSweep.Every.Ticks), TimeSpan.Zero) + RootSweep.Every;
            DateTimeOffset?[] times = [next > now ? next : null, hub.Next is { } at && at > now ? new DateTimeOffset(at) : null, sweep, until];
            clock.MoveTo(times.Min()!.Value);
        }
    }

    private sealed class Ringing
    {
        private readonly Queue<DossierId> _rung = [];
        private readonly AlarmSetter _setter;
        private readonly PlayedHub _hub;
        private readonly Trouble _trouble;
        private int _count;

        public Ringing(Installation installation, PlayedHub hub, Trouble trouble)
        {
            (_hub, _trouble, _setter) = (hub, trouble, new AlarmSetter(hub));
            installation.Bell.Rang += _rung.Enqueue;
        }

        public async Task AnswerAsync()
        {
            while (_rung.TryDequeue(out var id))
            {
                if (AlarmName.For(id) is not { } name || ++_count % _trouble.HeardOf != 0) continue;
                for (var i = 0; i < _trouble.Times; i++) await _setter.EnsureAsync(name, true);
                _hub.Settle();
            }
        }
    }
}
