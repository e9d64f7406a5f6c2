using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Directives.Tests.Hostile;

/// <summary>The people of a hostile run, their sessions, and the forms that they are shown.</summary>
internal sealed class HostileCrowd(HostileWorld world, HostileSender sender)
{
    private static readonly string[] Nothing = [];
    private readonly Dictionary<string, HostileForm> _forms = new(StringComparer.Ordinal);

    public IReadOnlyList<HostilePerson> People { get; } =
    [
        new("nobody", Nothing), new("link", ["112"]), new("drafter", ["112"]), new("case link", Nothing), new(HostileWorld.Head, Nothing),
        .. new[] { ("office", (string[]?)null), ("boss", ["11", "111", "112", "113"]), ("m113", ["113"]), ("m121", ["121"]), ("secretary", Nothing), ("deputy", Nothing), ("head", Nothing) }
            .Select(p => new HostilePerson(p.Item1, p.Item2)),
        .. Enum.GetNames<Directives.Register.Duty>().Select(d => $"{d}-1".ToLowerInvariant()).Where(id => world.HasPerson(id)).Select(id => new HostilePerson(id, Nothing)),
    ];

    /// <summary>Forms of all pages so far, each once.</summary>
    public IReadOnlyList<HostileForm> Forms => [.. _forms.Values];

    /// <summary>Everybody gets in again, for what was let through may have ended their session.</summary>
    public async Task EnterAsync()
    {
        var (own, drafters, ofCase) = (await world.KeyAsync(), await world.KeyAsync(HostileWorld.Drafter), await world.CaseKeyAsync());
        // Keys of a round that has begun since are made now, by no request.
        await sender.BeginAsync();
        foreach (var person in People)
        {
            (person.Cookie, person.Token) = ("", "");
            switch (person.Name)
            {
                case "nobody": await TokenAsync(person, $"/l/{own}"); break;
                case "link": await OpenAsync(person, $"/l/{own}", "/report"); break;
                case "drafter": await OpenAsync(person, $"/l/{drafters}", "/report"); break;
                case "case link": await OpenAsync(person, $"/c/{ofCase}", $"/cases/{HostileWorld.Given}"); break;
                default: await PostAsync(person, "/demo", "/demo/be", ("official", person.Name)); await TokenAsync(person, "/demo"); break;
            }
        }
    }

    /// <summary>Everybody looks at every page there is, where it has an address that they could know.</summary>
    /// <param name="more">Paths beside those of the endpoints.</param>
    public async Task LookAroundAsync(IEnumerable<RouteEndpoint> endpoints, IReadOnlyDictionary<string, string[]> known, IEnumerable<string> more)
    {
        foreach (var path in more) await LookAsync(path);
        foreach (var endpoint in endpoints.Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true))
        {
            var path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
            {
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Uri.EscapeDataString(known.TryGetValue(parameter.Name, out var values) ? values[0] : "x"),
                _ => "",
            }))));
            await LookAsync(path);
        }
    }

    private async Task LookAsync(string path)
    {
        foreach (var person in People)
        {
            var (status, text, _) = await sender.SendAsync(new HostileRequest(person, "GET", path));
            if (status != 200) continue;
            foreach (var form in HostileForms.Of(path, text).Where(f => f.Action != "/demo/clock"))
            {
                var name = form.Action + string.Join(',', form.Fields.Select(f => f.Name));
                if (!_forms.TryGetValue(name, out var found)) _forms[name] = found = form;
                found.ShownTo.Add(person);
            }
        }
    }

    private async Task OpenAsync(HostilePerson person, string link, string page)
    {
        await PostAsync(person, link, link);
        await TokenAsync(person, page);
    }

    private async Task PostAsync(HostilePerson person, string from, string to, params (string Name, string Value)[] fields)
    {
        await TokenAsync(person, from);
        var body = string.Join('&', fields.Append((HostileForms.TokenField, person.Token)).Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2)}"));
        var (_, _, answer) = await sender.SendAsync(new HostileRequest(person, "POST", to) { Body = Encoding.ASCII.GetBytes(body), ContentType = "application/x-www-form-urlencoded", How = "gets in" });
        Keep(person, answer);
    }

    private async Task TokenAsync(HostilePerson person, string path)
    {
        var (_, text, answer) = await sender.SendAsync(new HostileRequest(person, "GET", path) { How = "gets a token" });
        Keep(person, answer);
        if (HostileForms.TokenOf(text) is { Length: > 0 } token) person.Token = token;
    }

    private static void Keep(HostilePerson person, HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return;
        var jar = person.Cookie.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split('=', 2)).ToDictionary(c => c[0], c => c[1]);
        foreach (var cookie in set.Select(s => s.Split(';')[0].Split('=', 2))) jar[cookie[0]] = cookie[1];
        person.Cookie = string.Join("; ", jar.Where(c => c.Value.Length > 0).Select(c => $"{c.Key}={c.Value}"));
    }
}
