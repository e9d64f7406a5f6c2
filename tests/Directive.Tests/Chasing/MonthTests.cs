using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;

namespace Directives.Tests.Chasing;

/// <summary>A month of the sample province, over simulated time.</summary>
public sealed class MonthTests
{
    [Fact]
    public async Task A_month_in_which_nobody_reports_climbs_every_rung_and_closes_with_all_missed()
    {
        var clock = new MovableClock(new DateTimeOffset(2023, 4, 3, 0, 0, 0, TimeSpan.Zero));
        var mail = new CountingTransport();
        using var province = new Installation(new InstallationParts
        {
            Authority = "52",
            Tables = new MemoryTables(),
            Clock = clock,
            Rules = new RuleBook(EditionLibrary.Sample, Directives.Calendars.HolidayFile.Vietnam, new DateOnly(2023, 4, 30)),
            Transport = mail,
            TrailKey = new byte[32],
            LinkSecret = new byte[32],
            ConfidentialKey = new byte[32],
            Watch = new WatchOptions { AtOnce = 1 },
        });
        await province.Registers.ReplaceAsync(SampleProvince.Load(), Directives.Dossiers.Actor.System, "sample");
        await province.BeginAsync(new DateOnly(2023, 4, 3));
        var work = new Clockwork(province.Watch, clock);

        await work.RunAsync(new DateTimeOffset(2023, 9, 1, 0, 0, 0, TimeSpan.Zero));

        var cycles = await province.Cycles.AllAsync();
        Assert.Equal(2, cycles.Count);
        Assert.All(cycles, c => Assert.Equal(CycleState.Closed, c.State));
        Assert.Equal(170, cycles.Sum(c => c.Tally!.Missed));
        Assert.Equal(0, mail.Duplicates);
    }
}
