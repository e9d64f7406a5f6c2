using Directives.Access.Accounts;
using Directives.Access.SignIn;
using Directives.Dossiers;
using Directives.Tests.Chasing;

namespace Directives.Tests.Access.SignIn;

/// <summary>The secret of the links is replaced while people sign in: nobody is locked out, and whoever has the old one gets in nowhere with it.</summary>
public sealed class RotatedSecretTests
{
    [Fact]
    public async Task A_letter_from_before_opens_by_link_and_by_code()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await at.AskAsync(browser, "boss@place.example");
        var (letter, ticket) = (at.Letter("boss"), SignInSite.Ticket(browser).Value);
        using var rotated = Under(at, 7, 0);
        using var lost = Under(at, 7);
        Assert.Equal(SignInState.Unknown, (await lost.SignIns.LookAsync(letter.LinkKey!, ticket)).State);
        Assert.Equal(new SignInLook(SignInState.Open, "boss"), await rotated.SignIns.LookAsync(letter.LinkKey!, ticket));
        Assert.Equal(new SignInLook(SignInState.Open, "boss"), await rotated.SignIns.TypeAsync(ticket, letter.Code!.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_asked_before_and_written_after_opens_too()
    {
        await using var at = await SignInSite.StartAsync();
        using var browser = at.Site.Browser();
        await SignInSite.AskOnlyAsync(browser, "boss@place.example");
        using var rotated = Under(at, 7, 0);
        for (var look = 0; look < 4; look++) await rotated.Watch.TickAsync(sweep: true);
        var letter = at.Letter("boss");
        Assert.Equal(SignInState.Open, (await rotated.SignIns.ConsumeAsync(letter.LinkKey!, SignInSite.Ticket(browser).Value)).State);
    }

    [Fact]
    public async Task Whoever_has_the_old_secret_asks_in_vain()
    {
        await using var at = await SignInSite.StartAsync();
        using var rotated = Under(at, 7, 0);
        var ticket = (await rotated.SignIns.AskAsync("boss@place.example", "203.0.113.0/24")).Ticket!;
        for (var look = 0; look < 4; look++) await rotated.Watch.TickAsync(sweep: true);
        var (thief, request) = (new SignInKeys(SmallProvince.Authority, TestKeys.Of(0)), ticket.Split('.')[0]);
        Assert.Equal(SignInState.Unknown, (await rotated.SignIns.LookAsync(thief.KeyOf(request, "boss"), ticket)).State);
        Assert.Equal(SignInState.WrongCode, (await rotated.SignIns.TypeAsync(ticket, thief.CodeOf(request, "boss"))).State);
        Assert.Equal(SignInState.Open, (await rotated.SignIns.LookAsync(at.Letter("boss").LinkKey!, ticket)).State);
    }

    [Fact]
    public async Task A_second_factor_and_its_recovery_codes_go_on_as_long_as_their_secret_is_there()
    {
        await using var at = await SignInSite.StartAsync();
        var recovery = await EnrolAsync(at, at.It);
        var code = at.Totp(at.It.Factors.Offer("office", "session").Text);
        at.Pass(TimeSpan.FromMinutes(2));
        using var rotated = Under(at, 7, 0);
        using var dropped = Under(at, 7);
        var now = at.Totp(at.It.Factors.Offer("office", "session").Text);
        Assert.IsType<FactorVerdict.Wrong>(await dropped.Factors.CheckAsync("office", now));
        Assert.IsType<FactorVerdict.Wrong>(await dropped.Factors.CheckAsync("office", recovery[0]));
        Assert.IsType<FactorVerdict.Wrong>(await rotated.Factors.CheckAsync("office", code));
        Assert.IsType<FactorVerdict.Good>(await rotated.Factors.CheckAsync("office", now));
        Assert.IsType<FactorVerdict.Good>(await rotated.Factors.CheckAsync("office", recovery[0]));
        Assert.IsType<FactorVerdict.Wrong>(await rotated.Factors.CheckAsync("office", recovery[0]));
    }

    [Fact]
    public async Task Enrolled_anew_it_goes_by_the_new_secret_only()
    {
        await using var at = await SignInSite.StartAsync();
        await EnrolAsync(at, at.It);
        using var rotated = Under(at, 7, 0);
        Assert.True(await rotated.Factors.ResetAsync("office", new Actor("admin"), "a key got out"));
        var recovery = await EnrolAsync(at, rotated);
        var seed = (await rotated.Accounts.RowAsync<Factor>("office", "f", default))!.Seed;
        at.Pass(TimeSpan.FromMinutes(2));
        var thief = new FactorKeys(SmallProvince.Authority, TestKeys.Of(0));
        Assert.IsType<FactorVerdict.Wrong>(await rotated.Factors.CheckAsync("office", at.Totp(thief.Offer("office", seed).Text)));
        using var dropped = Under(at, 7);
        Assert.IsType<FactorVerdict.Good>(await dropped.Factors.CheckAsync("office", at.Totp(rotated.Factors.Offer("office", "session").Text)));
        Assert.IsType<FactorVerdict.Good>(await dropped.Factors.CheckAsync("office", recovery[0]));
    }

    private static Installation Under(SignInSite at, params byte[] keys) => new(at.It.Parts with { LinkSecret = TestKeys.Of(keys) });

    private static async Task<IReadOnlyList<string>> EnrolAsync(SignInSite at, Installation it) =>
        (await it.Factors.EnrolAsync("office", "session", at.Totp(it.Factors.Offer("office", "session").Text)))!;
}
