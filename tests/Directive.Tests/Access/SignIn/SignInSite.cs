using System.Net;
using Directives.Access.Entra;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;
using Directives.Tests.Web;

namespace Directives.Tests.Access.SignIn;

/// <summary>The real site over the real engine and a small province, with both clocks to move: the machine's is years ahead of the sample's.</summary>
internal sealed class SignInSite : IAsyncDisposable
{
    private SignInSite(TestSite site, Installation it, CountingTables tables, MovableClock clock, MovableClock machine, RememberingTransport mail) =>
        (Site, It, Tables, Clock, Machine, Mail) = (site, it, tables, clock, machine, mail);

    public TestSite Site { get; }

    public Installation It { get; }

    public CountingTables Tables { get; }

    public MovableClock Clock { get; }

    public MovableClock Machine { get; }

    public RememberingTransport Mail { get; }

    public static async Task<SignInSite> StartAsync(
        RegisterContent? content = null, DateTimeOffset? at = null, EntraOptions? entra = null, ITables? over = null)
    {
        var (clock, machine) = (new MovableClock(at ?? SmallProvince.Begin), new MovableClock(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)));
        var (tables, mail) = (new CountingTables(over ?? new MemoryTables()), new RememberingTransport());
        var it = Engine(tables, clock, machine, mail);
        await it.Registers.ReplaceAsync(content ?? SmallProvince.Content(), Actor.System, "test");
        await it.BeginAsync(SmallProvince.Zone.DateAt(clock.GetUtcNow()));
        await it.Watch.TickAsync();
        return new SignInSite(await TestSite.StartAsync(engine: TestSite.Engine(it), entra: entra), it, tables, clock, machine, mail);
    }

    /// <summary>An engine over given tables; several may share them.</summary>
    public static Installation Engine(ITables tables, TimeProvider clock, TimeProvider machine, IMailTransport mail) => new(new InstallationParts
    {
        Authority = SmallProvince.Authority,
        Tables = tables,
        Clock = clock,
        Machine = machine,
        Rules = SmallProvince.OneMonth,
        Transport = mail,
        TrailKey = new byte[32],
        LinkSecret = new byte[32],
        ConfidentialKey = new byte[32],
        Watch = new WatchOptions { AtOnce = 1 },
    });

    /// <summary>Asks for a letter in a browser, without the engine's part.</summary>
    public static async Task<TestPage> AskOnlyAsync(TestBrowser browser, string address) =>
        await browser.PostAsync(await browser.GetAsync("/sign-in"), "/sign-in", ("address", address));

    /// <summary>Asks for a letter in a browser, and lets the engine send it.</summary>
    public async Task AskAsync(TestBrowser browser, string address)
    {
        var answer = await AskOnlyAsync(browser, address);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        await WorkAsync();
    }

    /// <summary>Signs in by the link, in one browser.</summary>
    public async Task<TestPage> SignInAsync(TestBrowser browser, string person)
    {
        await AskAsync(browser, $"{person}@place.example");
        return await OpenAsync(browser, Letter(person).LinkKey!);
    }

    /// <summary>Presses the button behind a link.</summary>
    public static async Task<TestPage> OpenAsync(TestBrowser browser, string key) =>
        await browser.PostAsync(await browser.GetAsync($"/sign-in/{key}"), $"/sign-in/{key}");

    /// <summary>Types a code where it was asked for.</summary>
    public static async Task<TestPage> TypeAsync(TestBrowser browser, string code) =>
        await browser.PostAsync(await browser.GetAsync("/sign-in/code"), "/sign-in/code", ("code", code));

    /// <summary>The cookie of the browser that asked.</summary>
    public static Cookie Ticket(TestBrowser browser) => browser.Cookies.GetAllCookies().Single(c => c.Name == "asked");

    /// <summary>Lets the engine do what is due.</summary>
    public async Task WorkAsync()
    {
        for (var look = 0; look < 4; look++) await It.Watch.TickAsync(sweep: true);
    }

    public void Pass(TimeSpan time)
    {
        Clock.MoveTo(Clock.GetUtcNow() + time);
        Machine.MoveTo(Machine.GetUtcNow() + time);
    }

    /// <summary>What a person was last sent to sign in with.</summary>
    public DraftNotice Letter(string person) => SignInLetters(person)[^1];

    public IReadOnlyList<DraftNotice> SignInLetters(string person) =>
        [.. Mail.Letters.Where(l => l.Reader.Id == person).SelectMany(l => l.Notices).Where(n => n.Notice.Kind == NoticeKind.SignIn)];

    /// <summary>Names of the acts in a person's account.</summary>
    public async Task<IReadOnlyList<string>> ActsAsync(string person) =>
        [.. (await It.Accounts.RowsAsync<TrailEntry>(person, Keys.TrailPrefix, default)).OrderBy(e => e.Number).Select(e => e.Act)];

    /// <summary>The code that an authenticator shows now, from the secret a page showed.</summary>
    public string Totp(string secret) => new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(secret.Replace(" ", "", StringComparison.Ordinal))).ComputeTotp(Machine.GetUtcNow().UtcDateTime);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(await TrailWalk.FaultsAsync(Tables, It.Seal));
        await Site.DisposeAsync();
        It.Dispose();
    }
}
