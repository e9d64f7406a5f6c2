using System.Net;
using Directives.Access;
using Directives.Editions;
using Directives.Recommendations;
using Directives.Register;
using Directives.Reports;
using Directives.Tables;
using Directives.Tests.Attachments;
using Directives.Tests.Chasing;
using Directives.Tests.Web;
using Directives.Web;
using Directives.Web.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Tests.Persons;

/// <summary>The real site over a real installation in memory, 8 May 2023: 112 and 122 owe, 113 and 121 have reported with a file.</summary>
internal sealed class RoleSite : IAsyncDisposable
{
    /// <summary>Words of parts that are for the province only, and of one that is for the place.</summary>
    public const string Mood = "Nhân dân lo thiếu nước";

    public const string Comments = "Điều hành còn chậm";
    public const string Promise = "Trả lời về lịch cấp nước";

    /// <summary>A case that waits for the office, and one that decision 1 has decided.</summary>
    public const string Case = "c1", Closed = "c2";

    private RoleSite(TestSite site, Playground play) => (Site, Play) = (site, play);

    public TestSite Site { get; }

    public Playground Play { get; }

    public static async Task<RoleSite> StartAsync(RegisterContent? content = null, ITables? tables = null, RuleBook? rules = null)
    {
        var play = await Playground.BegunAsync(content: content ?? RoledProvince.Content(), tables: tables, rules: rules);
        await play.RunToAsync(5, 8, 10);
        foreach (var place in (string[])["113", "121"]) await FileAsync(play, place);
        await RaiseAsync(play);
        return new RoleSite(await TestSite.StartAsync(engine: services =>
        {
            services.AddDirectiveEngine(play.It);
            services.AddSingleton<IDemoPages>(new People(play.It));
        }), play);
    }

    public static ReportContent Content(string place) => new()
    {
        Visits = [new Visit(new DateOnly(2023, 4, 20), $"Nơi {place}")],
        WhomMet = "Bí thư chi bộ",
        LivingConditions = Mood,
        CommentsOnLocalWork = Comments,
        Promises = Promise,
    };

    /// <summary>An address of a place's seat in April's cycle.</summary>
    public static string Seat(string before, string place, string after = "") =>
        $"{before}/{SmallProvince.CycleId}/{place[..^1]}/0/{SmallProvince.Monitor(place)}{after}";

    /// <summary>A browser in which somebody is signed in.</summary>
    /// <param name="who">An id; <c>link112</c> for the link of a place's monitor; <c>id?</c> without a second factor; <c>id=other</c> standing in for another, whether they may or not.</param>
    public async Task<TestBrowser> BeAsync(string? who)
    {
        var browser = Site.Browser();
        if (who is not null && who.StartsWith("link", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.SeeOther, (await browser.OpenLinkAsync(await KeyAsync(who[4..]))).Status);
        else if (who is not null) await browser.BecomeAsync(who);
        return browser;
    }

    /// <summary>The key of an official's link.</summary>
    public ValueTask<string> KeyAsync(string place) => Play.It.Links.EnsureAsync(
        new Link(MonthScript.SheetOf(place).Partition, SmallProvince.Monitor(place), $"m{place}", 1, new DateOnly(2023, 12, 31)), default);

    /// <summary>The hash of the file in a place's report.</summary>
    public async Task<string> FileOfAsync(string place) =>
        (await Play.It.Reports.FindAsync(MonthScript.SheetOf(place), SmallProvince.Monitor(place), 1))!.Content.Attachments![0].Hash;

    /// <summary>All rows of all tables, each with its version.</summary>
    public async Task<string> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var table in Enum.GetValues<Table>())
        {
            await foreach (var row in Play.Tables.ScanAsync(table)) rows.Add($"{table} {row.Partition} {row.Row.Key} {row.Row.Version}");
        }

        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        Play.Dispose();
    }

    private static async Task RaiseAsync(Playground play)
    {
        foreach (var id in (string[])[Case, Closed])
        {
            await play.It.CaseDesk.RaiseAsync(id, new("m112"), new Raised
            {
                Kind = CaseKind.Difficulty,
                Text = "Cầu treo vào thôn bị hư hỏng nặng.",
                Place = "112",
                Seat = SmallProvince.Monitor("112"),
            });
        }

        await play.It.CaseDesk.StepAsync(Closed, new("office"), _ => new SentToCommittee());
        var step = new Decided
        {
            Decision = "d1",
            Outcome = DecisionOutcome.Agree,
            Internal = "Ghi nhận.",
            ForPlace = "Đã ghi nhận.",
        };
        Assert.Equal(1, (await play.It.Decisions.DecideAsync(new(step, null, [Closed]), new("recorder"))).Number);
    }

    private static async Task FileAsync(Playground play, string place)
    {
        var file = await play.It.Intake.TakeAsync("a.pdf", new MemoryStream(SampleFiles.Pdf(place)), default);
        Assert.IsType<FilingResult.Accepted>(await play.It.Reports.FileAsync(
            MonthScript.SheetOf(place), SmallProvince.Monitor(place), new($"m{place}"), Content(place) with { Attachments = [file] }));
    }

    private sealed class People(Installation installation) : IDemoPages
    {
        private readonly SampleDemo _other = new();

        public ValueTask<DemoView> PeopleAsync(string find, CancellationToken cancel) => _other.PeopleAsync(find, cancel);

        public async ValueTask<PersonSession?> BecomeAsync(string official, CancellationToken cancel)
        {
            var (id, other) = official.Split('=') is [var before, var after] ? (before, after) : (official, null);
            var register = await installation.Registers.GetAsync(cancel);
            var assistants = await installation.Assistants.GetAsync(cancel);
            return (register.Official(id.TrimEnd('?')) ?? assistants.Find(id)?.Person()) is { } person
                ? new PersonSession(person.Id, person.Titles(), "vi") { SecondFactor = !id.EndsWith('?'), For = other }
                : null;
        }

        public Task<DemoMoved> MoveAsync(DemoMove move, CancellationToken cancel) => _other.MoveAsync(move, cancel);

        public ValueTask<OutboxView> OutboxAsync(string? reader, int page, CancellationToken cancel) => _other.OutboxAsync(reader, page, cancel);

        public ValueTask<LetterView?> LetterAsync(string id, CancellationToken cancel) => _other.LetterAsync(id, cancel);

        public Task<bool> BounceAsync(string id, bool bounce, CancellationToken cancel) => _other.BounceAsync(id, bounce, cancel);
    }
}
