using System.Net;
using Directives.Access;
using Directives.Proposals;
using Directives.Register;
using Directives.Tests.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Tests.Persons;

/// <summary>Every role at every endpoint of the running app, at rows of one's own and of others.</summary>
public sealed class MatrixTests
{
    // Without a session; by a link; each role; without a second factor; standing in for another, for whom one may and for whom one may not.
    private static readonly string?[] People =
    [
        null, "link112", "m112", "clerk", "chief", "boss", "leader113", "member", "recorder", "office", "desk1", "auditor", "admin2", "nobody", "sub",
        "sub=m112", "proxy=office", "office?", "admin2?", "auditor?", "proxy=admin1", "proxy=desk1", "sub=m113", "sub=m111",
    ];

    // Whoever reads what is for the province: all others must not see a word of it, on any page that opens to them.
    private static readonly string[] Readers = ["office", "proxy=office", "boss", "link113"];

    [Fact]
    public async Task Every_endpoint_has_a_line_and_admits_whom_the_table_names()
    {
        await using var site = await RoleSite.StartAsync();
        var lines = await LinesAsync(site);
        var endpoints = Endpoints(site.Site).ToDictionary(e => e.Name, e => e.Admits);
        Assert.Empty(endpoints.Keys.Except(lines.Select(l => l.Endpoint)));
        Assert.Empty(lines.Select(l => l.Endpoint).Except(endpoints.Keys));
        Assert.All(lines, line => Assert.Equal((line.Endpoint, May.Do(line.Deed)), (line.Endpoint, endpoints[line.Endpoint])));
    }

    [Fact]
    public async Task Whom_the_table_does_not_name_is_refused_and_changes_nothing()
    {
        await using var site = await RoleSite.StartAsync();
        var lines = await LinesAsync(site);
        var faults = new List<string>();
        var tried = 0;
        foreach (var who in People)
        {
            using var browser = await site.BeAsync(who);
            var token = await browser.GetAsync("/demo");
            var before = await site.RowsAsync();
            foreach (var line in lines)
            {
                if (await MayAsync(site, line, who)) continue;
                tried++;
                var page = await SendAsync(browser, line, token, OwnOf(line, who));
                if ((int)page.Status != 403) faults.Add($"{who ?? "nobody"} {line.Endpoint}: {(int)page.Status}");
                if (page.Html.Contains(RoleSite.Mood, StringComparison.Ordinal)) faults.Add($"{who} {line.Endpoint}: reads what is not theirs");
                if (await site.RowsAsync() != before) faults.Add($"{who} {line.Endpoint}: refused, and rows changed");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(tried > 800, $"Only {tried} were tried.");
    }

    [Fact]
    public async Task Rows_of_others_are_as_if_they_never_were()
    {
        await using var site = await RoleSite.StartAsync();
        var faults = new List<string>();
        var tried = 0;
        foreach (var line in (await LinesAsync(site)).Where(l => l.Foreign is not null || l.Never is not null))
        {
            foreach (var who in People)
            {
                if (!await MayAsync(site, line, who) || line.Deed is Deed.FollowLink or Deed.Demonstrate) continue;
                using var browser = await site.BeAsync(who == "link112" ? $"link{line.Link}" : who);
                var token = await browser.GetAsync("/demo");
                var before = await site.RowsAsync();
                tried++;
                var never = line.Never is null ? null : await SendAsync(browser, line, token, line.Never);
                if (never is { Status: not HttpStatusCode.NotFound }) faults.Add($"{who} {line.Endpoint}: never was, {(int)never.Status}");
                if (line.Foreign is not null && !line.SeesAll.Contains(who))
                {
                    var foreign = await SendAsync(browser, line, token, line.Foreign);
                    if ((int)foreign.Status != line.Refused) faults.Add($"{who} {line.Endpoint}: foreign, {(int)foreign.Status}");
                    if (line.Refused == 404 && Told(foreign, line.Foreign) != Told(never!, line.Never!)) faults.Add($"{who} {line.Endpoint}: foreign differs from never was");
                }

                if (await site.RowsAsync() != before) faults.Add($"{who} {line.Endpoint}: refused, and rows changed");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(tried > 25, $"Only {tried} were tried.");
    }

    [Fact]
    public async Task Whom_the_table_names_gets_in_at_rows_of_their_own_and_sees_nothing_that_is_for_others()
    {
        var faults = new List<string>();
        await using var site = await RoleSite.StartAsync();
        foreach (var line in (await LinesAsync(site)).OrderBy(l => l.IsPost))
        {
            foreach (var who in People)
            {
                if (!await MayAsync(site, line, who)) continue;
                var as_ = who == "link112" ? $"link{line.Link}" : who;
                using var browser = await site.BeAsync(as_);
                var page = await SendAsync(browser, line, await browser.GetAsync("/demo"), OwnOf(line, who));
                var good = who is not null && line.OwnOf.TryGetValue(who, out var status) && int.TryParse(status, out var one) ? [one] : line.Good;
                if (!good.Contains((int)page.Status)) faults.Add($"{who ?? "nobody"} {line.Endpoint}: {(int)page.Status}");
                if (!Readers.Contains(as_) && (page.Html.Contains(RoleSite.Mood, StringComparison.Ordinal) || page.Html.Contains(RoleSite.Comments, StringComparison.Ordinal)))
                    faults.Add($"{who} {line.Endpoint}: reads what is not theirs");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<IReadOnlyList<MatrixLine>> LinesAsync(RoleSite site)
    {
        var change = new Change(ChangeKind.Give, new DateOnly(2023, 6, 1), "nobody", Duty.Auditor, "1");
        foreach (var by in (string[])["admin3", "admin2"]) Assert.Null((await site.Play.It.Changes.ProposeAsync(change, by, "vì công việc")).Refusal);
        await MatrixCases.RaiseAsync(site.Play.It);
        return MatrixTable.Of(await site.KeyAsync("112"), await site.FileOfAsync("113"), await site.FileOfAsync("121"));
    }

    private static IEnumerable<(string Name, Who Admits)> Endpoints(TestSite site) =>
        from endpoint in site.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        select ($"{method} {(endpoint.RoutePattern.RawText is { Length: > 1 } path ? path.TrimEnd('/') : "/")}", endpoint.Metadata.GetMetadata<Admits>()!.Who);

    private static async Task<bool> MayAsync(RoleSite site, MatrixLine line, string? who)
    {
        var admits = May.Do(line.Deed);
        if ((admits & (Who.Anyone | Who.KeyHolder | Who.MailProvider | Who.DemoVisitor)) != 0) return true;
        if (who is null) return false;
        if (who == "link112") return admits.HasFlag(Who.LinkHolder);
        var (id, other) = who.Split('=') is [var by, var whom] ? (by, whom) : (who, null);
        var session = new PersonSession(id.TrimEnd('?'), new("", ""), "vi") { SecondFactor = !id.EndsWith('?'), For = other };
        return (admits & (Who.Person | (await HeldRoles.CountingAsync(new DefaultHttpContext(), new RegisterRoles(site.Play.It), session)).Now)) != 0;
    }

    private static string OwnOf(MatrixLine line, string? who) =>
        who is not null && line.OwnOf.TryGetValue(who, out var own) && own.StartsWith('/') ? own : line.Own;

    private static Task<TestPage> SendAsync(TestBrowser browser, MatrixLine line, TestPage token, string address) =>
        line.IsPost ? browser.PostAsync(token, address, line.Fields) : browser.GetAsync(address);

    /// <summary>All that an answer tells, but for the address in its link to the other language, and the time.</summary>
    private static string Told(TestPage page, string address) => string.Join('\n',
    [
        $"{(int)page.Status}", page.Html.Replace(address, "", StringComparison.Ordinal),
        .. page.Answer.Headers.Concat(page.Answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Length"))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal),
    ]);
}
