using System.Globalization;
using CsCheck;
using Directives.Calendars;
using Directives.Language;
using Directives.Mail.Letters;

namespace Directives.Tests.Calendars;

/// <summary>Why a due date is the one it is.</summary>
public sealed class DateShiftTests
{
    [Theory]
    [InlineData("2023-03-31", 5)]
    [InlineData("2023-05-31", 5)]
    // Monday off, Saturday worked instead: five days lead to the same date.
    [InlineData("2024-04-30", 5)]
    public void Where_weekends_alone_give_the_same_date_nothing_moved_it(string from, int days) =>
        Assert.Null(DateShift.Of(HolidayFile.Vietnam, DateOnly.Parse(from, CultureInfo.InvariantCulture), days));

    [Fact]
    public void Holidays_at_the_turn_of_the_month_are_told_whole_with_what_decrees_them()
    {
        var shift = DateShift.Of(HolidayFile.Vietnam, new(2023, 4, 30), 5)!;
        Assert.Equal((new DateOnly(2023, 5, 10), new DateOnly(2023, 5, 5)), (shift.To, shift.Otherwise));
        var row = Assert.Single(shift.Off);
        Assert.Equal((new DateOnly(2023, 4, 29), new DateOnly(2023, 5, 3)), (row.From, row.To));
        Assert.Equal(["Hùng Kings' Commemoration Day", "Victory Day", "International Labour Day"], row.Names.Select(d => d.En));
        Assert.Equal(["45/2019/QH14"], row.Sources.Select(s => s.Number));
        Assert.Empty(shift.Worked);
    }

    [Fact]
    public void A_swapped_day_off_is_told_with_the_document_that_swaps_it()
    {
        var shift = DateShift.Of(HolidayFile.Vietnam, new(2025, 4, 30), 5)!;
        Assert.Equal((new DateOnly(2025, 5, 9), new DateOnly(2025, 5, 7)), (shift.To, shift.Otherwise));
        var row = Assert.Single(shift.Off);
        Assert.Equal((new DateOnly(2025, 4, 30), new DateOnly(2025, 5, 2)), (row.From, row.To));
        Assert.Equal(["45/2019/QH14", "6150/TB-BLĐTBXH"], row.Sources.Select(s => s.Number));
    }

    [Fact]
    public void A_Saturday_worked_instead_brings_a_date_forward()
    {
        var shift = DateShift.Of(HolidayFile.Vietnam, new(2026, 8, 14), 8)!;
        Assert.Equal((new DateOnly(2026, 8, 25), new DateOnly(2026, 8, 26)), (shift.To, shift.Otherwise));
        Assert.Empty(shift.Off);
        var worked = Assert.Single(shift.Worked);
        Assert.Equal((new DateOnly(2026, 8, 22), "9441/TB-BNV"), (worked.Day.Day, worked.Source.Number));
    }

    [Fact]
    public void Two_rows_of_days_off_are_told_apart_and_a_weekend_between_holidays_joins_them()
    {
        var shift = DateShift.Of(HolidayFile.Vietnam, new(2026, 4, 24), 8)!;
        Assert.Equal([(new DateOnly(2026, 4, 26), new DateOnly(2026, 4, 27)), (new(2026, 4, 30), new(2026, 5, 1))], shift.Off.Select(r => (r.From, r.To)));
        var autumn = DateShift.Of(HolidayFile.Vietnam, new(2023, 8, 31), 5)!;
        Assert.Equal([(new DateOnly(2023, 9, 1), new DateOnly(2023, 9, 4))], autumn.Off.Select(r => (r.From, r.To)));
    }

    [Fact]
    public void It_is_told_in_both_languages()
    {
        var shift = DateShift.Of(HolidayFile.Vietnam, new(2023, 4, 30), 5)!;
        Assert.Equal(
            "Hạn nộp: thứ Tư, 10/05/2023, tức là 5 ngày làm việc sau ngày 30/04/2023, không tính các ngày nghỉ từ 29/04/2023 đến 03/05/2023 "
            + "(Giỗ Tổ Hùng Vương, Ngày Chiến thắng 30/4, Ngày Quốc tế lao động 1/5; văn bản số 45/2019/QH14 của Quốc hội); nếu không thì hạn đã là "
            + "ngày 05/05/2023.",
            LetterDates.Shift(Texts.Vietnamese, shift));
        Assert.Contains("29 April 2023 to 3 May 2023", LetterDates.Shift(Texts.English, shift), StringComparison.Ordinal);
        Assert.Contains("Wednesday, 10 May 2023", LetterDates.Shift(Texts.English, shift), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_calendar_a_shift_names_a_cause_on_its_side() => Gen.Select(Calendar.Any, Calendar.Day, Gen.Int[1, 30]).Sample((calendar, from, days) =>
    {
        if (DateShift.Of(calendar, from, days) is not { } shift) return calendar.AddWorkingDays(from, days) == WorkCalendar.WeekendsOnly.AddWorkingDays(from, days);
        return shift.To > shift.Otherwise
            ? shift.Off.Any(r => r.Days.Any(d => d.Day > from && d.Day <= shift.To)) && shift.Off.All(r => r.Sources.Count > 0 && r.Names.Count > 0)
            : shift.Worked.Any(w => w.Day.Day > from && w.Day.Day <= shift.To);
    });
}
