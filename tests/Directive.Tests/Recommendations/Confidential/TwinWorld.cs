using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Tables;
using Directives.Tests.Access.SignIn;
using Directives.Tests.Chasing;
using Directives.Tests.Persons;
using Directives.Tests.Web;
using ImageMagick;
using Microsoft.AspNetCore.Routing;

namespace Directives.Tests.Recommendations.Confidential;

/// <summary>One of two worlds with the same history; in one of them something confidential is raised, through the site, and walked to its end.</summary>
internal sealed partial class TwinWorld : IAsyncDisposable
{
    /// <summary>Words that stand in the matter and nowhere else.</summary>
    public static readonly string[] Words = ["canary-8842-text", "Lãnh đạo huyện nhận tiền xây trụ sở", "canary-8842-question", "canary-8842-reply", "canary-8842-internal", "canary-8842-for-raiser", "canary-8842-answer", "canary-8842-file", "canary-8842-exif"];

    public static readonly string[] Readers = ["m111", "desk1", "desk2"];

    // Nobody of these reads it: without a session, by a link, the one it is about, their line, all other roles, and who stands in for a reader.
    public static readonly string?[] Strangers =
    [
        null, "link112", "leader11", "aide11", "vice11", "boss", "desk3", "office", "admin2", "member", "m113", "leader113", "chief", "clerk", "recorder", "secretary", "deputy",
        "head", "sub", "sub=m112", "proxy=desk1", "proxy=office", "stand-in", "stand-in=m111", "heir", "nobody", "office?", "m111?", "desk1?",
    ];

    // UTC.
    private const int DailyHour = 3;
    private readonly IReadOnlyList<MatrixLine> _lines;
    private readonly RoleSite _site;
    private readonly CountingTables _tables;

    private TwinWorld(RoleSite site, CountingTables tables, IReadOnlyList<MatrixLine> lines, bool withMatter) => (_site, _tables, _lines, WithMatter) = (site, tables, lines, withMatter);

    public bool WithMatter { get; }

    public RoleSite Site => _site;

    /// <summary>Its id; in the other world one that never was.</summary>
    public string Id { get; private set; } = "AAAAAAAAAAAAAAAAAAAAAAAA";

    public static async Task<TwinWorld> StartAsync(bool withMatter)
    {
        var tables = new CountingTables(new MemoryTables());
        var site = await RoleSite.StartAsync(DeskProvince.Content(), tables);
        var lines = MatrixTable.Of(await site.KeyAsync("112"), await site.FileOfAsync("113"), await site.FileOfAsync("121"));
        return new TwinWorld(site, tables, lines, withMatter);
    }

    /// <summary>It is raised; then everybody is silent for a week.</summary>
    public async Task BeginAsync()
    {
        if (WithMatter) await RaiseAsync();
        await RunToAsync(5, 16, 12);
    }

    /// <summary>It is walked to its end, and its raiser leaves the post.</summary>
    public async Task EndAsync()
    {
        await StepAsync("desk1", "question", ("words", "canary-8842-question"));
        await RunToAsync(5, 17, 12);
        await StepAsync("m111", "reply", ("words", "canary-8842-reply"));
        await StepAsync("desk2", "take-up");
        await StepAsync("desk1", "decide", ("outcome", "Agree"), ("internal", "canary-8842-internal"), ("words", "canary-8842-for-raiser"));
        await RunToAsync(5, 18, 12);
        await StepAsync("desk1", "answer", ("words", "canary-8842-answer"));
        await RunToAsync(6, 2, 12);
        await StepAsync("m111", "confirm", ("verdict", "HeardSettled"));
        await RunToAsync(6, 5, 12);
    }

    /// <summary>Every page that somebody can ask for, with what it says and what was read for it.</summary>
    public async Task<SortedDictionary<string, Seen>> LookAsync(string? who)
    {
        using var browser = await _site.BeAsync(who);
        var seen = new SortedDictionary<string, Seen>(StringComparer.Ordinal);
        foreach (var (name, address) in Addresses())
        {
            _tables.Take();
            var page = await browser.GetAsync(address);
            // How fresh the register is, and who assists whom, depends on the machine's clock.
            var reads = string.Join('\n', _tables.Take().Where(c => !c.EndsWith(" Register", StringComparison.Ordinal) && !c.EndsWith(" Installation", StringComparison.Ordinal)));
            var headers = string.Join('\n', page.Answer.Headers.Concat(page.Answer.Content.Headers).Where(h => h.Key is not ("Date" or "Set-Cookie" or "Content-Length"))
                .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal));
            seen[name] = new Seen((int)page.Status, Masked(page.Html), Masked(headers), reads);
        }

        return seen;
    }

    /// <summary>Letters to all but the readers, as they are read.</summary>
    /// <param name="toAuditor">Those to the auditor, whose checkpoints hold the number of a seal; else those to all others.</param>
    public async Task<IReadOnlyList<string>> LettersAsync(bool toAuditor = false)
    {
        var it = _site.Play.It;
        var writer = new LetterWriter(it.Cycles, it.Registers, it.Parts.Rules, path => new Uri("http://localhost:7071" + path));
        var letters = new List<string>();
        foreach (var draft in _site.Play.Mail.Letters.Where(l => !Readers.Contains(l.Reader.Id) && l.Reader.Id == "auditor" == toAuditor))
        {
            var written = await writer.WriteAsync(draft);
            letters.Add(Masked($"{draft.Id} {draft.Reader.Id} {draft.At:u} {written.Subject}\n{written.Text}\n{written.Html}"));
        }

        return letters;
    }

    /// <summary>All rows of all tables.</summary>
    public async Task<IReadOnlyList<(Table Table, string Partition, string Key, byte[] Body)>> RowsAsync()
    {
        var rows = new List<(Table, string, string, byte[])>();
        foreach (var table in Enum.GetValues<Table>())
        {
            await foreach (var row in _tables.ScanAsync(table)) rows.Add((table, row.Partition, row.Row.Key, row.Row.Body.ToArray()));
        }

        return rows;
    }

    /// <summary>A reader's page of it.</summary>
    public async Task<TestPage> ReadAsync(string who, string after = "")
    {
        using var browser = await _site.BeAsync(who);
        return await browser.GetAsync($"/confidential/{Id}{after}");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <summary>All that changes from one run to the next: keys, tokens, digests.</summary>
    private static string Masked(string text) => Chance().Replace(text, "…");

    // Hour by hour: on a real machine chains are sealed whether or not something else happens. And each day something else does.
    private async Task RunToAsync(int month, int day, int hour)
    {
        var end = MonthScript.Local(month, day, hour);
        while (_site.Play.Clock.GetUtcNow() is var now && now < end)
        {
            await _site.Play.Work.RunAsync(now.AddHours(1) < end ? now.AddHours(1) : end);
            if (now.Hour != DailyHour) continue;
            var (dossiers, post) = (_site.Play.It.Dossiers, _site.Play.It.Room.Dossier);
            if (await dossiers.HeadAsync<PostHead>(post, default) is { } held) await dossiers.CommitAsync(post, held, held.Head, new Act("post-forecast", Actor.System), default);
        }
    }

    private IEnumerable<(string Name, string Address)> Addresses()
    {
        foreach (var endpoint in _site.Site.Endpoints.OfType<RouteEndpoint>())
        {
            if (!endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("GET")) continue;
            var name = $"GET {(endpoint.RoutePattern.RawText is { Length: > 1 } path ? path.TrimEnd('/') : "/")}";
            // The demonstration is for one machine alone, and shows everybody's letters.
            if (name.StartsWith("GET /demo", StringComparison.Ordinal)) continue;
            yield return (name, _lines.Single(l => l.Endpoint == name).Own.Replace("/confidential/none", $"/confidential/{Id}", StringComparison.Ordinal));
        }

        foreach (var words in (string[])["111", "m111", "canary", "kín", "desk1", DeskProvince.Leader, Id]) yield return ($"search {(words == Id ? "id" : words)}", $"/office/search?q={Uri.EscapeDataString(words)}");
        foreach (var person in (string[])["m111", "desk1", "desk2", DeskProvince.Leader]) yield return ($"person {person}", $"/office/people/{person}");
        foreach (var person in (string[])["m111", "desk1", "desk2", DeskProvince.Leader])
        {
            foreach (var table in (string[])["Mailboxes", "Accounts"]) yield return ($"chain {table} {person}", $"/audit/chain?dossier={table}%3A1%7C{person}");
        }

        foreach (var day in (string[])["05-08", "05-09", "05-10", "05-16", "05-17", "05-18", "06-02"]) yield return ($"day {day}", $"/audit/days/2023-{day}");
        foreach (var (name, address) in (((string, string)[])[("seat 111", "/office/cycles"), ("below 111", "/below"), ("place 111", "/me/place")])) yield return (name, RoleSite.Seat(address, "111"));
        foreach (var below in (string[])["/places/111", "/places/11", "/places/1", "/seats/111.monitor", "/people/m111", "/people/desk1", "/people/leader11", "/workload?show=All&by=bodies", "/?q=kín"])
        {
            yield return ($"register {below}", $"/register{below}");
            yield return ($"api register {below}", $"/api/register{below}");
        }

        yield return ("GET /confidential/{id}?raised", $"/confidential/{Id}?raised");
        yield return ("a file of /confidential", $"/confidential/{Id}/files/1");
    }

    private async Task RaiseAsync()
    {
        using var browser = await _site.BeAsync(DeskProvince.Raiser);
        var form = await browser.GetAsync("/confidential/raise");
        var once = form.Inputs("once").Single();
        var found = await browser.SendAsync(Multipart(form.Token, ("once", once), ("find", DeskProvince.Leader), ("do", "search")));
        Assert.Contains($"Official:{DeskProvince.Leader}", found.Inputs("named"));
        var raised = await browser.SendAsync(Multipart(
            form.Token, ("once", once), ("kind", "Violation"), ("text", $"{Words[1]}: {Words[0]}"), ("named", $"Official:{DeskProvince.Leader}"), ("do", "raise")));
        Assert.Equal(HttpStatusCode.SeeOther, raised.Status);
        Id = raised.Location!.Split('/', '?')[2];
        await _site.Play.Work.SettleAsync();
    }

    private async Task StepAsync(string who, string step, params (string Name, string Value)[] fields)
    {
        if (!WithMatter) return;
        using var browser = await _site.BeAsync(who);
        var page = await browser.GetAsync($"/confidential/{Id}");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(page, $"/confidential/{Id}/{step}", fields)).Status);
        await _site.Play.Work.SettleAsync();
    }

    /// <summary>The form with a picture whose name and hidden data hold words.</summary>
    private static HttpRequestMessage Multipart(string token, params (string Name, string Value)[] fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Prepend(("__RequestVerificationToken", token))) content.Add(new StringContent(value, Encoding.UTF8), name);
        using var image = new MagickImage(MagickColors.Olive, 40, 30);
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.ImageDescription, "canary-8842-exif");
        image.SetProfile(exif);
        image.Comment = "canary-8842-exif";
        var file = new ByteArrayContent(image.ToByteArray(MagickFormat.Jpeg));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        content.Add(file, "files", "canary-8842-file.jpg");
        return new HttpRequestMessage(HttpMethod.Post, "/confidential/raise") { Content = content };
    }

    // A chart numbers its clips through the whole process.
    [GeneratedRegex("[A-Za-z0-9_-]{20,}|cl_[0-9a-f]+")]
    private static partial Regex Chance();
}

/// <summary>What somebody was shown.</summary>
/// <param name="Reads">Calls of the tables, in their order.</param>
internal sealed record Seen(int Status, string Html, string Headers, string Reads);
