using System.Buffers.Text;
using System.Text;
using CsCheck;
using Directives.Tests.Chasing;
using Microsoft.AspNetCore.Routing;
using Xunit.Abstractions;

namespace Directives.Tests.Hostile;

/// <summary>
/// Everything that can be thrown at the site is thrown at every endpoint there is, by everybody there is: no fault, nothing of the program told, no row of somebody
/// else's, and the tables as they were wherever the answer was a refusal. <c>DIRECTIVE_SEED</c> repeats a run, <c>DIRECTIVE_REQUESTS</c> makes it longer.
/// </summary>
public sealed class HostileTests(ITestOutputHelper output)
{
    private const int RandomRequests = 6_000;
    private const int EnterEvery = 500;
    private const int Least = 10_000;

    [Fact]
    public async Task A_hostile_run_over_every_endpoint_changes_nothing_that_was_refused_and_breaks_nothing()
    {
        var dice = Environment.GetEnvironmentVariable("DIRECTIVE_SEED") is { Length: > 0 } seed ? PCG.Parse(seed) : new PCG(1);
        var begun = $"{dice}";
        output.WriteLine($"seed {begun}");
        await using var world = await HostileWorld.StartAsync();
        var tally = new HostileTally();
        using var sender = new HostileSender(world, tally);
        var endpoints = world.Site.Endpoints.OfType<RouteEndpoint>().ToList();
        tally.Endpoints = endpoints.Count;
        var crowd = new HostileCrowd(world, sender);
        await crowd.EnterAsync();
        Assert.All(crowd.People.Skip(1), p => Assert.Contains("session=", p.Cookie, StringComparison.Ordinal));
        var caseKey = await world.CaseKeyAsync();
        var known = Known(await world.KeyAsync(), await world.KeyAsync(HostileWorld.Drafter), caseKey);
        await crowd.LookAroundAsync(endpoints, known, [$"/c/{caseKey}", $"/agenda/decide?case={HostileWorld.Case}", $"/cases/{HostileWorld.Looked}", $"/cases/{HostileWorld.Given}", $"/office/cases/{HostileWorld.Looked}/like"]);
        foreach (var path in (string[])["/agenda/decide", "/agenda/meetings", $"/c/{caseKey}", $"/cases/{HostileWorld.Case}", $"/cases/{HostileWorld.Looked}", $"/cases/{HostileWorld.Given}"])
            Assert.Contains(crowd.Forms, f => f.Action.StartsWith(path, StringComparison.Ordinal));

        await ForgedAsync(world, sender, crowd);
        var maker = new HostileMaker(endpoints, crowd.Forms, known, dice);
        var many = int.TryParse(Environment.GetEnvironmentVariable("DIRECTIVE_REQUESTS"), out var asked) ? asked : RandomRequests;
        var sent = new Queue<HostileRequest>();
        for (var i = 0; i < many; i++)
        {
            if (i % EnterEvery == EnterEvery - 1) await crowd.EnterAsync();
            var by = crowd.People[(int)dice.Next((uint)crowd.People.Count)];
            var request = i % 2 == 0 ? maker.OfForm(by) : i % 17 == 0 && sent.Count > 0 ? sent.Dequeue() with { How = "replayed" } : maker.Next(by);
            await sender.SendAsync(request);
            if (!request.Looks && sent.Count < 50) sent.Enqueue(request);
        }

        foreach (var (what, bytes) in HostileBytes.All) await sender.SendRawAsync(what, bytes);
        await EventsAsync(world, sender, crowd.People[0]);
        await sender.CompareAsync();
        output.WriteLine($"{tally}; {crowd.People.Count} people, {crowd.Forms.Count} forms");
        Assert.True(tally.Faults.Count == 0, $"{tally}\nseed {begun}\n{string.Join('\n', tally.Faults)}");
        Assert.True(tally.Requests >= Least, $"Only {tally}.");
        Assert.True(tally.Refused > tally.Requests / 2 && tally.Accepted > 50, $"The run met too little: {tally}.");
        Assert.Empty(await TrailFaultsAsync(world));
    }

    /// <summary>Each bit of a key, of two sessions and of a form's token turned over: none opens anything.</summary>
    private static async Task ForgedAsync(HostileWorld world, HostileSender sender, HostileCrowd crowd)
    {
        var nobody = crowd.People[0];
        foreach (var key in Flipped(await world.KeyAsync(), 1))
        {
            Assert.Equal(404, (await sender.SendAsync(new HostileRequest(nobody, "GET", $"/l/{key}") { How = "forged key" })).Status);
            Assert.Equal(404, (await sender.SendAsync(new HostileRequest(nobody, "POST", $"/api/reports/{key}") { Body = "{}"u8.ToArray(), ContentType = "application/json", How = "forged key" })).Status);
        }

        foreach (var key in Flipped(await world.CaseKeyAsync(), 1))
        {
            Assert.Equal(404, (await sender.SendAsync(new HostileRequest(nobody, "GET", $"/c/{key}") { How = "forged case key" })).Status);
            var token = Encoding.ASCII.GetBytes($"{HostileForms.TokenField}={Uri.EscapeDataString(nobody.Token)}");
            Assert.Equal(404, (await sender.SendAsync(new HostileRequest(nobody, "POST", $"/c/{key}") { Body = token, ContentType = "application/x-www-form-urlencoded", How = "forged case key" })).Status);
        }

        foreach (var (name, path) in ((string, string)[])[("link", "/report"), ("office", "/office"), ("case link", $"/cases/{HostileWorld.Given}")])
        {
            var person = crowd.People.Single(p => p.Name == name);
            Assert.Equal(200, (await sender.SendAsync(new HostileRequest(person, "GET", path))).Status);
            var cookies = person.Cookie.Split("; ");
            var session = cookies.Single(c => c.StartsWith("session=", StringComparison.Ordinal))["session=".Length..];
            foreach (var forged in Flipped(session, name == "link" ? 1 : 3))
            {
                var (status, _, _) = await sender.SendAsync(new HostileRequest(nobody, "GET", path) { Cookie = $"session={forged}", How = "forged session" });
                Assert.True(status == 403, $"A session with one bit changed got {status}.");
            }
        }

        foreach (var token in Flipped(nobody.Token, 5))
        {
            var body = Encoding.ASCII.GetBytes($"{HostileForms.TokenField}={token}");
            var (status, _, _) = await sender.SendAsync(new HostileRequest(nobody, "POST", "/leave") { Body = body, ContentType = "application/x-www-form-urlencoded", How = "forged token" });
            Assert.True(status == 400, $"A form token with one bit changed got {status}.");
        }
    }

    /// <summary>The mail provider's word with a clock that is off, and twice.</summary>
    private static async Task EventsAsync(HostileWorld world, HostileSender sender, HostilePerson by)
    {
        foreach (var minutes in (int[])[-1_000_000, -1440, -11, 0, 11, 1440, 1_000_000])
        {
            using var signed = world.Provider.Request("""[{"event":"delivered","letter":"gone.000001","timestamp":1682647200,"sg_event_id":"b"}]""", DateTimeOffset.UtcNow.AddMinutes(minutes));
            var request = new HostileRequest(by, "POST", "/mail/events")
            {
                Body = await signed.Content!.ReadAsByteArrayAsync(),
                ContentType = "application/json",
                Heads = [.. signed.Headers.Select(h => (h.Key, h.Value.First()))],
                How = $"{minutes} minutes off",
            };
            var (status, _, _) = await sender.SendAsync(request);
            Assert.True(minutes == 0 ? status == 200 : status == 403, $"An event {minutes} minutes off got {status}.");
            if (minutes == 0) Assert.Equal(409, (await sender.SendAsync(request with { How = "replayed" })).Status);
        }
    }

    private static IReadOnlyDictionary<string, string[]> Known(params string[] keys) => new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["cycle"] = [SmallProvince.CycleId, "02-QD-TU.2023-05"],
        ["area"] = ["11", "12", "1"],
        ["part"] = ["0", "1"],
        ["seat"] = ["112.monitor", "113.monitor", "121.monitor", "11.in-charge"],
        ["version"] = ["1", "2"],
        ["key"] = keys,
        ["hash"] = [new string('a', 64)],
        ["act"] = ["send-back", "extend", "revoke", "decline", "silence", "resume"],
        ["case"] = [HostileWorld.Case, HostileWorld.Looked, HostileWorld.Given, "none"],
        ["step"] = ["decide", "to-committee", "accept", "hand-on", "progress", "answer", "ask", "withdraw", "correct", "confirm", "finish"],
        ["kind"] = ["Office", "Raiser", "give"],
        ["code"] = ["-", "112.monitor"],
        ["number"] = ["1", "2"],
        ["id"] = ["m112", HostileWorld.Case, HostileWorld.Looked, HostileWorld.Given, "m112.000001", "m113", "office", "boss", HostileWorld.Drafter],
    };

    private static IEnumerable<string> Flipped(string text, int every)
    {
        var bytes = Base64Url.DecodeFromChars(text);
        for (var bit = 0; bit < bytes.Length * 8; bit += every)
        {
            var changed = (byte[])bytes.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return Base64Url.EncodeToString(changed);
        }
    }

    private static async Task<IReadOnlyList<string>> TrailFaultsAsync(HostileWorld world) => await Dossiers.TrailWalk.FaultsAsync(world.Tables, world.It.Seal);
}
