using System.Net;
using System.Text.RegularExpressions;
using Directives.Recommendations;
using Directives.Tests.Persons;
using Directives.Tests.Web;

namespace Directives.Tests.Recommendations;

/// <summary>The real site with somebody for each role, and recommendations taken step by step through its pages.</summary>
internal sealed class CaseSite : IAsyncDisposable
{
    public const string Text = "Trạm y tế thiếu thuốc.";
    public const string Internal = "Chỉ đạo nội bộ: rà soát kho.";
    public const string ForPlace = "Sở Y tế sẽ cấp thuốc.";

    private readonly RoleSite _site;
    private readonly Dictionary<string, TestBrowser> _browsers = [];

    private CaseSite(RoleSite site) => _site = site;

    public RoleSite Site => _site;

    public static async Task<CaseSite> StartAsync() => new(await RoleSite.StartAsync());

    /// <summary>The browser of somebody.</summary>
    public async Task<TestBrowser> BeAsync(string who) => _browsers.TryGetValue(who, out var known) ? known : _browsers[who] = await _site.BeAsync(who);

    public async Task<TestPage> GetAsync(string who, string path) => await (await BeAsync(who)).GetAsync(path);

    /// <summary>Raises a recommendation about 113 and returns its id.</summary>
    public async Task<string> RaiseAsync(string who = "m113", string place = "113", params (string, string)[] fields)
    {
        var answer = await SendRaiseAsync(who, place, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Location!.Split('/', '?')[2];
    }

    /// <summary>Sends the form of a recommendation; what is given stands before what is usual.</summary>
    public async Task<TestPage> SendRaiseAsync(string who, string place, params (string, string)[] fields)
    {
        var browser = await BeAsync(who);
        var page = await browser.GetAsync("/cases/raise");
        return await browser.PostAsync(page, "/cases/raise", [.. fields, ("nonce", page.Inputs("nonce")[0]), ("kind", "Difficulty"), ("place", place), ("text", Text)]);
    }

    /// <summary>Sends the form of a recommendation about 113 with files, as a browser does.</summary>
    public async Task<TestPage> SendFilesAsync(string who, (string Name, byte[] Bytes)[] files, params (string, string)[] fields)
    {
        var browser = await BeAsync(who);
        var page = await browser.GetAsync("/cases/raise");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Concat([("nonce", page.Inputs("nonce")[0]), ("kind", "Difficulty"), ("place", "113"), ("text", Text), ("__RequestVerificationToken", page.Token)]).DistinctBy(f => f.Item1))
            form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/cases/raise") { Content = form });
    }

    /// <summary>Sends a step, whether it is offered or not.</summary>
    public async Task<TestPage> SendAsync(string who, string id, string step, params (string, string)[] fields)
    {
        var browser = await BeAsync(who);
        return await browser.PostAsync(await browser.GetAsync("/me"), $"/cases/{id}/{step}", fields);
    }

    /// <summary>Takes a step that the page offers, and returns the page that follows.</summary>
    public async Task<TestPage> StepAsync(string who, string id, string step, params (string, string)[] fields)
    {
        var shown = await GetAsync(who, $"/cases/{id}");
        Assert.Contains($"action=\"/cases/{id}/{step}\"", shown.Html, StringComparison.Ordinal);
        var answer = await SendAsync(who, id, step, fields);
        Assert.Equal($"/cases/{id}?done={step}", answer.Location);
        var page = await GetAsync(who, answer.Location!);
        Assert.Contains("role=\"status\"", page.Html, StringComparison.Ordinal);
        return page;
    }

    /// <summary>A decision's fields.</summary>
    public static (string, string)[] Decision(string outcome = "Agree", string lead = "", string due = "2023-05-25", string reason = "", string putOffTo = "") =>
    [
        ("decision", "0123456789ab"), ("outcome", outcome), ("internal", Internal), ("forPlace", ForPlace), ("reason", reason), ("putOffTo", putOffTo),
        ("assignments.0.lead", lead), .. lead.Length > 0 ? new[] { ("assignments.0.cooperating", "other"), ("assignments.0.due", due) } : [],
        ("assignments.0.what", lead.Length > 0 ? "Cấp thuốc cho trạm." : ""),
    ];

    /// <summary>Up to the decision, with the department of health in the lead.</summary>
    public async Task<string> DecidedAsync()
    {
        var id = await RaiseAsync();
        await StepAsync("office", id, "to-committee");
        await StepAsync("recorder", id, "decide", Decision(lead: "health"));
        return id;
    }

    /// <summary>The only assignment.</summary>
    public async Task<(string, string)> TaskAsync(string id) => ("assignment", (await StateAsync(id)).Assignments.Single().Assignment.Id);

    public async Task<CaseState> StateAsync(string id) => (await OpenAsync(id)).State;

    public async Task<OpenCase> OpenAsync(string id) => (await _site.Play.It.Cases.FindAsync(id))!;

    /// <summary>The forms that a page offers, by step.</summary>
    public static string Offered(TestPage page) => string.Join(' ', Regex.Matches(page.Html, "action=\"/cases/[^/\"]+/([^/\"]+)\"").Select(m => m.Groups[1].Value));

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values) browser.Dispose();
        await _site.DisposeAsync();
    }
}
