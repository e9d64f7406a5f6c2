using System.Globalization;
using Directives.Mail;
using Directives.Tests.Chasing;
using Directives.Tests.Mail.Transports;

namespace Directives.Tests.Mail;

/// <summary>Letters that could not leave: tried again, refused, or waiting for the provider's word, and what the office sees of it.</summary>
public sealed class PutOffTests
{
    private const int Letters = 7;
    private static readonly string[] _faults = ["reader (400)", "login (401)", "login (403)", "too-large (413)", "busy (429)", "server (500)", "server (503)", "no-word"];
    private static readonly DateTimeOffset _eight = MonthScript.Local(4, 28, 8);

    [Fact]
    public async Task A_busy_provider_is_asked_once_and_then_not_before_the_time_it_named_whoever_starts_anew()
    {
        await using var post = await Posted.BegunAsync();
        var reset = _eight.AddMinutes(40);
        post.Server.Always = _ => post.Clock.GetUtcNow() < reset ? Busy(reset) : null;
        await post.RunAsync(_eight);
        Assert.Equal(1, post.Server.Asked);
        post.Restart();
        await post.RunAsync(reset.AddSeconds(-1));
        Assert.Equal(1, post.Server.Asked);
        Assert.All(await Task.WhenAll(Readers().Select(post.UnderWayAsync)), u => Assert.True(u!.Next >= reset && u.Trouble!.Code == MailCodes.Busy));

        post.Restart();
        await post.RunAsync(reset.AddMinutes(2));
        Assert.Equal(Letters, post.Taken.Distinct().Count());
        Assert.Equal((Letters, Letters + 1), (post.Taken.Count, post.Server.Asked));
        Assert.Empty(await post.DisorderAsync());
        Assert.Empty(await post.It.Faults.ListAsync(_eight, default));
    }

    [Fact]
    public async Task A_provider_that_is_down_is_tried_less_and_less_often_and_each_letter_leaves_once()
    {
        await using var post = await Posted.BegunAsync();
        post.Server.Always = _ => post.Clock.GetUtcNow() < _eight.AddHours(3) ? new Trouble(503) : null;
        var asked = new List<int>();
        for (var half = 0; half < 6; half++)
        {
            var before = post.Server.Asked;
            await post.RunAsync(_eight.AddMinutes(30 * (half + 1)).AddSeconds(-1));
            asked.Add(post.Server.Asked - before);
            post.Restart();
        }

        Assert.True(asked[0] > asked[1] && asked[1] >= asked[3], string.Join(' ', asked));
        Assert.All(asked, n => Assert.True(n is > 0 and < 40, string.Join(' ', asked)));
        var listed = (await post.FaultsAsync()).Letters;
        Assert.Equal(Letters, listed.Count);
        Assert.All(listed, f => Assert.Equal((MailCodes.Server, true), (f.Code, f.Next is not null)));

        await post.RunAsync(_eight.AddHours(5));
        Assert.Equal((Letters, Letters), (post.Taken.Count, post.Taken.Distinct().Count()));
        Assert.Empty((await post.FaultsAsync()).Letters);
        Assert.Equal((LetterState.Sent, 0), await post.LetterAsync("m112") is var letter ? (letter.State, letter.Repeats) : default);
        Assert.Empty(await post.DisorderAsync());
    }

    [Fact]
    public async Task An_address_that_the_provider_rejects_is_written_down_for_the_office_and_the_mailbox_goes_on()
    {
        await using var post = await Posted.BegunAsync();
        post.Server.Always = letter => IsTo(letter, "m112") ? new Trouble(400, MailSendRules.Errors(("Does not contain a valid address.", "personalizations.0.to.0.email"))) : null;
        await post.RunAsync(_eight);
        Assert.Equal(Letters - 1, post.Taken.Count);
        var letter = await post.LetterAsync("m112");
        Assert.Equal((LetterState.Refused, MailCodes.Reader, "400 Does not contain a valid address."), (letter.State, letter.Refusal!.Code, letter.Refusal.Reason));
        var fault = Assert.Single((await post.FaultsAsync()).Letters);
        Assert.Equal(("Chức danh m112", 1, MailCodes.Reader, null), (fault.Reader.Vi, fault.Number, fault.Code, fault.Next));

        post.Server.Always = null;
        await post.RunToAsync(5, 9, 12);
        Assert.Contains("m112.000002", post.Taken);
        Assert.DoesNotContain("m112.000001", post.Taken);
        Assert.Single((await post.FaultsAsync()).Letters);
        Assert.Empty(await post.DisorderAsync());
    }

    [Fact]
    public async Task A_refused_account_is_one_matter_for_the_office_and_mends_itself_once_it_is_in_order()
    {
        await using var post = await Posted.BegunAsync();
        post.Server.Always = _ => new Trouble(401, MailSendRules.Errors(("The provided authorization grant is invalid, expired, or revoked", null)));
        await post.RunAsync(_eight);
        Assert.Equal(1, post.Server.Asked);
        post.Restart();
        await post.RunAsync(_eight.AddHours(2));
        Assert.InRange(post.Server.Asked, 3, 12);
        var view = await post.FaultsAsync();
        Assert.Equal((MailCodes.Login, Letters, new DateTime(2023, 4, 28, 8, 0, 0)), (view.Account!.Code, view.Account.Waiting, view.Account.Since));
        Assert.Empty(view.Letters);

        post.Server.Always = null;
        await post.RunAsync(_eight.AddHours(7));
        Assert.Equal((Letters, Letters), (post.Taken.Count, post.Taken.Distinct().Count()));
        Assert.Null((await post.FaultsAsync()).Account);
        Assert.Empty(await post.DisorderAsync());
    }

    [Fact]
    public async Task What_was_filed_while_its_letter_was_put_off_is_not_reminded_of()
    {
        await using var post = await Posted.BegunAsync();
        post.Server.Always = _ => new Trouble(503);
        await post.RunAsync(_eight);
        Assert.IsType<Directives.Reports.FilingResult.Accepted>(await MonthScript.FileAsync(post.It, "112"));
        post.Server.Always = null;
        await post.RunAsync(_eight.AddHours(2));
        Assert.DoesNotContain("m112.000001", post.Taken);
        Assert.Equal(LetterState.Withdrawn, (await post.LetterAsync("m112")).State);
        // The receipt goes all the same.
        Assert.Contains("m112.000002", post.Taken);
        Assert.Empty(await post.It.Faults.ListAsync(_eight, default));
        Assert.Empty(await post.DisorderAsync());
    }

    [Fact]
    public async Task What_has_come_to_wait_joins_the_letter_that_was_put_off()
    {
        await using var post = await Posted.BegunAsync();
        post.Server.Always = _ => new Trouble(503);
        await post.RunAsync(_eight);
        await post.It.Mailboxes.DeliverAsync([MailboxBench.Told("m112", "asked", post.Clock.GetUtcNow(), Directives.Chasing.NoticeKind.Returned)], default);
        post.Server.Always = null;
        await post.RunAsync(_eight.AddHours(1));
        Assert.Single(post.Taken, id => id.StartsWith("m112", StringComparison.Ordinal));
        Assert.Equal(2, (await post.LetterAsync("m112")).Notices.Count);
        Assert.Equal(0, await MailboxBench.WaitingAsync(post.It.Parts.Tables, "m112"));
        Assert.Empty(await post.DisorderAsync());
    }

    [Fact]
    public async Task A_reminder_that_was_put_off_does_not_come_at_night()
    {
        await using var post = await Posted.BegunAsync();
        post.Server.Always = _ => post.Clock.GetUtcNow() < _eight.AddHours(11) ? new Trouble(503) : null;
        await post.RunToAsync(4, 28, 16, 30);
        // The program is off from half past four to eleven, and what should have been tried before five is overdue.
        post.Clock.MoveTo(MonthScript.Local(4, 28, 23));
        post.Restart();
        await post.RunToAsync(4, 28, 23, 30);
        Assert.Empty(post.Taken);
        var asked = post.Server.Asked;
        // Saturday, Sunday, and the holidays after: the next working day is 4 May.
        await post.RunToAsync(5, 4, 7);
        Assert.Equal(asked, post.Server.Asked);
        await post.RunToAsync(5, 4, 9);
        // By then the vacancy of 12 has lasted for thirty days too.
        Assert.Equal(Letters + 1, post.Taken.Distinct().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_an_answer_a_letter_waits_for_the_providers_word_and_is_then_repeated_and_counted(bool taken)
    {
        await using var post = await Posted.BegunAsync();
        post.Server.Next.Enqueue(taken ? Trouble.TakenAndDropped : Trouble.Dropped);
        await post.RunAsync(_eight);
        var lost = (await Task.WhenAll(Readers().Select(r => post.LetterAsync(r)))).Single(l => l.State == LetterState.Leased);
        Assert.Empty((await post.FaultsAsync()).Letters);
        post.Restart();
        await post.RunAsync(_eight + Sealer.Lease + Postman.Patience - TimeSpan.FromSeconds(1));
        Assert.Equal(Letters - (taken ? 0 : 1), post.Taken.Count);
        Assert.Equal(MailCodes.NoWord, Assert.Single((await post.FaultsAsync()).Letters).Code);
        Assert.Equal(_eight + Sealer.Lease + Postman.Patience, (await post.UnderWayAsync(lost.Reader))!.LeaseUntil);

        await post.RunAsync(_eight.AddHours(2));
        Assert.Equal(taken ? 2 : 1, post.Taken.Count(id => id == lost.Id()));
        Assert.Equal((LetterState.Sent, 1), await post.LetterAsync(lost.Reader) is var letter ? (letter.State, letter.Repeats) : default);
        Assert.Empty((await post.FaultsAsync()).Letters);
        Assert.Empty(await post.DisorderAsync());
    }

    [Fact]
    public async Task What_one_reader_s_server_puts_off_for_five_days_is_refused()
    {
        await using var post = await Posted.BegunAsync();
        post.Server.Always = letter => IsTo(letter, "m112") ? new Trouble(400, "<html>no json</html>") : null;
        await post.RunToAsync(5, 4, 7);
        Assert.Equal(LetterState.Leased, (await post.LetterAsync("m112")).State);
        await post.RunToAsync(5, 4, 12);
        Assert.Equal(LetterState.Refused, (await post.LetterAsync("m112")).State);
        Assert.Contains((await post.FaultsAsync()).Letters, f => f is { Number: 1, Next: null });
        Assert.Empty(await post.DisorderAsync());
    }

    [Fact]
    public async Task No_log_and_no_error_names_a_reader_or_says_what_a_letter_says()
    {
        await using var post = await Posted.BegunAsync();
        var wrong = new[] { 400, 401, 403, 413, 429, 500, 503, Trouble.Dropped.Status };
        var words = MailSendRules.Errors(($"m112@place.example: '{SampleMail.Subject}' is refused", "personalizations.0.to.0.email"));
        foreach (var status in wrong)
        {
            post.Server.Always = _ => new Trouble(status, words);
            await post.RunAsync(post.Clock.GetUtcNow().AddHours(3));
            post.Restart();
            await post.It.Mailboxes.DeliverAsync([MailboxBench.Told("secretary", $"{status}", post.Clock.GetUtcNow(), Directives.Chasing.NoticeKind.Returned)], default);
        }

        post.Server.Always = null;
        await post.RunAsync(post.Clock.GetUtcNow().AddDays(2));
        Assert.All(_faults, said => Assert.Contains(post.Logged, l => l.Contains(said, StringComparison.Ordinal)));
        Assert.All(post.Logged, SampleMail.AssertTellsNothing);
        Assert.All((await post.FaultsAsync()).Letters, f => Assert.DoesNotContain('@', f.Reason));
    }

    private static IEnumerable<string> Readers() => ["boss", "m111", "m112", "m113", "m121", "m122", "m123"];

    private static bool IsTo(System.Text.Json.Nodes.JsonObject letter, string reader) =>
        (string?)letter["personalizations"]![0]!["to"]![0]!["email"] == $"{reader}@place.example";

    private static Trouble Busy(DateTimeOffset reset) => new(429, MailSendRules.Errors(("too many requests", null)), new Dictionary<string, string>
    {
        ["X-RateLimit-Reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    });
}
