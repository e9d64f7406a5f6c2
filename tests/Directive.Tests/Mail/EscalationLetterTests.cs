using CsCheck;
using Directives.Chasing;
using Directives.Tests.Chasing;

namespace Directives.Tests.Mail;

/// <summary>Played through real mailboxes: a reader gets at most one letter with escalations on a local day.</summary>
public sealed class EscalationLetterTests
{
    private static readonly string[] Readers = ["secretary", "deputy", "head"];
    private static readonly DateTimeOffset From = MonthScript.Local(5, 22, 0);

    /// <summary>At a minute notices come in for a reader; or the engine was down until then.</summary>
    private sealed record Event(int Minute, int Reader, int Escalations, int Others, bool Down);

    private static readonly Gen<Event[]> Weeks = Gen.Select(
        Gen.Int[0, 7 * 24 * 60], Gen.Int[0, 2], Gen.Frequency((8, Gen.Int[0, 3]), (1, Gen.Int[40, 60])), Gen.Frequency((8, Gen.Int[0, 2]), (1, Gen.Int[40, 120])),
        Gen.Int[0, 5].Select(i => i == 0),
        (minute, reader, escalations, others, down) => new Event(minute, reader, escalations, others, down)).Array[1, 25]
        .Select(events => events.OrderBy(e => e.Minute).ToArray());

    [Fact]
    public void However_notices_come_a_reader_gets_one_escalation_letter_a_day_and_nothing_is_left_or_told_twice() => Weeks.Sample(events =>
    {
        PlayAsync(events).GetAwaiter().GetResult();
    }, iter: 60, threads: 2);

    private static async Task PlayAsync(Event[] events)
    {
        using var play = await Playground.BegunAsync(MonthScript.Local(4, 3, 7));
        await play.Work.SettleAsync();
        play.Clock.MoveTo(From);
        await play.Work.SettleAsync();
        var told = new List<string>();
        foreach (var (e, i) in events.Select((e, i) => (e, i)))
        {
            var now = From.AddMinutes(e.Minute);
            if (e.Down) play.Clock.MoveTo(now);
            else await play.Work.RunAsync(now);
            var notices = Enumerable.Range(0, e.Escalations).Select(n => MailboxBench.Escalation(Readers[e.Reader], $"e-{i}-{n}", now))
                .Concat(Enumerable.Range(0, e.Others).Select(n => MailboxBench.Told(Readers[e.Reader], $"o-{i}-{n}", now))).ToList();
            await play.It.Mailboxes.DeliverAsync(notices, default);
            told.AddRange(notices.Select(n => $"{n.Reader} {n.Key()}"));
        }

        await play.Work.RunAsync(From.AddDays(14));
        var letters = play.Mail.Letters.Where(l => l.At >= From).ToList();
        var sent = letters.SelectMany(l => l.Notices.Select(n => $"{l.Reader.Id} {n.Notice.Key()}")).ToList();
        Assert.Empty(told.Except(sent));
        Assert.Empty(play.Mail.Twice());
        var days = letters.Where(l => l.Notices.Any(n => n.Notice.Kind == NoticeKind.Escalation)).Select(l => (l.Reader.Id, SmallProvince.Zone.DateAt(l.At))).ToList();
        Assert.Equal(days.Count, days.Distinct().Count());
    }
}
