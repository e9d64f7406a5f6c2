using Directives.Calendars;
using Directives.Register.Import;

namespace Directives.Tests.Register.Import;

/// <summary>What a file of holidays would change in the calendar that comes with the program.</summary>
public sealed class HolidaysImportTests
{
    private const string Header = "day,kind,instead_of,vi,en,by";

    [Fact]
    public void A_new_year_needs_no_more_than_its_days_and_their_decree()
    {
        var plan = Plans.Plan(
            ImportKind.Holidays, Header, "2027-01-01,holiday,,Tết Dương lịch,New Year's Day,1/TB", "30/04/2027,holiday,,Ngày Chiến thắng,Victory Day,1/TB",
            "2027-05-03,swapped,,Nghỉ hoán đổi,Swapped,1/TB", "2027-05-08,worked,2027-05-03,Làm bù,Worked,1/TB");
        Assert.True(plan.IsClean, string.Join('\n', plan.Wrong));
        Assert.Equal(["2027-01-01", "2027-04-30", "2027-05-03", "2027-05-08"], plan.New.Select(n => n.Code));
        var calendar = new WorkCalendar(plan.Years!);
        Assert.False(calendar.IsWorkingDay(new(2027, 5, 3)));
        Assert.True(calendar.IsWorkingDay(new(2027, 5, 8)));
        Assert.Equal(HolidayFile.Vietnam.Years.Count + 1, plan.Years!.Count);
    }

    [Fact]
    public void A_year_is_then_as_the_file_says_and_the_others_stay()
    {
        var lines = Plans.Lines(ImportKind.Holidays, Registers.Small()).Where(l => !l.StartsWith("20", StringComparison.Ordinal) || l.StartsWith("2023,", StringComparison.Ordinal)).ToArray();
        Assert.True(Plans.Plan(ImportKind.Holidays, lines) is { IsClean: true, Changes: false, Gone.Count: 0 });
        var plan = Plans.Plan(ImportKind.Holidays, [.. lines.Where(l => !l.Contains("2023-04-29", StringComparison.Ordinal)).Select(l => l.Replace("Victory Day", "Reunification Day", StringComparison.Ordinal))]);
        Assert.Equal(["2023-04-29"], plan.Gone.Select(g => g.Code));
        Assert.Contains("2023-04-30", plan.Changed.Select(g => g.Code));
        Assert.Equal(HolidayFile.Vietnam.Years.Where(y => y.Year != 2023), plan.Years!.Where(y => y.Year != 2023));
    }

    [Fact]
    public void Wrong_days_are_told_with_their_lines()
    {
        var plan = Plans.Plan(
            ImportKind.Holidays, Header, "2027-02-31,holiday,,A,A,1", "2027-01-02,compensated,,A,A,1", "2027-01-04,worked,2027-01-05,A,A,1", "2027-01-09,worked,,A,A,1", "2027-01-16,worked,2027-01-06,A,A,1",
            "2027-01-07,swapped,,A,A,1", "2027-01-08,feast,,A,A,1", "2027-01-11,holiday,,A,A,1", "2027-01-11,holiday,,A,A,1", ",holiday,,A,A,1");
        Assert.Equal(
            [
                (2, "import.cell.no-day"), (3, "import.wrong.weekend"), (4, "import.wrong.no-weekend"), (5, "import.wrong.instead-of"), (6, "import.wrong.instead"), (7, "import.wrong.swap-alone"),
                (8, "import.wrong.holiday-kind"), (10, "register.duplicate-code"), (11, "import.wrong.no-day"),
            ],
            plan.Wrong.Select(w => (w.Row, w.Why.Key)));
        Assert.Null(plan.Years);
    }

    [Fact]
    public void A_year_without_any_decree_is_refused() => Assert.Equal(
        [(2, "2027-01-01", "import.wrong.no-decree")], Plans.Plan(ImportKind.Holidays, Header, "2027-01-01,holiday,,A,A,").Wrong.Told());
}
