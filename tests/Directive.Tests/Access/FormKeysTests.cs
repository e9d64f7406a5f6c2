using System.Net;
using System.Security.Cryptography;
using System.Text;
using Directives.Access;
using Directives.Access.FormKeys;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Tests.Access;

/// <summary>The keys of cookies and forms: in the tables, hidden, shared by all instances, changed without ending a session.</summary>
public sealed class FormKeysTests
{
    [Fact]
    public async Task Two_instances_over_the_same_tables_read_each_others_sessions_and_forms()
    {
        using var play = await BegunAsync();
        await using var one = await TestSite.StartAsync(engine: TestSite.Engine(play.It));
        await using var two = await TestSite.StartAsync(engine: TestSite.Engine(play.It));
        using var browser = one.Browser();
        await browser.OpenLinkAsync(await KeyAsync(play));
        using var other = WithCookiesOf(browser, two);
        var form = await other.GetAsync("/report");
        Assert.Equal(HttpStatusCode.OK, form.Status);
        var left = await browser.PostAsync(form, "/leave");
        Assert.Equal(HttpStatusCode.SeeOther, left.Status);
    }

    [Fact]
    public async Task A_new_key_ends_no_session_and_no_link()
    {
        using var play = await BegunAsync();
        var link = await KeyAsync(play);
        await using var before = await TestSite.StartAsync(engine: TestSite.Engine(play.It));
        using var browser = before.Browser();
        await browser.OpenLinkAsync(link);
        var keys = Provider(play.It);
        keys.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddDays(90));

        await using var after = await TestSite.StartAsync(engine: TestSite.Engine(play.It));
        using var later = WithCookiesOf(browser, after);
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/report")).Status);
        using var fresh = after.Browser();
        Assert.Equal(HttpStatusCode.SeeOther, (await fresh.OpenLinkAsync(link)).Status);
        Assert.Equal(2, keys.GetRequiredService<IKeyManager>().GetAllKeys().Count);
    }

    [Fact]
    public async Task Another_secret_of_the_links_ends_no_session()
    {
        using var play = await BegunAsync();
        await using var before = await TestSite.StartAsync(engine: TestSite.Engine(play.It));
        using var browser = before.Browser();
        await browser.OpenLinkAsync(await KeyAsync(play));
        using var rotated = new Installation(play.It.Parts with { LinkSecret = TestKeys.Of(7) });
        await using var after = await TestSite.StartAsync(engine: TestSite.Engine(rotated));
        using var later = WithCookiesOf(browser, after);
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/report")).Status);
    }

    [Fact]
    public async Task The_tables_hold_no_key_that_could_be_read()
    {
        using var play = await BegunAsync();
        using var keys = Provider(play.It);
        keys.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("y");
        var rows = await play.Tables.QueryAsync(Table.Installation, Keys.Join(SmallProvince.Authority, "form-keys"), KeyRange.All);
        var text = Encoding.UTF8.GetString(Assert.Single(rows).Body.Span);
        Assert.Contains(typeof(KeyDecryptor).FullName!, text, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", text, StringComparison.Ordinal);
        // Nor does another installation's secret open it: it makes a key of its own.
        using var stranger = new Installation(play.It.Parts with { TrailKey = TestKeys.Of(9) });
        using var theirs = Provider(stranger);
        var ours = keys.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("y");
        Assert.ThrowsAny<CryptographicException>(() => theirs.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Unprotect(ours));
    }

    [Fact]
    public async Task Keys_of_a_folder_are_taken_over_once_and_their_sessions_live_on()
    {
        using var play = await BegunAsync();
        var folder = Directory.CreateTempSubdirectory("directive-keys-");
        var protectedThen = new ServiceCollection().AddLogging().AddDataProtection().SetApplicationName("Directive").PersistKeysToFileSystem(folder).Services
            .BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("said before");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "cut.xml"), "<key id=");

        using var keys = Provider(play.It);
        var hiding = new KeyEncryptor(keys.GetRequiredService<IKeyWrap>());
        Assert.Equal(1, FolderKeys.Move(folder, keys.GetRequiredService<KeyRows>(), hiding));
        Assert.Equal(["cut.xml"], folder.GetFiles().Select(f => f.Name));
        Assert.Equal(0, FolderKeys.Move(folder, keys.GetRequiredService<KeyRows>(), hiding));
        Assert.Equal("said before", keys.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Unprotect(protectedThen));
        var rows = await play.Tables.QueryAsync(Table.Installation, Keys.Join(SmallProvince.Authority, "form-keys"), KeyRange.All);
        Assert.DoesNotContain("masterKey", Encoding.UTF8.GetString(Assert.Single(rows).Body.Span), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void What_was_wrapped_is_read_only_whole_and_by_the_same_secret()
    {
        var wrap = new SecretWrap(new byte[32]);
        var wrapped = wrap.Wrap("secret"u8);
        Assert.Equal("secret"u8.ToArray(), wrap.Unwrap(wrapped));
        Assert.NotEqual(wrapped, wrap.Wrap("secret"u8));
        for (var bit = 0; bit < wrapped.Length * 8; bit++)
        {
            var changed = (byte[])wrapped.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<CryptographicException>(() => wrap.Unwrap(changed));
        }

        Assert.ThrowsAny<CryptographicException>(() => wrap.Unwrap(wrapped.AsSpan(0, 20)));
        Assert.ThrowsAny<CryptographicException>(() => new SecretWrap(TestKeys.Of(1)).Unwrap(wrapped));
    }

    [Fact]
    public async Task A_newer_key_of_the_trail_reads_what_an_older_one_wrapped_and_wraps_anew()
    {
        using var play = await BegunAsync();
        using var before = Provider(play.It);
        var said = before.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("said before");
        using var rotated = new Installation(play.It.Parts with { TrailKey = TestKeys.Of(5, 0) });
        using var after = Provider(rotated);
        Assert.Equal("said before", after.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Unprotect(said));
        var wrapped = after.GetRequiredService<IKeyWrap>().Wrap("secret"u8);
        Assert.Equal("secret"u8.ToArray(), new SecretWrap(TestKeys.Of(5)).Unwrap(wrapped));
        Assert.ThrowsAny<CryptographicException>(() => before.GetRequiredService<IKeyWrap>().Unwrap(wrapped));
        Assert.ThrowsAny<CryptographicException>(() => new SecretWrap(TestKeys.Of(5, 6)).Unwrap(new SecretWrap(TestKeys.Of(0)).Wrap("secret"u8)));
    }

    private static async Task<Playground> BegunAsync()
    {
        var play = await Playground.BegunAsync();
        await play.RunToAsync(4, 28, 9);
        return play;
    }

    private static ValueTask<string> KeyAsync(Playground play) => play.It.Links.EnsureAsync(
        new Link(MonthScript.SheetOf("112").Partition, "112.monitor", "m112", 1, new DateOnly(2023, 6, 30)), default);

    private static ServiceProvider Provider(Installation installation)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddDataProtection().SetApplicationName("Directive");
        return services.AddKeyRows(installation).BuildServiceProvider();
    }

    private static TestBrowser WithCookiesOf(TestBrowser browser, TestSite site)
    {
        var other = site.Browser();
        foreach (Cookie cookie in browser.Cookies.GetAllCookies()) other.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        return other;
    }
}
