using System.Globalization;
using Directives.Calendars;

namespace Directives.Tests.Calendars;

public class VietnamTests
{
    [Fact]
    public void Working_days_are_counted_after_one_day_up_to_another()
    {
        // 29 April to 3 May 2023 were days off.
        Assert.Equal(1, HolidayFile.Vietnam.WorkingDaysAfter(new DateOnly(2023, 4, 28), new DateOnly(2023, 5, 4)));
        Assert.Equal(0, HolidayFile.Vietnam.WorkingDaysAfter(new DateOnly(2023, 4, 28), new DateOnly(2023, 5, 3)));
        Assert.Equal(0, HolidayFile.Vietnam.WorkingDaysAfter(new DateOnly(2023, 5, 4), new DateOnly(2023, 4, 28)));
    }

    private static readonly WorkCalendar Vietnam = HolidayFile.Vietnam;

    // Written down from the notices a second time, apart from the file: the weekdays off, and the Saturdays worked.
    [Theory]
    [InlineData(2021, "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03", "")]
    [InlineData(2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02", "")]
    [InlineData(2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04", "")]
    [InlineData(2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04")]
    [InlineData(2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26")]
    [InlineData(2026, "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24", "01-10 08-22")]
    public void The_weekdays_off_and_the_Saturdays_worked_are_as_decreed(int year, string off, string worked)
    {
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => new DateOnly(year, 1, 1).AddDays(i)).ToArray();
        Assert.Equal(off, string.Join(' ', days.Where(d => IsWeekday(d) && !Vietnam.IsWorkingDay(d)).Select(d => $"{d:O}"[5..])));
        Assert.Equal(worked, string.Join(' ', days.Where(d => !IsWeekday(d) && Vietnam.IsWorkingDay(d)).Select(d => $"{d:O}"[5..])));
    }

    [Fact]
    public void Each_year_from_2021_to_2026_cites_what_decreed_it()
    {
        Assert.Equal([2021, 2022, 2023, 2024, 2025, 2026], Vietnam.Years.Select(y => y.Year));
        Assert.All(Vietnam.Years, y => Assert.Contains(y.Sources, s => s.Number != "45/2019/QH14"));
        Assert.Equal([2020, 2027], Vietnam.GapIn(new(2020, 12, 31), new(2027, 1, 1))!.Years);
    }

    [Theory]
    [InlineData("2023-01-19", 1, "2023-01-27")]
    [InlineData("2023-01-19", 5, "2023-02-02")]
    [InlineData("2023-01-27", -1, "2023-01-19")]
    [InlineData("2023-01-22", 0, "2023-01-27")]
    [InlineData("2023-04-28", 1, "2023-05-04")]
    [InlineData("2023-05-01", -1, "2023-04-28")]
    [InlineData("2024-05-02", 2, "2024-05-04")]
    [InlineData("2024-05-03", 2, "2024-05-06")]
    [InlineData("2025-04-25", 1, "2025-04-26")]
    [InlineData("2025-04-29", 1, "2025-05-05")]
    [InlineData("2026-08-21", 1, "2026-08-22")]
    [InlineData("2026-08-28", 1, "2026-09-03")]
    public void Working_days_leap_over_Tet_and_holidays_and_land_on_swapped_Saturdays(string day, int n, string expected) =>
        Assert.Equal(expected, $"{Vietnam.AddWorkingDays(DateOnly.Parse(day, CultureInfo.InvariantCulture), n):O}");

    [Fact]
    public void The_days_off_that_moved_a_date_are_told_by_name()
    {
        var off = Vietnam.DaysOffBetween(new(2023, 4, 29), new(2023, 5, 3));
        Assert.Equal(
            ["Hùng Kings' Commemoration Day", "Victory Day", "International Labour Day",
                "In lieu of Hùng Kings' Commemoration Day", "In lieu of Victory Day"],
            off.Select(d => d.En));
        Assert.Equal("Giỗ Tổ Hùng Vương", off[0].Vi);
        Assert.Equal(DayOffKind.Compensated, off[^1].Kind);
        Assert.Empty(Vietnam.DaysOffBetween(new(2023, 5, 4), new(2023, 8, 31)));
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
