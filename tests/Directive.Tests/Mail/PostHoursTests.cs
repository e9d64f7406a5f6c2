using Directives.Chasing;
using Directives.Dossiers;
using Directives.Reports;
using Directives.Tests.Chasing;

namespace Directives.Tests.Mail;

/// <summary>Letters with rungs leave in working hours only; what a person has just caused leaves at once.</summary>
public sealed class PostHoursTests
{
    [Theory]
    [InlineData(29, 3)]
    [InlineData(28, 22)]
    [InlineData(30, 11)]
    public async Task After_an_outage_that_ends_at_night_or_on_a_weekend_reminders_wait_for_the_next_working_morning(int day, int hour)
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 27, 18);
        play.Clock.MoveTo(MonthScript.Local(4, 28, 7));
        await play.Work.SettleAsync();
        Assert.Empty(play.Mail.Letters);

        play.Clock.MoveTo(MonthScript.Local(4, day, hour));
        await play.Work.SettleAsync();
        Assert.Empty(play.Mail.Letters);

        // 29 April to 3 May 2023 were days off.
        await play.RunToAsync(5, 4, 7);
        Assert.Empty(play.Mail.Letters);
        await play.RunToAsync(5, 4, 9);
        Assert.NotEmpty(play.Mail.Letters);
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_receipt_leaves_at_once_at_night_and_takes_no_reminder_along()
    {
        using var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 27, 18);
        play.Clock.MoveTo(MonthScript.Local(4, 29, 3));
        await play.Work.SettleAsync();

        var seat = SmallProvince.Monitor("111");
        var holder = (await play.It.Registers.GetAsync()).HolderOf(seat, new DateOnly(2023, 4, 29))!.Id;
        var content = new ReportContent { NoVisitBecause = "flood" };
        Assert.IsType<FilingResult.Accepted>(await play.It.Reports.FileAsync(MonthScript.SheetOf("111"), seat, new Actor(holder), content));
        await play.Work.SettleAsync();

        var letter = Assert.Single(play.Mail.Letters);
        Assert.Equal(NoticeKind.Receipt, Assert.Single(letter.Notices).Notice.Kind);
        Assert.Empty(await play.FaultsAsync());
    }
}
