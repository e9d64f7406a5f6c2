using System.Security.Cryptography;
using System.Text.Json;
using Directives.Mail.Domains;
using Directives.Tests.Local;

namespace Directives.Tests.Mail.Domains;

/// <summary>What <c>mail-check</c> says of a domain, asked of a name server that listens.</summary>
public sealed class MailCheckTests
{
    private const string Domain = "tinhuy.example";

    [Fact]
    public async Task A_domain_in_order_is_told_so()
    {
        await using var server = new NameServer(Good());
        var ended = await BuiltProgram.RunAsync("mail-check", Domain, "--server", server.Address);
        Assert.Equal((0, ""), (ended.Code, ended.Complained));
        Assert.Contains("SPF   GOOD  tinhuy.example", ended.Said, StringComparison.Ordinal);
        Assert.Contains("DKIM  GOOD  s1._domainkey.tinhuy.example: a key of 2048 bits (rsa)", ended.Said, StringComparison.Ordinal);
        Assert.Contains("DMARC GOOD  _dmarc.tinhuy.example", ended.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_with_nothing_is_told_what_to_put_there()
    {
        await using var server = new NameServer(new Dictionary<string, string[]>());
        var ended = await BuiltProgram.RunAsync("mail-check", Domain, "--json", "--server", server.Address);
        var result = JsonDocument.Parse(ended.Said).RootElement;
        Assert.Equal((1, "", false), (ended.Code, ended.Complained, result.GetProperty("holds").GetBoolean()));
        var findings = result.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(["SPF", "DKIM", "DKIM", "DMARC"], findings.Select(f => f.GetProperty("what").GetString()));
        Assert.All(findings, f => Assert.True(f.GetProperty("put").GetString()!.Length > 0));
    }

    [Fact]
    public async Task A_selector_of_an_own_server_stands_in_for_those_of_sendgrid()
    {
        await using var server = new NameServer(Good().Where(t => !t.Key.StartsWith('s')).Append(new("thu._domainkey.tinhuy.example", [Key(1024)])).ToDictionary());
        var ended = await BuiltProgram.RunAsync("mail-check", Domain, "--selector", "thu", "--server", server.Address);
        Assert.Equal((0, ""), (ended.Code, ended.Complained));
        Assert.Contains("DKIM  WEAK  thu._domainkey", ended.Said, StringComparison.Ordinal);
        Assert.Contains("DKIM  SPARE s1._domainkey", ended.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is no domain", "no domain")]
    [InlineData("is no domain", "localhost")]
    [InlineData("is no domain", "a..example")]
    [InlineData("--selector", Domain, "--selector", "a b")]
    [InlineData("--server", Domain, "--server", "127.0.0.1:port")]
    [InlineData("mail-check", "--json")]
    public async Task A_wrong_call_is_refused(string says, params string[] arguments)
    {
        var ended = await BuiltProgram.RunAsync(["mail-check", .. arguments]);
        Assert.Equal((2, ""), (ended.Code, ended.Said));
        if (says != "mail-check") Assert.Contains(says, ended.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_server_that_fails_is_said_to_and_nothing_is_claimed_of_the_domain()
    {
        await using var server = new NameServer(Good(), answer: 2);
        var ended = await BuiltProgram.RunAsync("mail-check", Domain, "--server", server.Address);
        Assert.Equal((2, ""), (ended.Code, ended.Said));
        Assert.Contains("does not answer", ended.Complained, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DomainVerdict.Good, "v=spf1 include:sendgrid.net -all")]
    [InlineData(DomainVerdict.Good, "V=SPF1 mx ~ALL")]
    [InlineData(DomainVerdict.Good, "v=spf1 redirect=_spf.tinhuy.example")]
    [InlineData(DomainVerdict.Weak, "v=spf1 mx")]
    [InlineData(DomainVerdict.Weak, "v=spf1 mx ?all")]
    [InlineData(DomainVerdict.Bad, "v=spf1 +all")]
    [InlineData(DomainVerdict.Bad, "v=spf1 mx all")]
    [InlineData(DomainVerdict.Bad, "v=spf10 mx -all")]
    [InlineData(DomainVerdict.Bad, "v=spf1 -all", "v=spf1 mx -all")]
    [InlineData(DomainVerdict.Bad, "v=spf1 a a:1.example a:2.example a:3.example mx mx:4.example exists:5.example exists:6.example ptr a:7.example a:8.example -all")]
    public async Task Spf_is_judged(DomainVerdict verdict, params string[] texts) =>
        Assert.Equal(verdict, (await FindAsync("SPF", new(Good()) { [Domain] = texts })).Verdict);

    [Fact]
    public async Task Look_ups_of_included_records_count_and_a_circle_of_them_ends()
    {
        var many = Enumerable.Range(0, 6).ToDictionary(i => $"spf{i}.example", i => new[] { $"v=spf1 include:spf{(i + 1) % 6}.example a -all" });
        var found = await FindAsync("SPF", new(many) { [Domain] = ["v=spf1 include:spf0.example -all"] });
        Assert.Equal(DomainVerdict.Bad, found.Verdict);
        Assert.Contains("look-ups", found.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DomainVerdict.Good, "v=DMARC1; p=reject")]
    [InlineData(DomainVerdict.Weak, "v=DMARC1;p=none")]
    [InlineData(DomainVerdict.Bad, "v=DMARC1")]
    [InlineData(DomainVerdict.Bad, "p=reject")]
    [InlineData(DomainVerdict.Bad, "v=DMARC1; p=reject", "v=DMARC1; p=none")]
    public async Task Dmarc_is_judged(DomainVerdict verdict, params string[] texts) =>
        Assert.Equal(verdict, (await FindAsync("DMARC", new(Good()) { [$"_dmarc.{Domain}"] = texts })).Verdict);

    [Fact]
    public async Task The_word_of_a_domain_above_counts_for_those_below()
    {
        var names = new Texts(new Dictionary<string, string[]> { ["_dmarc.tinhuy.example"] = ["v=DMARC1; p=none; sp=reject"] });
        var found = (await new DomainCheck(names, []).RunAsync($"thu.{Domain}", default)).Findings.Single(f => f.What == "DMARC");
        Assert.Equal(("_dmarc.tinhuy.example", DomainVerdict.Good), (found.Name, found.Verdict));
    }

    [Fact]
    public async Task Dkim_is_judged()
    {
        foreach (var (verdict, text) in new[]
        {
            (DomainVerdict.Good, Key(2048)), (DomainVerdict.Good, Key(2048).Replace("v=DKIM1; ", "", StringComparison.Ordinal)),
            (DomainVerdict.Good, $"k=ed25519; p={Convert.ToBase64String(new byte[32])}"), (DomainVerdict.Weak, Key(1024)), (DomainVerdict.Weak, $"t=y; {Key(2048)}"),
            (DomainVerdict.Bad, "v=DKIM1; p="), (DomainVerdict.Bad, Key(2048)[..^20]), (DomainVerdict.Bad, Key(512)), (DomainVerdict.Bad, "v=DKIM2; p=AAAA"), (DomainVerdict.Bad, "hello"),
        })
            Assert.Equal((verdict, text), ((await FindAsync("DKIM", new(Good()) { [$"s1._domainkey.{Domain}"] = [text] })).Verdict, text));
    }

    private static async Task<DomainFinding> FindAsync(string what, Dictionary<string, string[]> texts) =>
        (await new DomainCheck(new Texts(texts), []).RunAsync(Domain, default)).Findings.First(f => f.What == what);

    // Long enough that it is cut into parts and does not fit into a datagram.
    private static string Key(int bits)
    {
        using var rsa = RSA.Create(bits);
        return $"v=DKIM1; k=rsa; n={new string('x', 200)}; p={Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())}";
    }

    private static Dictionary<string, string[]> Good() => new()
    {
        [Domain] = ["v=spf1 include:sendgrid.example ~all", "another=text"],
        ["sendgrid.example"] = ["v=spf1 ip4:192.0.2.0/24 -all"],
        [$"s1._domainkey.{Domain}"] = [Key(2048)],
        [$"s2._domainkey.{Domain}"] = [Key(2048)],
        [$"_dmarc.{Domain}"] = ["v=DMARC1; p=quarantine"],
    };

    private sealed class Texts(IReadOnlyDictionary<string, string[]> texts) : IDomainNames
    {
        public Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<string>>(texts.GetValueOrDefault(name, []));
    }
}
