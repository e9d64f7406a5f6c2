using System.Net;
using Directives.Cloud;
using Directives.Editions;
using Directives.Mail.Domains;
using Directives.Mail.Transports;
using Directives.Tests.Mail.Domains;

namespace Directives.Tests.Cloud;

/// <summary>The sender's domain at the start: only a plain no refuses; a name server that is away must not keep the app from starting.</summary>
public sealed class StartChecksTests
{
    private const string Domain = "province.example";
    private readonly List<string> _said = [];

    [Theory]
    [InlineData(MailOptions.SendGridName)]
    [InlineData(MailOptions.SmtpName)]
    public async Task A_domain_without_an_SPF_record_is_refused_and_told_what_to_put_there(string transport)
    {
        var refused = await Assert.ThrowsAsync<CannotStartException>(() => LookAsync(transport, new() { [Domain] = ["another=text"] }));
        Assert.StartsWith($"Directive__Mail__From: the SPF record of '{Domain}': there is none", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Put there: TXT v=spf1 include:sendgrid.net ~all", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith($"directive mail-check {Domain}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_that_is_not_there_at_all_is_refused() => await Assert.ThrowsAsync<CannotStartException>(() => LookAsync(MailOptions.SendGridName, []));

    [Fact]
    public async Task A_domain_in_order_starts_without_a_word()
    {
        await LookAsync(MailOptions.SendGridName, new() { [Domain] = ["v=spf1 include:sendgrid.net ~all"] });
        Assert.Empty(_said);
    }

    [Fact]
    public async Task A_record_that_protects_nothing_is_said_but_keeps_nobody_from_starting()
    {
        await LookAsync(MailOptions.SendGridName, new() { [Domain] = ["v=spf1 +all"] });
        Assert.Contains("lets every server of the world send", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_server_that_fails_keeps_nobody_from_starting()
    {
        await LookAsync(MailOptions.SendGridName, [], answer: 2);
        Assert.Contains("could not be looked up; started all the same", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_leaves_nothing_is_asked()
    {
        await StartChecks.SenderAsync(new MailOptions(), new Silent(), _said.Add, default);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task One_that_never_answers_is_not_waited_for()
    {
        await StartChecks.SenderAsync(Mail(MailOptions.SendGridName), new Silent(), _said.Add, default);
        Assert.Single(_said);
    }

    [Fact]
    public async Task A_machine_without_any_name_server_starts()
    {
        await StartChecks.SenderAsync(Mail(MailOptions.SendGridName), new None(), _said.Add, default);
        Assert.Single(_said);
    }

    [Fact]
    public void Editions_are_known_whatever_the_case_of_their_letters_and_none_need_be_named()
    {
        foreach (var named in (string[][])[[], ["02-qd-tu.2021-04-29"]]) StartChecks.Editions(Settings(named), EditionLibrary.Sample);
        Assert.Throws<CannotStartException>(() => StartChecks.Editions(Settings(["02-QD-TU.2021-04-29", "33-CT-TW"]), EditionLibrary.Sample));
    }

    [Fact]
    public async Task The_start_looks_before_it_opens_anything()
    {
        // No tables are named at all: whatever comes first is what is refused.
        Assert.StartsWith("Directive__Edition: there is no edition '33-CT-TW'.", (await RefusedAsync(Settings(["33-CT-TW"]))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Directive__Mail__From: ", (await RefusedAsync(Settings([]) with { Mail = Mail(MailOptions.SendGridName) })).Message, StringComparison.Ordinal);
        Assert.StartsWith("Directive__Rules: there is no folder 'nowhere'.", (await RefusedAsync(Settings([]) with { Rules = "nowhere" })).Message, StringComparison.Ordinal);

        async Task<CannotStartException> RefusedAsync(CloudSettings settings)
        {
            await using var server = new NameServer(new Dictionary<string, string[]>());
            var names = new DnsNames(IPEndPoint.Parse(server.Address), StartChecks.Patience);
            return await Assert.ThrowsAsync<CannotStartException>(() => CloudInstallation.OpenAsync(settings, () => null, TimeProvider.System, names, default));
        }
    }

    private static CloudSettings Settings(string[] editions) => new()
    {
        Tables = "",
        Blobs = "",
        PublicAddress = new Uri("https://directive.province.example"),
        Authority = "52",
        Since = default,
        TrailKey = new byte[32],
        LinkSecret = new byte[32],
        ConfidentialKey = new byte[32],
        Mail = new MailOptions(),
        Editions = editions,
    };

    private static MailOptions Mail(string transport) => new() { Transport = transport, From = $"office@{Domain}" };

    private async Task LookAsync(string transport, Dictionary<string, string[]> texts, byte answer = 0)
    {
        await using var server = new NameServer(texts, answer: answer);
        await StartChecks.SenderAsync(Mail(transport), new DnsNames(IPEndPoint.Parse(server.Address), StartChecks.Patience), _said.Add, default);
    }

    private sealed class None : IDomainNames
    {
        public Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancel) => throw new InvalidOperationException("No name server.");
    }

    private sealed class Silent : IDomainNames
    {
        public async Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancel)
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return [];
        }
    }
}
