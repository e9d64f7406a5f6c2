using CsCheck;
using Directives.Mail;

namespace Directives.Tests.Mail;

/// <summary>When a run of letters is held.</summary>
public sealed class PostRunTests
{
    private static readonly DateOnly Today = new(2023, 5, 24);

    [Theory]
    [InlineData(100, 200, false)]
    [InlineData(100, 201, true)]
    [InlineData(0, 20, false)]
    [InlineData(0, 21, true)]
    [InlineData(5, 20, false)]
    [InlineData(10, 21, true)]
    public void A_run_is_held_when_it_is_more_than_twice_its_forecast_and_not_small(int forecast, int letters, bool held) =>
        Assert.Equal(held, PostRun.Holds(Head(forecast, Today), letters, Today) is not null);

    [Fact]
    public void A_forecast_for_another_day_is_none() =>
        Assert.Equal(new HeldRun(Today, 150, 0), PostRun.Holds(Head(100, Today.AddDays(1)), 150, Today));

    [Fact]
    public void What_the_office_released_goes_that_day_and_not_the_next()
    {
        var head = Head(0, Today) with { Released = Today };
        Assert.Null(PostRun.Holds(head, 100_000, Today));
        Assert.NotNull(PostRun.Holds(head, 100_000, Today.AddDays(1)));
    }

    [Fact]
    public void A_run_within_its_forecast_is_never_held() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 200_000]).Sample((forecast, letters) =>
        letters > 2 * forecast || PostRun.Holds(Head(forecast, Today), letters, Today) is null);

    private static PostHead Head(int forecast, DateOnly day) => new() { Forecast = forecast, ForecastDay = day };
}
