using CsCheck;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Editions;
using Directives.Mail;
using Directives.Tests.Chasing;
using Calendar = Directives.Tests.Calendars.Calendar;

namespace Directives.Tests.Mail;

/// <summary>When a notice may be sent.</summary>
public sealed class SendingTimesTests
{
    private static readonly SendingWindow Hours = SmallProvince.Edition.Letters;
    private static readonly string[] Zones = ["Asia/Ho_Chi_Minh", "America/Santiago", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe"];
    private static readonly NoticeKind[] AtOnce = [NoticeKind.Receipt, NoticeKind.Returned, NoticeKind.Extended, NoticeKind.ExtensionDeclined, NoticeKind.Asked, NoticeKind.Named, NoticeKind.Ready, NoticeKind.SignIn, NoticeKind.DeskChanged, NoticeKind.StandIn];

    // 24 May 2023 was a Wednesday, the 26th a Friday; 1 to 3 May were days off.
    [Theory]
    [InlineData(NoticeKind.Reminder, "05-24 00:00", "05-24 08:00")]
    [InlineData(NoticeKind.Reminder, "05-24 08:00", "05-24 08:00")]
    [InlineData(NoticeKind.Reminder, "05-24 08:01", "05-25 08:00")]
    [InlineData(NoticeKind.Reminder, "05-26 10:00", "05-29 08:00")]
    [InlineData(NoticeKind.Reminder, "04-29 10:00", "05-04 08:00")]
    [InlineData(NoticeKind.Tally, "05-27 01:00", "05-29 08:00")]
    [InlineData(NoticeKind.Escalation, "05-24 00:00", "05-24 08:00")]
    [InlineData(NoticeKind.Escalation, "05-24 07:59", "05-24 08:00")]
    [InlineData(NoticeKind.Escalation, "05-24 08:00", "05-24 08:15")]
    [InlineData(NoticeKind.Escalation, "05-24 16:50", "05-24 17:00")]
    [InlineData(NoticeKind.Escalation, "05-24 17:00", "05-25 08:00")]
    [InlineData(NoticeKind.Escalation, "05-26 18:00", "05-29 08:00")]
    [InlineData(NoticeKind.Escalation, "05-27 10:00", "05-29 08:00")]
    [InlineData(NoticeKind.Receipt, "05-27 03:00", "05-27 03:00")]
    public void A_notice_may_be_sent_from(NoticeKind kind, string now, string window) =>
        Assert.Equal(Local(window), SendingTimes.For(kind, Local(now), null, Hours, HolidayFile.Vietnam, SmallProvince.Zone));

    [Theory]
    [InlineData("05-24 10:00", "05-25 08:00")]
    [InlineData("05-24 23:59", "05-25 08:00")]
    [InlineData("05-25 00:00", "05-25 08:00")]
    public void A_second_escalation_of_the_day_waits_for_the_next_working_morning(string now, string window) =>
        Assert.Equal(Local(window), SendingTimes.For(NoticeKind.Escalation, Local(now), new DateOnly(2023, 5, 24), Hours, HolidayFile.Vietnam, SmallProvince.Zone));

    [Fact]
    public void A_window_is_never_past_and_always_in_working_hours_except_for_what_goes_at_once() => Gen.Select(
        Gen.Enum<NoticeKind>(), Calendar.Any, Calendar.Day, Gen.Int[0, 86399], Gen.Int[-2, 1],
        Gen.Int[0, Zones.Length - 1].Select(i => Zones[i])).Sample((kind, calendar, day, second, escalated, id) =>
    {
        var zone = Zone.Of(id);
        var now = zone.StartOfDay(day).AddSeconds(second);
        var window = SendingTimes.For(kind, now, escalated > 0 ? null : day.AddDays(escalated), Hours, calendar, zone);
        Assert.True(window >= now);
        if (AtOnce.Contains(kind))
        {
            Assert.Equal(now, window);
            return;
        }

        Assert.True(calendar.IsWorkingDay(zone.DateAt(window)));
        Assert.InRange(zone.TimeAt(window), Hours.From, Hours.To);
        if (kind == NoticeKind.Escalation && escalated == 0 && zone.DateAt(now) == day) Assert.True(zone.DateAt(window) > day);
    }, iter: 5000);

    [Fact]
    public void An_escalation_decided_on_a_working_day_before_its_evening_goes_the_same_day() => Gen.Select(
        Calendar.Any, Calendar.Day, Gen.Int[0, (17 * 3600) - 1]).Sample((calendar, any, second) =>
    {
        var day = calendar.NextWorkingDay(any);
        var now = SmallProvince.Zone.StartOfDay(day).AddSeconds(second);
        var window = SendingTimes.For(NoticeKind.Escalation, now, day.AddDays(-1), Hours, calendar, SmallProvince.Zone);
        Assert.Equal(day, SmallProvince.Zone.DateAt(window));
    }, iter: 2000);

    private static DateTimeOffset Local(string text) =>
        SmallProvince.Zone.At(DateOnly.ParseExact($"2023-{text[..5]}", "yyyy-MM-dd"), TimeOnly.ParseExact(text[6..], "HH:mm"));
}
