using System.Net;
using Directives.Chasing;
using Directives.Tests.Chasing;

namespace Directives.Tests.Access.SignIn;

/// <summary>The letter to sign in with: to whom, when it leaves, and when it does not any more.</summary>
public sealed class SignInLetterTests
{
    [Fact]
    public async Task Persons_with_one_address_each_get_their_own_letter()
    {
        var content = SmallProvince.Content();
        content = content with { Officials = [.. content.Officials.Select(o => o.Id is "m111" or "m112" ? o with { Address = "Two@Place.example" } : o)] };
        await using var at = await SignInSite.StartAsync(content);
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "two@place.example");
        Assert.NotEqual(at.Letter("m111").Code, at.Letter("m112").Code);
        await SignInSite.TypeAsync(browser, at.Letter("m112").Code!);
        Assert.Contains("Chức danh m112", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync($"/sign-in/{at.Letter("m111").LinkKey}")).Status);
    }

    [Fact]
    public async Task An_assistant_who_was_named_signs_in_too_until_somebody_else_is_named()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        Assert.Null(await at.It.Naming.NameAsync("m111", new("Chuyên viên", "helper@place.example", "vi"), null));
        await at.AskAsync(browser, "helper@place.example");
        await SignInSite.OpenAsync(browser, at.Letter("m111+assistant-1").LinkKey!);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me/sign-in")).Status);
        Assert.Null(await at.It.Naming.NameAsync("m111", new("Chuyên viên", "other@place.example", "vi"), null));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/me/sign-in")).Status);
    }

    [Theory]
    [InlineData(5, 6, 2)]
    [InlineData(5, 7, 12)]
    public async Task The_letter_leaves_at_once_at_night_and_on_sundays(int month, int day, int hour)
    {
        await using var at = await SignInSite.StartAsync(at: MonthScript.Local(month, day, hour));
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        Assert.Single(at.SignInLetters("boss"));
    }

    [Fact]
    public async Task A_letter_that_could_not_leave_for_ten_minutes_is_withdrawn()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await SignInSite.AskOnlyAsync(browser, "boss@place.example");
        // The engine hears of it, but the postman does not come by in time.
        await at.It.Waker.WakeAsync(new Directives.Dossiers.DossierId(Directives.Tables.Table.SignIns, $"1|request|{SignInSite.Ticket(browser).Value.Split('.')[0]}"));
        at.Pass(TimeSpan.FromMinutes(11));
        await at.WorkAsync();
        Assert.Empty(at.SignInLetters("boss"));
        var held = Assert.Single(await at.It.Dossiers.RowsAsync<Directives.Mail.HeldNotice>(Directives.Mail.MailboxKeys.Dossier("1", "boss"), "n|", default));
        Assert.Equal((NoticeKind.SignIn, "sign-in-over"), (held.Notice.Kind, held.Withdrawn));
    }

    [Fact]
    public async Task An_engine_that_comes_too_late_sends_nothing_and_one_that_comes_twice_sends_once()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await SignInSite.AskOnlyAsync(browser, "boss@place.example");
        at.Pass(TimeSpan.FromMinutes(11));
        await at.WorkAsync();
        Assert.Empty(at.Mail.Letters);
        await at.AskAsync(browser, "boss@place.example");
        await at.It.Waker.WakeAsync(new Directives.Dossiers.DossierId(Directives.Tables.Table.SignIns, $"1|request|{SignInSite.Ticket(browser).Value.Split('.')[0]}"));
        await at.WorkAsync();
        Assert.Single(at.SignInLetters("boss"));
    }

    [Fact]
    public async Task Rows_of_sign_ins_are_gone_after_a_day()
    {
        await using var at = await SignInSite.StartAsync();
        await at.It.SignIns.AskAsync("boss@place.example", "-");
        at.Pass(TimeSpan.FromHours(25));
        await at.It.SignIns.AskAsync("m111@place.example", "other");
        var left = 0;
        await foreach (var row in at.Tables.ScanAsync(Directives.Tables.Table.SignIns)) left++;
        Assert.Equal(3, left);
    }
}
