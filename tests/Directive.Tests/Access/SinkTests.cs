using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Directives.Chasing;
using Directives.Mail;
using Directives.Mail.Transports;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Mail.Transports;
using Directives.Tests.Web;
using Microsoft.Extensions.Logging;

namespace Directives.Tests.Access;

/// <summary>A month of work, refusals and faults included, and nothing of it that is somebody's stands in any log, trace, metric, answer of a machine, or list of letters.</summary>
public sealed partial class SinkTests
{
    private const string Words = "lời-trong-báo-cáo-7313";
    private const string Reason = "lý-do-trả-lại-9924";

    [Fact]
    public async Task No_sink_learns_a_key_an_address_a_subject_or_what_somebody_wrote()
    {
        using var sinks = new Sinks();
        await using var server = await SendGridStandIn.StartAsync();
        var clock = new MovableClock(SmallProvince.Begin);
        var (tables, log) = (new MemoryTables(), new ListLogger());
        using var factory = LoggerFactory.Create(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        var watch = new LogWatch(factory.CreateLogger<LogWatch>());
        LetterWriter? writer = null;
        Task<ComposedLetter> WriteAsync(LetterDraft draft, CancellationToken stop) => writer!.WriteAsync(draft, stop);
        var options = SampleMail.SendGrid(server.Address);
        var transport = new SendGridTransport(options, SendGridTransport.Http(options.SendGrid), WriteAsync, clock);
        using var first = await SmallProvince.BegunAsync(tables, clock, transport);
        using var it = new Installation(first.Parts with { Watch = new WatchOptions { OnError = watch.Failed, OnMailFault = watch.Failed } });
        writer = new LetterWriter(it.Cycles, it.Registers, it.Parts.Rules, path => new Uri("http://localhost:7071" + path));
        server.Next.Enqueue(new Trouble(400, """{"errors":[{"message":"m111@place.example is not known here","field":"personalizations.0.to"}]}"""));
        server.Next.Enqueue(new Trouble(503, "m112@place.example: later"));
        server.Next.Enqueue(Trouble.Dropped);
        async Task RunAsync(int month, int day, int hour) => await new Clockwork(it.Watch, clock).RunAsync(MonthScript.Local(month, day, hour));

        await RunAsync(4, 28, 10);
        await using var site = await TestSite.StartAsync(engine: TestSite.Engine(it));
        var (answers, cookies) = (new ConcurrentQueue<string>(), new List<string>());
        await RunAsync(5, 2, 10);
        var keys = KeysOf(server).ToList();
        Assert.True(keys.Count >= 5);
        foreach (var key in keys) await VisitAsync(site, key, answers, cookies);
        using (var office = site.Browser())
        {
            await office.BecomeAsync("office");
            var form = await office.GetAsync("/office/cycles/02-QD-TU.2023-04/11/0/112.monitor");
            await office.PostAsync(form, "/office/cycles/02-QD-TU.2023-04/11/0/112.monitor/send-back", ("reason", Reason), ("due", "2023-05-22"));
            await office.PostAsync(form, "/office/cycles/02-QD-TU.2023-04/12/0/121.monitor/revoke", ("reason", Reason));
            await office.GetAsync("/office/search?q=m112@place.example");
        }

        await RunAsync(6, 20, 0);
        foreach (var key in KeysOf(server).Distinct()) await VisitAsync(site, key, answers, cookies);

        // Something of everything must have been heard, or this test proves nothing.
        string[] said = [.. log.Lines, .. site.Log.Lines, .. sinks.Lines, .. answers];
        Assert.True(sinks.Activities > 20 && sinks.Measurements > 50, $"{sinks.Activities} activities, {sinks.Measurements} measurements.");
        Assert.Contains(sinks.Lines, l => l.Contains("/l/{key}", StringComparison.Ordinal));
        Assert.Contains(log.Lines, l => l.Contains("A letter is refused for good", StringComparison.Ordinal));
        Assert.True(answers.Count > 5 && server.Letters.Count > 10);
        string[] secret = [.. KeysOf(server), .. AddressesOf(server), .. SubjectsOf(server), .. cookies, Words, Reason, "is not known here"];
        foreach (var line in said)
        {
            var found = secret.FirstOrDefault(s => line.Contains(s, StringComparison.OrdinalIgnoreCase));
            Assert.True(found is null, $"'{found}' stands in: {line}");
        }
    }

    [Fact]
    public async Task The_list_of_letters_holds_neither_key_nor_text()
    {
        var outbox = new Outbox(new MemoryTables(), "1", (_, _) => Task.FromResult(new ComposedLetter("Chủ đề", "text /l/the-key", "<p>/l/the-key</p>", "vi")));
        await outbox.SendAsync(new LetterDraft("m112.000001", SmallProvince.Person("m112"), [], SmallProvince.Begin), default);
        var line = Assert.Single(await outbox.ListAsync(default));
        Assert.DoesNotContain("the-key", $"{line} {line.Content.Text} {line.Content.Html}", StringComparison.Ordinal);
    }

    /// <summary>By browser and by program, right and wrong.</summary>
    private static async Task VisitAsync(TestSite site, string key, ConcurrentQueue<string> answers, List<string> cookies)
    {
        using var browser = site.Browser();
        var page = await browser.GetAsync($"/l/{key}");
        if (page.Status == HttpStatusCode.OK)
        {
            await browser.PostAsync(page, $"/l/{key}");
            var form = await browser.GetAsync("/report");
            if (form.Status == HttpStatusCode.OK && form.Html.Contains("name=\"for\"", StringComparison.Ordinal))
                await browser.PostAsync(form, "/report", ("for", form.Inputs("for") is [var owed, ..] ? owed : ""), ("do", "draft"), ("feedback", Words));
            cookies.AddRange(browser.Cookies.GetAllCookies().Select(c => c.Value).Where(v => v.Length > 20));
        }

        foreach (var body in (string[])[$$"""{"feedback":"{{Words}}"}""", $$"""{"feedback":"{{Words}}" """, Filing])
        {
            using var json = new HttpRequestMessage(HttpMethod.Post, $"/api/reports/{key}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            var answer = await browser.SendAsync(json);
            answers.Enqueue(answer.Html);
        }

        await browser.GetAsync($"/l/{key}x");
        await browser.PostAsync($"/l/{key}", ("feedback", Words));
        await browser.GetAsync($"/l/{key}/more?key={key}");
    }

    private static string Filing => $$"""{"visits":[{"date":"2023-04-20","where":"Thôn 1"}],"whomMet":"Bí thư","livingConditions":"{{Words}}"}""";

    private static IEnumerable<string> KeysOf(SendGridStandIn server) =>
        server.Letters.SelectMany(l => LinkKey().Matches((string)l["content"]![0]!["value"]!)).Select(m => m.Groups[1].Value).Distinct();

    private static IEnumerable<string> AddressesOf(SendGridStandIn server) => server.Letters.Select(l => (string)Reader(l)["email"]!).Distinct();

    private static IEnumerable<string> SubjectsOf(SendGridStandIn server) => server.Letters.Select(l => (string)l["subject"]!).Distinct();

    private static JsonNode Reader(JsonObject letter) => letter["personalizations"]![0]!["to"]![0]!;

    [GeneratedRegex("/l/([A-Za-z0-9_-]{20,})")]
    private static partial Regex LinkKey();
}
