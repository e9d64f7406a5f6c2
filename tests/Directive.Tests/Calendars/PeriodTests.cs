using CsCheck;
using Directives.Calendars;

namespace Directives.Tests.Calendars;

public class PeriodTests
{
    private static readonly Gen<(Cadence, PeriodKind, DateOnly)> Any = Gen.Select(
        Gen.Enum<Cadence>(), Gen.Enum<PeriodKind>(),
        Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2200, 12, 31).DayNumber].Select(DateOnly.FromDayNumber));

    [Theory]
    [InlineData(Cadence.Month, PeriodKind.Calendar, "2023-04", "2023-04-01", "2023-04-30")]
    [InlineData(Cadence.Month, PeriodKind.Calendar, "2024-02", "2024-02-01", "2024-02-29")]
    [InlineData(Cadence.Quarter, PeriodKind.Calendar, "2023-Q2", "2023-04-01", "2023-06-30")]
    [InlineData(Cadence.HalfYear, PeriodKind.Calendar, "2023-H2", "2023-07-01", "2023-12-31")]
    [InlineData(Cadence.Year, PeriodKind.Calendar, "2023", "2023-01-01", "2023-12-31")]
    [InlineData(Cadence.Month, PeriodKind.Reporting, "2023-04", "2023-03-15", "2023-04-14")]
    [InlineData(Cadence.Month, PeriodKind.Reporting, "2023-01", "2022-12-15", "2023-01-14")]
    [InlineData(Cadence.Quarter, PeriodKind.Reporting, "2023-Q2", "2023-03-15", "2023-06-14")]
    [InlineData(Cadence.HalfYear, PeriodKind.Reporting, "2023-H1", "2022-12-15", "2023-06-14")]
    [InlineData(Cadence.Year, PeriodKind.Reporting, "2023", "2022-12-15", "2023-12-14")]
    public void A_period_has_its_days_by_name_and_by_day(Cadence cadence, PeriodKind kind, string id, string from, string to)
    {
        var period = Period.Of(cadence, kind, id);
        Assert.Equal((from, to, id), ($"{period.From:O}", $"{period.To:O}", period.Id));
        Assert.Equal(period, Period.Containing(cadence, kind, period.From));
        Assert.Equal(period, Period.Containing(cadence, kind, period.To));
    }

    [Theory]
    [InlineData(Cadence.Month, "2023-13")]
    [InlineData(Cadence.Month, "2023-00")]
    [InlineData(Cadence.Month, "2023-4")]
    [InlineData(Cadence.Month, "2023")]
    [InlineData(Cadence.Month, "2023-+4")]
    [InlineData(Cadence.Quarter, "2023-Q5")]
    [InlineData(Cadence.Quarter, "2023-H1")]
    [InlineData(Cadence.HalfYear, "2023-H3")]
    [InlineData(Cadence.Year, "0000")]
    [InlineData(Cadence.Year, "23")]
    [InlineData(Cadence.Year, "")]
    public void A_name_that_is_no_period_is_refused(Cadence cadence, string id)
    {
        var error = Assert.Throws<FormatException>(() => Period.Of(cadence, PeriodKind.Calendar, id));
        Assert.Contains($"\"{id}\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Periods_tile_the_calendar_without_gap_or_overlap() => Any.Sample((cadence, kind, day) =>
    {
        var period = Period.Containing(cadence, kind, day);
        var next = period.Next();
        Assert.True(period.From <= day && day <= period.To, $"{period} lacks {day:O}");
        Assert.Equal(period.To.AddDays(1), next.From);
        Assert.True(next.From < next.To);
        Assert.Equal(period, Period.Containing(cadence, kind, next.From.AddDays(-1)));
    }, iter: 2000);

    [Fact]
    public void A_name_leads_back_to_its_period_and_sorts_by_time() => Any.Sample((cadence, kind, day) =>
    {
        var period = Period.Containing(cadence, kind, day);
        Assert.Equal(period, Period.Of(cadence, kind, period.Id));
        Assert.True(string.CompareOrdinal(period.Id, period.Next().Id) < 0);
    }, iter: 2000);

    [Fact]
    public void Longer_periods_consist_of_whole_months() => Any.Sample((cadence, kind, day) =>
    {
        var period = Period.Containing(cadence, kind, day);
        var months = 0;
        var month = Period.Containing(Cadence.Month, kind, period.From);
        Assert.Equal(period.From, month.From);
        while (month.To < period.To) (month, months) = (month.Next(), months + 1);
        Assert.Equal(period.To, month.To);
        Assert.Equal(cadence switch { Cadence.Month => 1, Cadence.Quarter => 3, Cadence.HalfYear => 6, _ => 12 }, months + 1);
    }, iter: 2000);
}
