using CsCheck;
using Directives.Chasing;
using Directives.Mail;

namespace Directives.Tests.Mail;

/// <summary>What of a mailbox goes into a letter now.</summary>
public sealed class WaitingMailTests
{
    private static readonly DateTimeOffset Morning = new(2023, 5, 24, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Midnight = new(2023, 5, 24, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_may_be_sent_goes_and_what_comes_later_waits() =>
        Assert.Equal(["a", "b"], Due(Of("a", NoticeKind.Reminder, -60), Of("b", NoticeKind.Reminder, 0), Of("c", NoticeKind.Reminder, 1), Of("d", NoticeKind.Escalation, 1)));

    [Fact]
    public void With_one_escalation_go_the_later_ones_of_the_day() =>
        Assert.Equal(["a", "c"], Due(Of("a", NoticeKind.Escalation, 0), Of("b", NoticeKind.Reminder, 5), Of("c", NoticeKind.Escalation, 5), Of("d", NoticeKind.Escalation, 24 * 60)));

    [Fact]
    public void Nothing_that_is_due_is_left_and_no_escalation_of_the_day_stays_behind_another() => Gen.Select(
        Gen.Enum<NoticeKind>(), Gen.Int[-3000, 3000]).Array[0, 20].Sample(all =>
    {
        var waiting = all.Select((w, i) => Of($"{i}", w.Item1, w.Item2)).OrderBy(w => w.Window).ToList();
        var due = WaitingMail.Due(waiting, Morning, Midnight);
        Assert.Equal(due.Count, due.Distinct().Count());
        Assert.All(waiting.Where(w => w.Window <= Morning), w => Assert.Contains(w, due));
        if (due.Any(w => w.IsEscalation))
            Assert.DoesNotContain(waiting.Except(due), w => w.IsEscalation && w.Window < Midnight);
        Assert.All(due.Where(w => w.Window > Morning), w => Assert.True(w.Kind is NoticeKind.Escalation or NoticeKind.Telephone or NoticeKind.CaseEscalation));
    });

    private static IEnumerable<string> Due(params WaitingMail[] waiting) => WaitingMail.Due(waiting, Morning, Midnight).Select(w => w.NoticeKey);

    private static WaitingMail Of(string key, NoticeKind kind, int minutes) => new($"w|{key}", key, kind, Morning.AddMinutes(minutes));
}
