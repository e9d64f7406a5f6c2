using Directives.Dossiers;
using Directives.Tests.Chasing;

namespace Directives.Tests.Dossiers;

/// <summary>How late the engine is.</summary>
public sealed class DueLookTests
{
    [Fact]
    public async Task An_engine_that_has_done_everything_is_not_late()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 8, 12);
        Assert.Equal(TimeSpan.Zero, await Look(play).LatenessAsync());
    }

    [Fact]
    public async Task One_that_stands_still_is_as_late_as_its_oldest_dossier_waits()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(5, 3, 12);
        var next = (await play.Work.SettleAsync())!.Value;
        play.Clock.MoveTo(next + TimeSpan.FromHours(7));
        Assert.Equal(TimeSpan.FromHours(7), await Look(play).LatenessAsync());
        await play.Work.SettleAsync();
        Assert.Equal(TimeSpan.Zero, await Look(play).LatenessAsync());
    }

    private static DueLook Look(Playground play) => new(play.It.Dossiers, play.It.Due, play.Clock);
}
