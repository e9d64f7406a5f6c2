using System.Net;
using System.Text.RegularExpressions;
using Directives.Access.SignIn;
using Directives.Chasing;
using Directives.Tests.Chasing;
using Directives.Tests.Web;
using Directives.Web;
using Microsoft.AspNetCore.Http;

namespace Directives.Tests.Access.SignIn;

/// <summary>Sign-in by mailed link, through the site.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task An_official_signs_in_by_the_link_where_it_was_asked_for()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        var answer = await at.SignInAsync(browser, "boss");
        Assert.Equal((HttpStatusCode.SeeOther, SignInDoor.Home), (answer.Status, answer.Location));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/below")).Status);
        Assert.Contains("Chức danh boss", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(["signed-in"], await at.ActsAsync("boss"));
    }

    [Fact]
    public async Task Across_two_devices_the_code_is_typed_where_it_was_asked_for()
    {
        await using var at = await SignInSite.StartAsync();
        using var desk = at.Site.Browser();
        using var phone = at.Site.Browser();
        await at.AskAsync(desk, "m111@place.example");
        var letter = at.Letter("m111");
        var elsewhere = await phone.GetAsync($"/sign-in/{letter.LinkKey}");
        Assert.Equal(HttpStatusCode.OK, elsewhere.Status);
        Assert.DoesNotContain("<form method=\"post\">", elsewhere.Html, StringComparison.Ordinal);
        // Who presses all the same is let in nowhere, and burns nothing.
        var page = await phone.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.Conflict, (await phone.PostAsync(page, $"/sign-in/{letter.LinkKey}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.GetAsync("/me/sign-in")).Status);
        Assert.Equal(SignInDoor.Home, (await SignInSite.TypeAsync(desk, letter.Code!)).Location);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/me/sign-in")).Status);
    }

    [Fact]
    public async Task A_scanner_that_follows_the_link_burns_nothing()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        using var scanner = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var key = at.Letter("boss").LinkKey!;
        at.Tables.Take();
        for (var look = 0; look < 3; look++) await scanner.GetAsync($"/sign-in/{key}");
        await browser.GetAsync($"/sign-in/{key}");
        Assert.DoesNotContain(at.Tables.Take(), c => c.StartsWith("write", StringComparison.Ordinal));
        Assert.Equal(SignInDoor.Home, (await SignInSite.OpenAsync(browser, key)).Location);
    }

    [Fact]
    public async Task A_second_use_is_refused_kindly_with_a_way_to_a_new_link()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var letter = at.Letter("boss");
        var ticket = Ticket(browser);
        await SignInSite.OpenAsync(browser, letter.LinkKey!);
        var again = await browser.GetAsync($"/sign-in/{letter.LinkKey}");
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Contains("href=\"/sign-in\"", again.Html, StringComparison.Ordinal);
        // Replayed with the cookie of before: the link and the code are over all the same.
        var form = await browser.GetAsync("/me/sign-in");
        browser.Cookies.Add(new Cookie(ticket.Name, ticket.Value, "/", ticket.Domain));
        Assert.Equal(HttpStatusCode.Gone, (await browser.PostAsync(form, $"/sign-in/{letter.LinkKey}")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.PostAsync(form, "/sign-in/code", ("code", letter.Code!))).Status);
        Assert.Equal(["signed-in"], await at.ActsAsync("boss"));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public async Task Link_and_code_open_for_ten_minutes(int minutes, bool opens)
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var page = await browser.GetAsync("/sign-in/code");
        at.Pass(TimeSpan.FromMinutes(minutes));
        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Gone, (await browser.GetAsync($"/sign-in/{at.Letter("boss").LinkKey}")).Status);
        var answer = await browser.PostAsync(page, "/sign-in/code", ("code", at.Letter("boss").Code!));
        Assert.Equal(opens ? HttpStatusCode.SeeOther : HttpStatusCode.Gone, answer.Status);
    }

    [Fact]
    public void A_clock_that_was_set_back_lets_no_link_live_longer()
    {
        var asked = new SignInRequest { Id = "a", Asked = SmallProvince.Begin, Browser = "b", Address = "c" };
        Assert.Null(SignInRules.Refuses(asked, asked.Asked.AddMinutes(-1)));
        Assert.Equal(SignInState.Expired, SignInRules.Refuses(asked, asked.Asked.AddHours(-1)));
    }

    [Fact]
    public async Task The_answer_for_an_unknown_address_is_the_same_in_all_one_can_see_and_in_what_is_written()
    {
        await using var at = await SignInSite.StartAsync();
        var seen = new List<(string Answer, string Page, string Cookies, string Calls, string Wrong)>();
        foreach (var address in (string[])["first@place.example", "boss@place.example", "nobody@place.example"])
        {
            using var browser = at.Site.Browser();
            var form = await browser.GetAsync("/sign-in");
            at.Tables.Take();
            var answer = await browser.PostAsync(form, "/sign-in", ("address", address));
            var calls = string.Join('\n', at.Tables.Take());
            await at.WorkAsync();
            var page = await browser.GetAsync("/sign-in/code");
            at.Tables.Take();
            var wrong = "";
            for (var attempt = 0; attempt < 6; attempt++)
            {
                var refused = await browser.PostAsync(page, "/sign-in/code", ("code", "00000000"));
                wrong += $"{refused.Status} {Bare(refused.Html)} {string.Join('\n', at.Tables.Take())}\n";
            }

            seen.Add(($"{answer.Status} {answer.Location} {answer.Html}", $"{page.Status} {Bare(page.Html)}", Names(answer), calls, wrong));
        }

        // The first of all ask sweeps; it only warms up.
        Assert.Equal(seen[1], seen[2]);
        Assert.Equal(3, seen[1].Calls.Split('\n').Count(c => c.StartsWith("write SignIns", StringComparison.Ordinal)));
        Assert.Single(at.Mail.Letters);
    }

    [Fact]
    public async Task The_sixth_ask_for_an_address_is_put_off_kindly_whether_it_is_known_or_not()
    {
        await using var at = await SignInSite.StartAsync();
        var seen = new List<string>();
        foreach (var address in (string[])["boss@place.example", "nobody@place.example"])
        {
            using var browser = at.Site.Browser();
            for (var ask = 0; ask < SignInRules.MostPerAddress; ask++)
                Assert.Equal(HttpStatusCode.SeeOther, (await SignInSite.AskOnlyAsync(browser, ask % 2 == 0 ? address : address.ToUpperInvariant())).Status);
            at.Pass(TimeSpan.FromMinutes(1));
            var refused = await SignInSite.AskOnlyAsync(browser, address);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
            Assert.Equal("3540", refused.Header("Retry-After"));
            seen.Add(Bare(refused.Html).Replace(address, "", StringComparison.Ordinal));
        }

        Assert.Equal(seen[0], seen[1]);
        await at.WorkAsync();
        Assert.Equal(SignInRules.MostPerAddress, at.SignInLetters("boss").Count);
        at.Pass(SignInRules.Window);
        using var later = at.Site.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInSite.AskOnlyAsync(later, "boss@place.example")).Status);
    }

    [Fact]
    public async Task One_network_may_ask_only_so_often_whatever_the_addresses()
    {
        await using var at = await SignInSite.StartAsync();
        for (var ask = 0; ask < SignInRules.MostPerNetwork; ask++) Assert.NotNull((await at.It.SignIns.AskAsync($"a{ask}@place.example", "10.0.0.0/24")).Ticket);
        Assert.Null((await at.It.SignIns.AskAsync("boss@place.example", "10.0.0.0/24")).Ticket);
        Assert.NotNull((await at.It.SignIns.AskAsync("boss@place.example", "10.0.1.0/24")).Ticket);
    }

    [Fact]
    public async Task What_is_no_address_is_said_at_once()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        foreach (var typed in (string[])["", "boss", "a@b.example\r\nBcc: all@place.example", "a@b.example, c@d.example", new string('a', 300) + "@b.example"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInSite.AskOnlyAsync(browser, typed)).Status);
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), c => c.Name == "asked");
    }

    [Fact]
    public async Task Five_wrong_codes_end_the_request_and_the_trail_says_so()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var letter = at.Letter("boss");
        // What cannot be a code costs no try.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInSite.TypeAsync(browser, "1234")).Status);
        for (var attempt = 1; attempt < SignInRules.MostTries; attempt++)
        {
            var wrong = await SignInSite.TypeAsync(browser, Other(letter.Code!));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
            Assert.Contains($"còn {SignInRules.MostTries - attempt} lần", wrong.Text, StringComparison.Ordinal);
        }

        var page = await browser.GetAsync("/sign-in/code");
        Assert.Equal(HttpStatusCode.Gone, (await browser.PostAsync(page, "/sign-in/code", ("code", Other(letter.Code!)))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.PostAsync(page, "/sign-in/code", ("code", letter.Code!))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync($"/sign-in/{letter.LinkKey}")).Status);
        await at.WorkAsync();
        Assert.Equal(["sign-in-failed"], await at.ActsAsync("boss"));
    }

    [Fact]
    public async Task A_code_of_another_request_or_without_ones_own_ticket_opens_nothing()
    {
        await using var at = await SignInSite.StartAsync();
        using var mine = at.Site.Browser();
        using var other = at.Site.Browser();
        await at.AskAsync(mine, "boss@place.example");
        var first = at.Letter("boss");
        await at.AskAsync(other, "boss@place.example");
        Assert.NotEqual(first.Code, at.Letter("boss").Code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInSite.TypeAsync(other, first.Code!)).Status);
        using var third = at.Site.Browser();
        var page = await third.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.NotFound, (await third.PostAsync(page, "/sign-in/code", ("code", first.Code!))).Status);
        // Half a ticket: the request's name is no secret, the browser's is.
        var stolen = Ticket(mine);
        third.Cookies.Add(new Cookie(stolen.Name, stolen.Value.Split('.')[0] + ".AAAAAAAAAAAAAAAAAAAAAA", "/", stolen.Domain));
        Assert.Equal(HttpStatusCode.NotFound, (await third.PostAsync(page, "/sign-in/code", ("code", first.Code!))).Status);
    }

    [Fact]
    public async Task A_key_with_any_bit_changed_opens_nothing()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var key = at.Letter("boss").LinkKey!;
        foreach (var forged in Enumerable.Range(0, key.Length).Select(i => $"{key[..i]}{(key[i] == 'A' ? 'B' : 'A')}{key[(i + 1)..]}").Concat([key[..^1], key + "A", "x", ".."]))
        {
            var page = await browser.GetAsync($"/sign-in/{Uri.EscapeDataString(forged)}");
            Assert.True(page.Status is HttpStatusCode.NotFound || forged == "..", $"{forged} got {page.Status}.");
        }
    }

    [Fact]
    public async Task Of_two_that_use_a_link_at_the_same_moment_one_gets_in()
    {
        await using var at = await SignInSite.StartAsync(over: new Dossiers.YieldingTables(new Directives.Tables.MemoryTables()));
        var asked = await at.It.SignIns.AskAsync("boss@place.example", "-");
        await at.WorkAsync();
        var key = at.Letter("boss").LinkKey!;
        var looks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => at.It.SignIns.ConsumeAsync(key, asked.Ticket))));
        Assert.Single(looks, l => l.State == SignInState.Open);
        Assert.Equal(7, looks.Count(l => l.State == SignInState.Used));
    }

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
        await at.It.Waker.WakeAsync(new Directives.Dossiers.DossierId(Directives.Tables.Table.SignIns, $"1|request|{Ticket(browser).Value.Split('.')[0]}"));
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
        await at.It.Waker.WakeAsync(new Directives.Dossiers.DossierId(Directives.Tables.Table.SignIns, $"1|request|{Ticket(browser).Value.Split('.')[0]}"));
        await at.WorkAsync();
        Assert.Single(at.SignInLetters("boss"));
    }

    [Fact]
    public async Task Neither_address_nor_key_nor_code_nor_session_is_written_anywhere()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        var register = at.Tables.Written.Length;
        await at.SignInAsync(browser, "boss");
        var (written, letter) = (at.Tables.Written[register..], at.Letter("boss"));
        foreach (var secret in (string[])["boss@place", letter.LinkKey!, letter.LinkKey![22..], letter.Code!, letter.Code!.Replace(" ", "", StringComparison.Ordinal)])
        {
            Assert.DoesNotContain(secret, written, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(at.Site.Log.Lines, l => l.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
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

    [Fact]
    public void Over_https_the_asking_browsers_cookie_is_one_of_this_host_that_no_script_reads()
    {
        var context = new DefaultHttpContext();
        SignInTicket.Give(context, new SiteOptions { PublicAddress = new Uri("https://nhac-viec.example"), IsSample = false }, "a.b");
        var ticket = context.Response.Headers.SetCookie.ToString();
        Assert.StartsWith("__Host-asked=a.b;", ticket, StringComparison.Ordinal);
        foreach (var part in (string[])["secure", "httponly", "samesite=lax", "path=/", "max-age=600"]) Assert.Contains(part, ticket, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", ticket, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_link_that_is_over_leads_to_signing_in()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        Assert.Contains("href=\"/sign-in\"", (await browser.GetAsync("/l/q7Jm2xVt0bWc4Yh8Ns5Lr1Zk")).Html, StringComparison.Ordinal);
        var refused = await browser.GetAsync("/office");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("class=\"button\" href=\"/sign-in\"", refused.Html, StringComparison.Ordinal);
    }

    private static string Other(string code) => code[0] == '9' ? $"0{code[1..]}" : $"9{code[1..]}";

    private static Cookie Ticket(TestBrowser browser) => browser.Cookies.GetAllCookies().Single(c => c.Name == "asked");

    private static string Names(TestPage page) =>
        string.Join(' ', page.Answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => Regex.Replace(c, "=[^;]*;", ";", RegexOptions.None)) : []);

    // But for the form's token, which is another each time.
    private static string Bare(string html) => Regex.Replace(html, "(name=\"__RequestVerificationToken\" value=\")[^\"]+", "$1");
}
