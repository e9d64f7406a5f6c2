using Directives.Access;
using Directives.Assistants;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Local;
using Directives.Local.Data;
using Directives.Local.Demo;
using Directives.Mail;
using Directives.Mail.Deliveries;
using Directives.Recommendations;
using Directives.Recommendations.Links;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Mail.Deliveries;
using Directives.Tests.Web;
using Directives.Web;
using Directives.Web.Demo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Directives.Tests.Hostile;

/// <summary>
/// The whole site over a real installation, the demonstration included, in the small province on 8 May 2023: some have filed, each in words of their own, and somebody
/// holds every duty that there is.
/// </summary>
internal sealed class HostileWorld : IAsyncDisposable
{
    /// <summary>Recommendations of place 112: one waits for the committee, one for the office, one for an agency.</summary>
    public const string Case = "hostilecase", Looked = "hostilelook", Given = "hostilegiven";

    /// <summary>The leader of the agency.</summary>
    public const string Head = "agency-head";

    private const string Agency = "agency";

    public const string Drafter = "m112+assistant-1";
    private static readonly RuleBook Months = new(new EditionLibrary([SmallProvince.Edition]), HolidayFile.Vietnam, new DateOnly(2023, 7, 31));
    private static readonly string[] Filed = ["111", "113", "121", "122", "11"];

    private readonly HashSet<string> _people = [.. Content().Officials.Select(o => o.Id)];

    private CaseDuty? _owed;

    private HostileWorld(Installation it, WatchedTables tables, TestSite site, SignedEvents provider) => (It, Tables, Site, Provider) = (it, tables, site, provider);

    public Installation It { get; }

    public WatchedTables Tables { get; }

    public TestSite Site { get; }

    /// <summary>The mail provider, which signs what it says.</summary>
    public SignedEvents Provider { get; }

    /// <summary>Words that stand in the report of a place, and nowhere else.</summary>
    public static string CanaryOf(string place) => $"canary-{place}-words";

    /// <summary>All such words.</summary>
    public static IEnumerable<(string Place, string Word)> Canaries => Filed.Select(p => (p, CanaryOf(p)));

    public static async Task<HostileWorld> StartAsync()
    {
        var tables = new WatchedTables(new MemoryTables());
        var clock = await SampleClock.OpenAsync(tables, default);
        LetterWriter? writer = null;
        var outbox = new Outbox(tables, SmallProvince.Authority, (draft, stop) => writer!.WriteAsync(draft, stop));
        var it = new Installation(new InstallationParts
        {
            Authority = SmallProvince.Authority,
            Tables = tables,
            Clock = clock.Clock,
            Rules = Months,
            Transport = outbox,
            TrailKey = new byte[32],
            LinkSecret = new byte[32],
            ConfidentialKey = new byte[32],
        });
        writer = new LetterWriter(it.Cycles, it.Registers, Months, path => new Uri("http://localhost:7071" + path));
        await it.Registers.ReplaceAsync(Content(), Actor.System, "test");
        await it.BeginAsync(SmallProvince.Zone.DateAt(clock.Clock.GetUtcNow()));
        await new Clockwork(it.Watch, clock.Clock).RunAsync(MonthScript.Local(5, 8, 10));
        foreach (var place in Filed) await MonthScript.FileAsync(it, place, CanaryOf(place));
        await it.Naming.NameAsync("m112", new AssistantNaming("Trợ lý", "tro-ly@place.example", "vi"), null);
        await RaiseAsync(it);
        await new Clockwork(it.Watch, clock.Clock).SettleAsync();

        var provider = new SignedEvents();
        var site = await TestSite.StartAsync(engine: services =>
        {
            services.AddDirectiveEngine(it);
            services.AddSingleton<IDemoPages>(_ => new DemoDesk(it, outbox, clock, new WatchLoop(it, null, NullLogger<WatchLoop>.Instance)));
            services.AddSingleton(new EventGate(tables, SmallProvince.Authority, provider.PublicKey, TimeProvider.System));
        });
        return new HostileWorld(it, tables, site, provider) { _owed = (await it.Cases.FindAsync(Given))!.State.Duties.Single(d => d.Kind == DutyKind.Result) };
    }

    /// <summary>Whether there is somebody of this id.</summary>
    public bool HasPerson(string id) => _people.Contains(id);

    /// <summary>The key of the open report's link, as it stands now.</summary>
    public async Task<string> KeyAsync(string? drafter = null)
    {
        var sheet = MonthScript.SheetOf("112");
        var owed = await It.Dossiers.RowAsync<Obligation>(sheet.Dossier, SheetRef.ObligationKey("112.monitor"), default);
        return await It.Links.EnsureAsync(new Link(sheet.Partition, "112.monitor", "m112", owed!.Link, new DateOnly(2023, 12, 31), drafter), default);
    }

    /// <summary>The key of the link to the case that waits for the agency, as its leader got it.</summary>
    public async Task<string> CaseKeyAsync()
    {
        var reader = (await It.Registers.GetAsync()).Official(Head)!;
        return await It.CaseLinks.EnsureAsync(new CaseLink(Given, _owed!.Id, _owed.Round, reader.Id, It.Links.HashOfAddress(reader.Address)), default);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        It.Dispose();
        Provider.Dispose();
    }

    private static async Task RaiseAsync(Installation it)
    {
        foreach (var id in (string[])[Case, Looked, Given])
        {
            await it.CaseDesk.RaiseAsync(id, new Actor("m112"), new Raised
            {
                Kind = CaseKind.Difficulty,
                Text = "Trạm y tế thiếu thuốc.",
                Place = "112",
                Seat = SmallProvince.Monitor("112"),
            });
        }

        var given = new SentToAgency { Field = "y tế", Assignment = new Assignment("a1", Agency, [], "Cấp thuốc.", new DateOnly(2023, 6, 30)) };
        foreach (var (id, step) in new (string, CaseEvent)[] { (Case, new SentToCommittee()), (Given, given) })
            Assert.Null((await it.CaseDesk.StepAsync(id, new Actor("office"), _ => step)).Refused);
    }

    /// <summary>The small province, with an agency, and three people for each duty that nobody holds there.</summary>
    private static RegisterContent Content()
    {
        var content = SmallProvince.Content();
        var free = Enum.GetValues<Duty>().Where(d => content.Positions.All(p => p.Duty != d)).ToList();
        var holders = free.SelectMany(d => Enumerable.Range(1, 3).Select(i => (Duty: d, Id: $"{d}-{i}".ToLowerInvariant()))).ToList();
        return content with
        {
            Bodies = [.. content.Bodies, new Body(Agency, "Sở Y tế", "Department of Health", "agency", "1", Leader: Head)],
            Officials = [.. content.Officials, SmallProvince.Person(Head), .. holders.Select(h => SmallProvince.Person(h.Id))],
            Positions = [.. content.Positions, .. holders.Where(h => h.Duty != Duty.LocalLeader || h.Id.EndsWith('1')).Select(h =>
                new Position(h.Duty, h.Duty == Duty.LocalLeader ? "112" : "1", h.Id, SmallProvince.Start))],
        };
    }
}
