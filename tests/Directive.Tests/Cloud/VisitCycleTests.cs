using Directives.Cloud.Orchestrations;
using Microsoft.DurableTask;

namespace Directives.Tests.Cloud;

/// <summary>The opening of a cycle, step by step (R2, R3).</summary>
public sealed class VisitCycleTests
{
    private const string Cycle = "02-QD-TU.2026-03";
    private const int Nation = 705;
    private static readonly DateTimeOffset Begin = RecordingContext.Begin;

    [Fact]
    public void A_nations_sheets_are_written_before_the_cycle_is_open_and_its_chases_are_set_after()
    {
        var context = new RecordingContext(new VisitCycleRound(Cycle, false), Answer);
        _ = VisitCycle.RunAsync(context);
        var names = context.Asked.Select(a => a.Split('(')[0]).ToList();
        Assert.Equal("CountSheets", names[0]);
        var opened = names.IndexOf("SayOpened");
        Assert.All(names[1..opened], n => Assert.Equal("OpenSheets", n));
        Assert.All(names[(opened + 1)..^3], n => Assert.Equal("SetChases", n));
        Assert.Equal(["LookAtCycle", "timer +86403s", "wait for Changed"], names[^3..]);
        // Thirty lines of history for each, not 705.
        Assert.Equal(29, opened - 1);
        Assert.Equal(29, names.Count(n => n == "SetChases"));
    }

    [Fact]
    public void Every_sheet_is_in_one_part_exactly()
    {
        var parts = new List<SheetsOfCycle>();
        _ = VisitCycle.RunAsync(new RecordingContext(new VisitCycleRound(Cycle, false), (name, input) =>
        {
            if (name == "OpenSheets") parts.Add((SheetsOfCycle)input!);
            return Answer(name, input);
        }));
        Assert.Equal(Enumerable.Range(0, Nation), parts.SelectMany(p => Enumerable.Range(p.From, Math.Min(p.Count, Nation - p.From))));
    }

    [Fact]
    public async Task Once_open_it_only_looks()
    {
        var context = new RecordingContext(new VisitCycleRound(Cycle, true), Answer);
        var round = VisitCycle.RunAsync(context);
        context.Pass(TimeSpan.FromDays(2));
        await round;
        Assert.Equal($"LookAtCycle({Cycle})", context.Asked[0]);
        Assert.Equal(new VisitCycleRound(Cycle, true), context.Next);
    }

    [Fact]
    public async Task It_ends_when_the_cycle_is_closed_and_told()
    {
        var context = new RecordingContext(new VisitCycleRound(Cycle, true), (_, _) => null);
        await VisitCycle.RunAsync(context);
        Assert.Null(context.Next);
    }

    [Theory]
    [InlineData("CountSheets")]
    [InlineData("OpenSheets")]
    [InlineData("SayOpened")]
    [InlineData("SetChases")]
    public async Task An_opening_that_fails_for_good_ends_so_that_the_timer_sets_it_anew(string failing)
    {
        var context = new RecordingContext(new VisitCycleRound(Cycle, false), (name, input) => name == failing ? throw new IOException("No answer.") : Answer(name, input));
        await Assert.ThrowsAsync<TaskFailedException>(() => VisitCycle.RunAsync(context));
        Assert.Null(context.Next);
    }

    private static object? Answer(string name, object? input) => name switch
    {
        "CountSheets" => Nation,
        "LookAtCycle" => (DateTimeOffset?)Begin.AddDays(1),
        _ => true,
    };
}
