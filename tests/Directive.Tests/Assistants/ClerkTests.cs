using CsCheck;
using Directives.Chasing;
using Directives.Mail;
using Directives.Register;
using Directives.Reports;
using Directives.Tests.Chasing;

namespace Directives.Tests.Assistants;

/// <summary>A body's clerk gets the letters; the leader, who owes, is copied from the due date on.</summary>
public sealed class ClerkTests
{
    [Theory]
    [InlineData(0, "clerk Clerk")]
    [InlineData(1, "clerk Clerk")]
    [InlineData(2, "clerk Clerk, m112 Reminder")]
    [InlineData(3, "clerk Clerk, m112 Reminder")]
    [InlineData(4, "boss Escalation, clerk Clerk, m112 Reminder")]
    [InlineData(5, "clerk Clerk, deputy Escalation, head Escalation, m112 Reminder")]
    public void Before_the_due_date_the_clerk_alone_is_told_and_from_it_on_both(int rung, string readers) =>
        Assert.Equal(readers, ToldAt(ClerkedProvince.Content(), "112", rung));

    [Fact]
    public void Where_there_is_no_clerk_or_the_clerk_owes_all_is_as_ever()
    {
        for (var rung = 0; rung < 6; rung++)
        {
            Assert.Equal(ToldAt(SmallProvince.Content(), "112", rung), ToldAt(ClerkedProvince.Content(null), "112", rung));
            Assert.Equal(ToldAt(SmallProvince.Content(), "112", rung), ToldAt(ClerkedProvince.Content("m112"), "112", rung));
            Assert.Equal(ToldAt(SmallProvince.Content(), "113", rung), ToldAt(ClerkedProvince.Content(), "113", rung));
        }
    }

    [Fact]
    public void A_clerk_whom_the_rung_also_names_above_the_owner_is_told_once_as_one_above() =>
        Assert.Equal("boss Escalation, m112 Reminder", ToldAt(ClerkedProvince.Content("boss") with
        {
            Officials = [.. ClerkedProvince.Content("boss").Officials.Select(o => o.Id == "boss" ? o with { Body = ClerkedProvince.Agency } : o)],
        }, "112", 4));

    [Fact]
    public void Nobody_is_told_a_rung_twice_and_no_leader_before_the_due_date_however_the_alarms_come()
    {
        var start = ChaseBench.At(0).AddDays(-2);
        var minutes = (int)(ChaseBench.At(7) - start).TotalMinutes;
        Gen.Int[0, minutes].Array[0, 25].Sample(wakes =>
        {
            var bench = new ChaseBench(ClerkedProvince.Content(), [ChaseBench.Owes("112"), ChaseBench.Owes("122"), ChaseBench.Owes("113")]);
            foreach (var minute in wakes.Order()) bench.Wake(start.AddMinutes(minute));
            Assert.Equal(bench.Told.Count, bench.Told.Select(n => (n.Reader, n.Key())).Distinct().Count());
            Assert.All(
                bench.Told.Where(n => n.Reader is "m112" or "m122"),
                n => Assert.True(n.Decided >= SmallProvince.Zone.StartOfDay(SmallProvince.Due), $"{n.Reader} was told {n.Rung} at {n.Decided}"));
            Assert.All(bench.Told.Where(n => n.Reader == "clerk"), n => Assert.Equal((NoticeKind.Clerk, n.Seat![..3]), (n.Kind, n.Owner![1..])));
            // Whenever the leader is told, the clerk is, at the same rung.
            Assert.All(bench.Told.Where(n => n.Reader is "m112" or "m122"), n => Assert.Contains(bench.Told, c => c.Reader == "clerk" && c.Key() == n.Key()));
        }, iter: 1000);
    }

    [Fact]
    public async Task A_month_goes_through_the_clerk_who_gets_one_letter_for_all_officials_of_the_body()
    {
        using var play = await Playground.BegunAsync(content: ClerkedProvince.Content());
        await play.RunToAsync(5, 10, 9);
        string[] clerk = ["112.monitor before2, 122.monitor before2", "112.monitor before1, 122.monitor before1", "112.monitor due, 122.monitor due"];
        Assert.Equal(clerk, play.Mail.To("clerk"));
        Assert.Equal(["112.monitor due"], play.Mail.To("m112"));
        Assert.Equal(["113.monitor before2", "113.monitor before1", "113.monitor due"], play.Mail.To("m113"));

        await MonthScript.FileAsync(play.It, "112");
        Assert.Null(await play.It.Rounds.ExtendAsync(MonthScript.SheetOf("122"), "122.monitor", MonthScript.Office, "flood", new DateOnly(2023, 5, 26)));
        await play.Work.SettleAsync();
        Assert.Equal(["112.monitor due", "112.monitor receipt"], play.Mail.To("m112"));
        Assert.Equal(["112.monitor receipt", "122.monitor extended"], play.Mail.To("clerk").Skip(3).Order(StringComparer.Ordinal));
        Assert.Equal(["122.monitor due", "122.monitor extended"], play.Mail.To("m122"));
        Assert.Empty(await play.FaultsAsync());
    }

    [Fact]
    public async Task A_body_that_loses_its_clerk_is_reminded_as_without_and_nothing_waiting_reaches_the_former_clerk()
    {
        using var play = await Playground.BegunAsync(content: ClerkedProvince.Content());
        // Decided at midnight, to be sent at eight.
        await play.RunToAsync(5, 9, 1);
        await play.It.Registers.ReplaceAsync(ClerkedProvince.Content(null), MonthScript.Office, "the clerk has left");
        await play.RunToAsync(5, 12, 9);
        Assert.Equal(["112.monitor before2, 122.monitor before2"], play.Mail.To("clerk"));
        Assert.Equal(["112.monitor due", "112.monitor after1"], play.Mail.To("m112"));
        Assert.Empty(await play.FaultsAsync());
    }

    [Theory]
    [InlineData("nobody", RegisterProblemKind.UnknownClerk)]
    [InlineData(ClerkedProvince.Agency, RegisterProblemKind.ClerkIsBody)]
    [InlineData("m113", RegisterProblemKind.ClerkGone)]
    public void A_register_with_a_clerk_who_cannot_be_one_is_refused_with_the_reason(string clerk, RegisterProblemKind kind)
    {
        var refused = Assert.Throws<RegisterRefusedException>(() => RegisterSnapshot.Build(ClerkedProvince.Content(clerk)));
        var problem = Assert.Single(refused.Problems);
        Assert.Equal((kind, ClerkedProvince.Agency), (problem.Kind, problem.Subject));
        Assert.Contains(clerk, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi", "Trước hạn, chỉ đồng chí nhận thư nhắc", "nộp báo cáo là việc của Chức danh m112")]
    [InlineData("en", "Before the due date only you get reminders", "filing takes Title m112 in person")]
    public async Task The_clerks_letter_says_for_whom_it_is_and_that_filing_takes_the_official(string language, string alone, string files)
    {
        var content = ClerkedProvince.Content();
        content = content with { Officials = [.. content.Officials.Select(o => o.Id == "clerk" ? o with { Language = language } : o)] };
        using var play = await Playground.BegunAsync(content: content);
        await play.RunToAsync(4, 28, 9);
        var letter = Assert.Single(play.Mail.Letters, l => l.Reader.Id == "clerk");
        var writer = new LetterWriter(play.It.Cycles, play.It.Registers, SmallProvince.OneMonth, path => new Uri("http://localhost" + path));
        var text = (await writer.WriteAsync(letter)).Text;
        Assert.Contains(alone, text, StringComparison.Ordinal);
        Assert.Contains(files, text, StringComparison.Ordinal);
        Assert.All(letter.Notices, n => Assert.Contains($"http://localhost/l/{n.LinkKey}", text, StringComparison.Ordinal));
        Assert.Equal(2, letter.Notices.Select(n => n.LinkKey).Distinct().Count());
    }

    [Fact]
    public async Task Whoever_prepares_can_have_the_official_given_their_own_link_before_the_due_date_once_a_round()
    {
        using var play = await Playground.BegunAsync(content: ClerkedProvince.Content());
        await play.RunToAsync(5, 4, 10);
        var by = new Directives.Dossiers.Actor("clerk", "m112");
        for (var i = 0; i < 3; i++) Assert.True(await play.It.Ready.AskAsync(MonthScript.SheetOf("112"), "112.monitor", by));
        await play.Work.SettleAsync();
        Assert.Equal(["112.monitor ready"], play.Mail.To("m112"));
        var link = await play.It.Links.FindAsync(play.Mail.Letters.Single(l => l.Reader.Id == "m112").Notices[0].LinkKey!, default);
        Assert.Equal(("m112", null), (link!.Official, link.Drafter));

        Assert.IsType<FilingResult.Accepted>(await MonthScript.FileAsync(play.It, "112"));
        Assert.False(await play.It.Ready.AskAsync(MonthScript.SheetOf("112"), "112.monitor", by));
        Assert.Empty(await play.FaultsAsync());
    }

    private static string ToldAt(RegisterContent content, string place, int rung)
    {
        var bench = new ChaseBench(content, ChaseBench.Owes(place) with { Rung = rung - 1 });
        bench.Wake(ChaseBench.At(rung));
        return string.Join(", ", bench.Told.Select(n => $"{n.Reader} {n.Kind}").Order(StringComparer.Ordinal));
    }
}
