using System.Net;
using System.Text.RegularExpressions;
using Directives.Access;
using Directives.Calendars;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Local.Cost;
using Directives.Register;
using Directives.Reports;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>Reports filed as browsers do, each from the letter's link to its receipt, over the whole site; on tables in memory that count.</summary>
internal static partial class FiledReports
{
    private const int WarmUps = 60;
    private const int Filed = 60;
    private static readonly DateOnly Day = new(2023, 4, 28);

    /// <summary>Counts requests, table transactions, processor time and bytes of one.</summary>
    public static async Task<FilingCounts> CountAsync(CancellationToken cancel)
    {
        var tables = new CountedTables(new MemoryTables(), Table.Cycles);
        using var installation = BenchInstallation.Over("52", tables);
        await installation.Registers.ReplaceAsync(SampleProvince.Load(BenchInstallation.Since), Actor.System, "benchmark", cancel);
        await installation.BeginAsync(BenchInstallation.Since, cancel);
        await installation.Keeper.WakeAsync(cancel);
        var (site, address) = await BenchServers.SiteAsync(installation, cancel);
        await using var _ = site;
        var register = await installation.Registers.GetAsync(cancel);
        var cycle = (await installation.Cycles.AllAsync(cancel)).First(c => c.Cadence == Cadence.Month);
        var owed = cycle.Sheets.SelectMany(s => s.Seats.Select(x => (Sheet: new SheetRef(cycle.Authority, cycle.Id, s.Area, s.Part), x.Seat))).Take(WarmUps + Filed).ToList();
        var keys = new List<string>();
        foreach (var (sheet, seat) in owed)
            keys.Add(await installation.Links.EnsureAsync(new Link(sheet.Partition, seat, register.HolderOf(seat, Day)!.Id, 1, Day.AddDays(30)), cancel));
        foreach (var key in keys.Take(WarmUps)) await FileAsync(address, key, cancel);

        var (asked, cpu) = (tables.Counts.Values.Sum(), Environment.CpuUsage.TotalTime);
        var (requests, bytes) = (0, 0L);
        foreach (var key in keys.Skip(WarmUps))
        {
            using var browser = await FileAsync(address, key, cancel);
            (requests, bytes) = (requests + browser.Requests, bytes + browser.Bytes);
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        return new FilingCounts(
            CostBench.Rounded((double)requests / Filed), CostBench.Rounded((double)(tables.Counts.Values.Sum() - asked) / Filed), CostBench.Rounded(cpu.TotalMilliseconds / Filed),
            CostBench.Rounded((double)bytes / Filed));
    }

    private static async Task<Browser> FileAsync(Uri site, string key, CancellationToken cancel)
    {
        var browser = new Browser(site);
        var link = await browser.GetAsync($"/l/{key}", cancel);
        foreach (Match part in Linked().Matches(link)) await browser.GetAsync(WebUtility.HtmlDecode(part.Groups[1].Value), cancel);
        await browser.PostAsync($"/l/{key}", [.. Hidden(link)], cancel);
        var form = await browser.GetAsync(ReportEndpoints.Path, cancel);
        foreach (Match script in Scripts().Matches(form)) await browser.GetAsync(WebUtility.HtmlDecode(script.Groups[1].Value), cancel);
        await browser.PostAsync(
            ReportEndpoints.Path,
            [
                .. Hidden(form), ("do", "file"), ("visits.date", "2023-04-20"), ("visits.where", "Thôn 1"), ("whomMet", "Trưởng thôn"), ("livingConditions", "Ổn định"),
                ("promises", "Sửa cầu"),
            ],
            cancel);
        await browser.GetAsync(ReportEndpoints.Path, cancel);
        return browser;
    }

    // Each form of a page has a token; any will do, two would not.
    private static IEnumerable<(string Name, string Value)> Hidden(string page) => HiddenFields().Matches(page)
        .Select(m => (Name: WebUtility.HtmlDecode(m.Groups["name"].Value), Value: WebUtility.HtmlDecode(m.Groups["value"].Value))).DistinctBy(f => f.Name);

    [GeneratedRegex("<link rel=\"(?:stylesheet|icon)\" href=\"([^\"]+)\"")]
    private static partial Regex Linked();

    [GeneratedRegex("<script src=\"([^\"]+)\"")]
    private static partial Regex Scripts();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenFields();

    /// <summary>A browser that counts what it asks; after a form it must be sent on.</summary>
    private sealed class Browser : IDisposable
    {
        private readonly HttpClient _client;

        public Browser(Uri site) =>
            _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site };

        public int Requests { get; private set; }

        public long Bytes { get; private set; }

        public Task<string> GetAsync(string path, CancellationToken cancel) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), HttpStatusCode.OK, cancel);

        public Task PostAsync(string path, (string Name, string Value)[] fields, CancellationToken cancel)
        {
            var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form }, HttpStatusCode.SeeOther, cancel);
        }

        public void Dispose() => _client.Dispose();

        private async Task<string> SendAsync(HttpRequestMessage request, HttpStatusCode expected, CancellationToken cancel)
        {
            using var _ = request;
            using var answer = await _client.SendAsync(request, cancel);
            var body = await answer.Content.ReadAsStringAsync(cancel);
            Requests++;
            Bytes += answer.Content.Headers.ContentLength ?? body.Length;
            return answer.StatusCode == expected ? body : throw new InvalidOperationException($"{request.Method} {request.RequestUri} answered {(int)answer.StatusCode}.");
        }
    }
}
