using CsCheck;
using Directives.Calendars;

namespace Directives.Tests.Calendars;

public class WorkCalendarTests
{
    [Fact]
    public void A_year_without_data_counts_weekends_only_and_says_so()
    {
        var calendar = new WorkCalendar([Calendar.Year(2023, [new(2023, 9, 4)])]);
        Assert.True(calendar.Covers(2023));
        Assert.False(calendar.Covers(2024));
        Assert.False(calendar.IsWorkingDay(new(2023, 9, 4)));
        Assert.True(calendar.IsWorkingDay(new(2024, 9, 4)));
        Assert.False(calendar.IsWorkingDay(new(2024, 9, 1)));
        Assert.Equal([2022, 2024], calendar.MissingYears(new(2022, 12, 31), new(2024, 1, 1)));
        Assert.Null(calendar.GapIn(new(2023, 1, 1), new(2023, 12, 31)));
        var gap = calendar.GapIn(new(2023, 12, 20), new(2024, 1, 5));
        Assert.Equal([2024], gap!.Years);
        Assert.Contains("2024", gap.ToString(), StringComparison.Ordinal);
        Assert.Empty(calendar.MissingYears(new(2024, 1, 2), new(2024, 1, 1)));
    }

    [Fact]
    public void A_year_between_two_known_ones_counts_weekends_only()
    {
        var calendar = new WorkCalendar([Calendar.Year(2021, [new(2021, 1, 1)]), Calendar.Year(2023, [new(2023, 1, 2)])]);
        Assert.Equal([2022], calendar.MissingYears(new(2021, 1, 1), new(2023, 12, 31)));
        Assert.True(calendar.IsWorkingDay(new(2022, 1, 3)));
        Assert.False(calendar.IsWorkingDay(new(2022, 1, 2)));
        Assert.False(calendar.IsWorkingDay(new(2023, 1, 2)));
    }

    [Fact]
    public void A_day_outside_its_year_or_a_year_twice_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new WorkCalendar([Calendar.Year(2023, [new(2024, 1, 1)])]));
        Assert.Throws<ArgumentException>(() => new WorkCalendar([Calendar.Year(2023, []), Calendar.Year(2023, [])]));
    }

    [Fact]
    public void Counting_beyond_the_last_day_there_is_fails() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkCalendar.WeekendsOnly.AddWorkingDays(new(9999, 12, 30), 5));

    [Fact]
    public void The_nth_working_day_after_is_one_and_has_n_working_days_up_to_it() =>
        Gen.Select(Calendar.Any, Calendar.Day, Gen.Int[1, 80]).Sample((calendar, day, n) =>
        {
            var result = calendar.AddWorkingDays(day, n);
            Assert.True(calendar.IsWorkingDay(result));
            Assert.Equal(n, WorkingDays(calendar, day.AddDays(1), result));
        }, iter: 2000);

    [Fact]
    public void The_nth_working_day_before_is_one_and_has_n_working_days_down_to_it() =>
        Gen.Select(Calendar.Any, Calendar.Day, Gen.Int[1, 80]).Sample((calendar, day, n) =>
        {
            var result = calendar.AddWorkingDays(day, -n);
            Assert.True(calendar.IsWorkingDay(result));
            Assert.Equal(n, WorkingDays(calendar, result, day.AddDays(-1)));
        }, iter: 2000);

    [Fact]
    public void The_next_working_day_is_the_first_not_before_the_day() =>
        Gen.Select(Calendar.Any, Calendar.Day).Sample((calendar, day) =>
        {
            var next = calendar.NextWorkingDay(day);
            Assert.True(calendar.IsWorkingDay(next));
            Assert.Equal(1, WorkingDays(calendar, day, next));
            Assert.Equal(next, calendar.AddWorkingDays(day, 0));
        }, iter: 2000);

    [Fact]
    public void Adding_working_days_keeps_the_order_of_days_and_of_counts() =>
        Gen.Select(Calendar.Any, Calendar.Day, Gen.Int[0, 40], Gen.Int[-60, 60], Gen.Int[1, 20]).Sample((calendar, day, later, n, more) =>
        {
            Assert.True(calendar.AddWorkingDays(day, n) <= calendar.AddWorkingDays(day.AddDays(later), n));
            var workday = calendar.NextWorkingDay(day);
            Assert.True(calendar.AddWorkingDays(workday, n) < calendar.AddWorkingDays(workday, n + more));
        }, iter: 2000);

    [Fact]
    public void From_a_working_day_there_and_back_is_the_same_day() =>
        Gen.Select(Calendar.Any, Calendar.Day, Gen.Int[-80, 80], Gen.Int[-80, 80]).Sample((calendar, day, n, m) =>
        {
            var workday = calendar.NextWorkingDay(day);
            var there = calendar.AddWorkingDays(workday, n);
            Assert.Equal(workday, calendar.AddWorkingDays(there, -n));
            Assert.Equal(calendar.AddWorkingDays(workday, n + m), calendar.AddWorkingDays(there, m));
        }, iter: 2000);

    [Fact]
    public void A_weekday_is_off_exactly_if_it_is_named_and_a_weekend_day_worked_exactly_if_it_is_named() =>
        Gen.Select(Calendar.Any, Calendar.Day).Sample((calendar, day) =>
        {
            var year = calendar.Years.SingleOrDefault(y => y.Year == day.Year);
            var expected = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                ? year?.Worked.Any(w => w.Day == day) ?? false
                : !(year?.Off.Any(o => o.Day == day) ?? false);
            Assert.Equal(expected, calendar.IsWorkingDay(day));
            Assert.Equal(year?.Off.Any(o => o.Day == day) ?? false, calendar.DaysOffBetween(day, day).Count == 1);
        }, iter: 2000);

    private static int WorkingDays(WorkCalendar calendar, DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
            if (calendar.IsWorkingDay(day)) count++;
        return count;
    }
}
