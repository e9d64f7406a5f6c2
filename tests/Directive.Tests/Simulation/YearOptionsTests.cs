using Directives.Calendars;
using Directives.Editions;
using Directives.Simulation;

namespace Directives.Tests.Simulation;

/// <summary>Options of a simulated year: what they default to, and what is refused with which words.</summary>
public sealed class YearOptionsTests
{
    [Theory]
    [InlineData(null, null, null, 0.8, 0.15, 0.05)]
    [InlineData(null, null, 1.0, 0, 0, 1)]
    [InlineData(0.5, null, null, 0.5, 0.375, 0.125)]
    [InlineData(0.5, 0.25, null, 0.5, 0.25, 0.25)]
    [InlineData(0.7, 0.3, null, 0.7, 0.3, 0)]
    public void Shares_not_given_take_what_is_left_in_proportion(
        double? onTime, double? late, double? never, double expectedOnTime, double expectedLate, double expectedNever)
    {
        var options = new YearOptions().WithShares(onTime, late, never);

        Assert.Equal(expectedOnTime, options.OnTime, 9);
        Assert.Equal(expectedLate, options.Late, 9);
        Assert.Equal(expectedNever, options.Never, 9);
        Assert.Empty(Problems(options));
    }

    [Theory]
    [InlineData(1.2, null, null, "--on-time: 1.2")]
    [InlineData(0.9, 0.2, null, "--never: -0.1")]
    [InlineData(0.9, 0.2, 0.1, "--on-time, --late and --never must add up to 1")]
    [InlineData(double.NaN, 0.0, 0.0, "--on-time")]
    public void Shares_that_are_none_are_refused_by_name(double? onTime, double? late, double? never, string words)
    {
        Assert.Contains(words, string.Join('\n', Problems(new YearOptions().WithShares(onTime, late, never))), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_and_counts_out_of_range_are_refused_by_name()
    {
        Assert.Contains("--months", Assert.Single(Problems(new YearOptions { Months = 0 })), StringComparison.Ordinal);
        Assert.Contains("--months", Assert.Single(Problems(new YearOptions { Months = 121 })), StringComparison.Ordinal);
        Assert.Contains("2021-04", Assert.Single(Problems(new YearOptions { From = new DateOnly(2021, 3, 1) })), StringComparison.Ordinal);
        Assert.Contains("--outage", Assert.Single(Problems(With(2022, 12, 31, 3))), StringComparison.Ordinal);
        Assert.Contains("--outage", Assert.Single(Problems(With(2024, 6, 1, 3))), StringComparison.Ordinal);
        Assert.Contains("--outage", Assert.Single(Problems(With(2023, 6, 1, 0))), StringComparison.Ordinal);
        Assert.Empty(Problems(With(2024, 1, 10, 3)));
    }

    [Fact]
    public void Behaviour_follows_the_shares_and_not_the_order()
    {
        var behaviour = new Behaviour(new YearOptions());
        var again = new Behaviour(new YearOptions());
        var seats = Enumerable.Range(0, 20_000).Select(i => $"{i:D5}.monitor").ToList();
        var conduct = seats.ConvertAll(s => behaviour.Of("02-QD-TU.2023-04", s));

        Assert.Equal(conduct, Enumerable.Reverse(seats).Select(s => again.Of("02-QD-TU.2023-04", s)).Reverse());
        Assert.InRange(conduct.Count(c => c == Conduct.OnTime), 15_700, 16_300);
        Assert.InRange(conduct.Count(c => c == Conduct.Never), 850, 1_150);
        Assert.NotEqual(conduct, seats.ConvertAll(s => behaviour.Of("02-QD-TU.2023-05", s)));
    }

    private static YearOptions With(int year, int month, int day, int days) => new() { Outage = new Outage(new DateOnly(year, month, day), days) };

    private static IReadOnlyList<string> Problems(YearOptions options) => options.Problems(EditionLibrary.Sample, HolidayFile.Vietnam);
}
