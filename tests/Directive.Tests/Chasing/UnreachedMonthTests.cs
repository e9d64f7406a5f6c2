using Directives.Chasing;
using Directives.Mail.Deliveries;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;
using Directives.Verification;

namespace Directives.Tests.Chasing;

/// <summary>Whole months in which letters do not reach those who owe, through real mailboxes (R13).</summary>
public sealed class UnreachedMonthTests
{
    [Fact]
    public async Task Leaders_hear_nothing_of_an_official_whose_letters_come_back_until_the_office_has_telephoned()
    {
        using var play = await ReturningAsync("m112");
        await play.RunToAsync(5, 18, 10);
        Assert.Equal("11.in-charge after2, 111.monitor after2, 113.monitor after2", play.Mail.To("boss")[^1]);
        Assert.Equal(["11.in-charge after2, 112.monitor after2"], play.Mail.To("office"));
        Assert.Equal(5, play.Mail.To("m112").Count);

        Assert.Null(await play.It.Telephone.NoteAsync(MonthScript.SheetOf("112"), "112.monitor", MonthScript.Office, "thư ký", ""));
        await play.RunToAsync(6, 20, 0);
        string[] told = ["111.monitor after3", "112.monitor after3", "113.monitor after3"];
        Assert.All((string[])["deputy", "head"], leader => Assert.All(told, t => Assert.Contains(play.Mail.To(leader), l => l.Contains(t, StringComparison.Ordinal))));
        Assert.DoesNotContain(play.Mail.To("office"), l => l.Contains("112.monitor after3", StringComparison.Ordinal));
        var history = (await play.OwedAsync("112")).Told!;
        Assert.Contains(history, t => t is { Rung: "after2", Reader: "boss", Skipped: SkippedRung.Unreached });
        Assert.Contains(history, t => t is { Rung: Telephoned.Event, Reader: "m112" });
        Assert.Empty(await play.FaultsAsync());
        Assert.Empty((await new Verifier(play.It).RunAsync()).Findings);
    }

    [Fact]
    public async Task One_letter_that_arrives_lets_the_next_rung_go_as_usual()
    {
        using var play = await ReturningAsync("m112");
        await play.RunToAsync(5, 18, 10);
        var at = MonthScript.Local(5, 18, 9);
        await play.It.Deliveries.HearAsync([new("m112.000005", at.AddDays(1), new(DeliveryKind.Delivered, at.AddDays(1), null))]);
        await play.RunToAsync(5, 25, 0);
        Assert.Contains(play.Mail.To("deputy"), l => l.Contains("112.monitor after3", StringComparison.Ordinal));
        Assert.DoesNotContain(play.Mail.To("boss"), l => l.Contains("112.monitor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_provider_reports_nobody_is_reached_without_its_word_and_with_it_the_month_is_as_ever()
    {
        var quiet = await PlayedAsync(new RememberingTransport());
        var confirmed = await PlayedAsync(new RememberingTransport { Reports = true }, DeliveryKind.Delivered);
        Assert.Equal(quiet, confirmed);
        var silent = await PlayedAsync(new RememberingTransport { Reports = true });
        Assert.DoesNotContain("deputy Escalation", silent, StringComparison.Ordinal);
        Assert.DoesNotContain("boss Escalation", silent, StringComparison.Ordinal);
        Assert.Contains("office Telephone 112.monitor after2 no-word", silent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_month_in_which_letters_come_back_ends_as_the_rules_say()
    {
        var calm = await CrashedMonth.PlayAsync(_ => false, CrashPoint.Before, BouncedMonth.Steps);
        Assert.Empty(calm.Faults);
        var lines = calm.State.Split('\n');
        Assert.Equal(
            ["111.monitor after3, 112.monitor after3, 113.monitor after3, 122.monitor after3"],
            lines.Where(l => l.StartsWith("provider head", StringComparison.Ordinal) && l.Contains("monitor", StringComparison.Ordinal)).Select(l => l[(l.IndexOf(':', StringComparison.Ordinal) + 2)..]));
        Assert.DoesNotContain(lines, l => l.StartsWith("provider deputy", StringComparison.Ordinal) && (l.Contains("121.", StringComparison.Ordinal) || l.Contains("123.", StringComparison.Ordinal)));
        Assert.Contains("provider office 1: 11.in-charge after2, 121.monitor after2, 122.monitor after2, 123.monitor after2", lines);
        Assert.Equal(3, lines.Count(l => l.StartsWith("notice 1|m121 ", StringComparison.Ordinal) && l.EndsWith("by letter  silenced", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(CrashPoint.Before)]
    [InlineData(CrashPoint.After)]
    public Task Killed_at_any_one_write_the_month_in_which_letters_come_back_ends_in_the_same_rows_and_letters(CrashPoint point) =>
        CrashedMonth.KilledAtAnyOneWriteAsync((crashes, at) => CrashedMonth.PlayAsync(crashes, at, BouncedMonth.Steps), point);

    // All letters of one reader come back before their sender even knows that they left.
    private static async Task<Playground> ReturningAsync(string reader)
    {
        var mail = new RememberingTransport();
        var play = await Playground.BegunAsync(mail: mail);
        mail.Took = letter => letter.Reader.Id == reader
            ? play.It.Deliveries.HearAsync([new(letter.Id, letter.At, new(DeliveryKind.Bounced, letter.At, DeliveryReasons.AddressUnknown))])
            : Task.CompletedTask;
        return play;
    }

    private static async Task<string> PlayedAsync(RememberingTransport mail, DeliveryKind? said = null)
    {
        using var play = await Playground.BegunAsync(mail: mail);
        if (said is { } kind) mail.Took = letter => play.It.Deliveries.HearAsync([new(letter.Id, letter.At, new(kind, letter.At, null))]);
        await play.RunToAsync(6, 20, 0);
        Assert.Empty(await play.FaultsAsync());
        return string.Join('\n', mail.Letters.SelectMany(l => l.Notices.Select(n => n.Notice)).Select(n => $"{n.Reader} {n.Kind} {n.Seat} {n.Rung} {n.Words}").Order(StringComparer.Ordinal));
    }
}
