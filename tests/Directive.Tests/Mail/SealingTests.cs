using Directives.Chasing;
using Directives.Mail;
using Directives.Register;
using Directives.Tests.Chasing;

namespace Directives.Tests.Mail;

/// <summary>What is withdrawn when a letter is sealed.</summary>
public sealed class SealingTests
{
    private static readonly RegisterSnapshot Register = RegisterSnapshot.Build(SmallProvince.Content());
    private static readonly Obligation Open = ChaseBench.Owes("112") with { Rung = 4 };

    [Theory]
    [InlineData(NoticeKind.Reminder, "m112")]
    [InlineData(NoticeKind.Escalation, "boss")]
    public void A_rung_is_told_while_the_seat_owes_or_has_missed(NoticeKind kind, string reader)
    {
        Assert.Null(Judge(Notice(kind, reader), Open));
        Assert.Null(Judge(Notice(kind, reader), Open with { State = ObligationState.Missed }));
    }

    [Theory]
    [InlineData(NoticeKind.Reminder, "m112")]
    [InlineData(NoticeKind.Escalation, "boss")]
    public void A_rung_is_withdrawn_once_it_is_settled(NoticeKind kind, string reader)
    {
        Assert.Equal("a report came in meanwhile", Judge(Notice(kind, reader), Open with { State = ObligationState.Filed }));
        Assert.Equal("a new round began", Judge(Notice(kind, reader), Open with { Round = 2 }));
        Assert.Equal("the obligation is gone", Judge(Notice(kind, reader), null));
    }

    [Fact]
    public void A_reminder_to_one_who_no_longer_holds_the_seat_is_withdrawn_but_an_escalation_is_told()
    {
        Assert.Equal("the reader no longer holds the seat", Judge(Notice(NoticeKind.Reminder, "m113"), Open));
        Assert.Null(Judge(Notice(NoticeKind.Escalation, "m113"), Open));
    }

    [Theory]
    [InlineData(NoticeKind.Receipt)]
    [InlineData(NoticeKind.Returned)]
    [InlineData(NoticeKind.Extended)]
    [InlineData(NoticeKind.Tally)]
    [InlineData(NoticeKind.Asked)]
    public void What_is_no_rung_is_told_whatever_came_meanwhile(NoticeKind kind)
    {
        Assert.Null(Judge(Notice(kind, "m113"), Open with { State = ObligationState.Filed, Round = 3 }));
        Assert.Null(Judge(Notice(kind, "m113"), null));
    }

    [Fact]
    public void Nothing_is_told_to_one_who_left_the_register() =>
        Assert.All(Enum.GetValues<NoticeKind>(), kind => Assert.Equal("the reader is no longer in the register", Judge(Notice(kind, "gone"), Open)));

    private static string? Judge(Notice notice, Obligation? owed) => Sealing.Withdraws(notice, owed, Register, SmallProvince.Days[4]);

    private static Notice Notice(NoticeKind kind, string reader) => new()
    {
        Kind = kind,
        Reader = reader,
        Cycle = SmallProvince.CycleId,
        Seat = "112.monitor",
        Round = 1,
        Rung = "after2",
        Decided = ChaseBench.At(4),
    };
}
