using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Directives.Mail;
using Directives.Mail.Transports;
using Microsoft.Extensions.Time.Testing;

namespace Directives.Tests.Mail.Transports;

/// <summary>Letters by SendGrid, against a server that keeps its rules.</summary>
public sealed class SendGridTransportTests
{
    private static readonly FakeTimeProvider _clock = new(new DateTimeOffset(2023, 5, 10, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_letter_keeps_all_rules_and_nothing_of_it_is_tracked()
    {
        await using var server = await SendGridStandIn.StartAsync();
        await Transport(server).SendAsync(SampleMail.Draft(), default);

        var letter = Assert.Single(server.Letters);
        Assert.Empty(MailSendRules.Broken(letter));
        Assert.Equal("van-phong@binh-dinh.example", (string?)letter["reply_to"]!["email"]);
        Assert.Equal(("nhac-viec@binh-dinh.example", "Văn phòng Tỉnh ủy"), ((string?)letter["from"]!["email"], (string?)letter["from"]!["name"]));
        Assert.Equal(SampleMail.Subject, (string?)letter["subject"]);
        Assert.Equal(["text/plain", "text/html"], letter["content"]!.AsArray().Select(c => (string?)c!["type"]));
        Assert.Equal(SampleMail.Body, (string?)letter["content"]![0]!["value"]);
        Assert.Equal(["reminder", "tally"], letter["categories"]!.AsArray().Select(c => (string?)c));
        Assert.Equal("""{"letter":"m112.000003"}""", letter["custom_args"]!.ToJsonString());
        var to = letter["personalizations"]!.AsArray().Single()!["to"]!.AsArray().Single()!;
        Assert.Equal((SampleMail.Address, SampleMail.Title), ((string?)to["email"], (string?)to["name"]));
    }

    [Theory]
    [InlineData("click_tracking")]
    [InlineData("open_tracking")]
    [InlineData("ganalytics")]
    public void A_letter_that_is_tracked_or_names_its_reader_would_be_found(string tracking)
    {
        var letter = JsonNode.Parse("""
            {"personalizations":[{"to":[{"email":"a@b.example","name":"Bí thư"}]}],"subject":"S-1","categories":["s-1"],"custom_args":{"to":"a@b.example"},
             "tracking_settings":{"click_tracking":{"enable":false},"open_tracking":{"enable":false},"subscription_tracking":{"enable":false},"ganalytics":{"enable":false}}}
            """)!.AsObject();
        Assert.Equal(3, MailSendRules.Broken(letter).Count);
        letter["tracking_settings"]!.AsObject().Remove(tracking);
        Assert.Contains($"{tracking} is not off", MailSendRules.Broken(letter));
    }

    [Fact]
    public async Task Line_breaks_in_a_title_or_a_subject_begin_no_header_and_a_name_from_right_to_left_stays_whole()
    {
        await using var server = await SendGridStandIn.StartAsync();
        var transport = Transport(server, write: SampleMail.Writing("Nhắc\r\nBcc: all@binh-dinh.example\u2028việc"));
        await transport.SendAsync(SampleMail.Draft(title: "السكرتير\r\nX-Evil: 1 \u202Eđảo"), default);

        var letter = Assert.Single(server.Letters);
        Assert.Equal("Nhắc Bcc: all@binh-dinh.example việc", (string?)letter["subject"]);
        Assert.Equal("السكرتير X-Evil: 1 đảo", (string?)letter["personalizations"]![0]!["to"]![0]!["name"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("Tên <a@b.example>")]
    public async Task What_is_no_address_is_refused_before_anybody_is_asked(string address)
    {
        await using var server = await SendGridStandIn.StartAsync();
        var fault = await Assert.ThrowsAsync<MailRefusedException>(() => Transport(server).SendAsync(SampleMail.Draft(address), default));
        Assert.Equal((MailCodes.Address, 0), (fault.Code, server.Asked));
    }

    [Fact]
    public async Task An_address_that_the_provider_rejects_is_refused_in_its_own_words_but_without_the_address()
    {
        await using var server = await SendGridStandIn.StartAsync();
        server.Next.Enqueue(new Trouble(400, MailSendRules.Errors(($"Does not contain a valid address: <{SampleMail.Address}>.", "personalizations.0.to.0.email"))));
        var fault = await Assert.ThrowsAsync<MailRefusedException>(() => Transport(server).SendAsync(SampleMail.Draft(), default));
        Assert.Equal((MailCodes.Reader, 400, "400 Does not contain a valid address: …."), (fault.Code, fault.Status, fault.Reason));
        SampleMail.AssertTellsNothing($"{fault} {fault.Reason}");
    }

    [Fact]
    public async Task A_letter_over_30_megabytes_is_refused()
    {
        await using var server = await SendGridStandIn.StartAsync();
        var transport = Transport(server, write: (_, _) => Task.FromResult(new ComposedLetter("S", new string('a', MailSendRules.MostBytes), "<p>", "vi")));
        Assert.Equal((MailCodes.TooLarge, 413), Of(await Assert.ThrowsAsync<MailRefusedException>(() => transport.SendAsync(SampleMail.Draft(), default))));
    }

    [Fact]
    public async Task A_letter_that_breaks_a_rule_is_refused()
    {
        await using var server = await SendGridStandIn.StartAsync();
        var transport = Transport(server, write: SampleMail.Writing(""));
        Assert.Equal((MailCodes.Content, 400), Of(await Assert.ThrowsAsync<MailRefusedException>(() => transport.SendAsync(SampleMail.Draft(), default))));
    }

    [Fact]
    public async Task A_wrong_key_is_the_accounts_matter()
    {
        await using var server = await SendGridStandIn.StartAsync();
        var fault = await Assert.ThrowsAsync<MailDeferredException>(() => Transport(server, key: "SG.other").SendAsync(SampleMail.Draft(), default));
        Assert.Equal((MailCodes.Login, 401, MailScope.Account), (fault.Code, fault.Status, fault.Scope));
    }

    [Theory]
    [InlineData(403, "from", MailCodes.Sender, MailScope.Account)]
    [InlineData(403, null, MailCodes.Login, MailScope.Account)]
    [InlineData(400, "from.email", MailCodes.Sender, MailScope.Account)]
    [InlineData(400, "reply_to.email", MailCodes.Sender, MailScope.Account)]
    [InlineData(404, null, MailCodes.Settings, MailScope.Account)]
    [InlineData(302, null, MailCodes.Settings, MailScope.Account)]
    [InlineData(408, null, MailCodes.Server, MailScope.Provider)]
    [InlineData(500, null, MailCodes.Server, MailScope.Provider)]
    [InlineData(502, null, MailCodes.Server, MailScope.Provider)]
    [InlineData(503, null, MailCodes.Server, MailScope.Provider)]
    public async Task What_may_pass_is_put_off_for_whom_it_concerns(int status, string? field, string code, MailScope scope)
    {
        await using var server = await SendGridStandIn.StartAsync();
        server.Next.Enqueue(new Trouble(status, MailSendRules.Errors(("no", field))));
        var fault = await Assert.ThrowsAsync<MailDeferredException>(() => Transport(server).SendAsync(SampleMail.Draft(), default));
        Assert.Equal((code, status, scope, (DateTimeOffset?)null), (fault.Code, fault.Status, fault.Scope, fault.Until));
    }

    [Theory]
    [InlineData("X-RateLimit-Reset", "1683684000", 3600)]
    [InlineData("Retry-After", "90", 90)]
    [InlineData("Retry-After", "Wed, 10 May 2023 01:02:00 GMT", 120)]
    [InlineData("X-RateLimit-Reset", "soon", null)]
    [InlineData("X-RateLimit-Reset", "99999999999999999", null)]
    [InlineData("X-RateLimit-Limit", "150", null)]
    public async Task Too_many_requests_wait_for_the_time_that_the_provider_names(string header, string value, int? seconds)
    {
        await using var server = await SendGridStandIn.StartAsync();
        server.Next.Enqueue(new Trouble(429, MailSendRules.Errors(("too many requests", null)), new Dictionary<string, string> { [header] = value }));
        var fault = await Assert.ThrowsAsync<MailDeferredException>(() => Transport(server).SendAsync(SampleMail.Draft(), default));
        Assert.Equal((MailCodes.Busy, MailScope.Provider), (fault.Code, fault.Scope));
        Assert.Equal(seconds is { } s ? _clock.GetUtcNow().AddSeconds(s) : null, fault.Until);
    }

    [Theory]
    [InlineData(200, "<html>welcome to the hotel</html>")]
    [InlineData(202, "{")]
    [InlineData(202, "")]
    public async Task An_answer_that_is_no_json_is_fine_where_the_letter_is_taken(int status, string body)
    {
        await using var server = await SendGridStandIn.StartAsync();
        server.Next.Enqueue(new Trouble(status, body));
        await Transport(server).SendAsync(SampleMail.Draft(), default);
        Assert.Equal(1, server.Asked);
    }

    [Theory]
    [InlineData("<html>proxy</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"errors":"none"}""")]
    [InlineData("""{"errors":[]}""")]
    [InlineData("null")]
    public async Task A_refusal_that_is_no_json_is_not_the_providers_and_loses_nothing(string body)
    {
        await using var server = await SendGridStandIn.StartAsync();
        server.Next.Enqueue(new Trouble(400, body));
        var fault = await Assert.ThrowsAsync<MailDeferredException>(() => Transport(server).SendAsync(SampleMail.Draft(), default));
        Assert.Equal((MailScope.Letter, MailCodes.Settings), (fault.Scope, fault.Code));
    }

    [Fact]
    public async Task A_provider_that_is_not_there_never_had_the_letter()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        foreach (var address in new[] { $"http://127.0.0.1:{port}", "http://no-such-host.example" })
        {
            var options = SampleMail.SendGrid(address);
            var transport = new SendGridTransport(options, SendGridTransport.Http(options.SendGrid), SampleMail.WriteAsync, _clock);
            var fault = await Assert.ThrowsAsync<MailDeferredException>(() => transport.SendAsync(SampleMail.Draft(), default));
            Assert.Equal((MailScope.Provider, MailCodes.Unreachable), (fault.Scope, fault.Code));
            SampleMail.AssertTellsNothing($"{fault}");
        }
    }

    public static TheoryData<int> Lost => [Trouble.Dropped.Status, Trouble.Silent.Status, Trouble.TakenAndDropped.Status, 504];

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task Where_no_answer_comes_nobody_knows(int trouble)
    {
        await using var server = await SendGridStandIn.StartAsync();
        server.Next.Enqueue(new Trouble(trouble));
        var fault = await Assert.ThrowsAsync<MailUnknownException>(() => Transport(server, patience: TimeSpan.FromSeconds(trouble == -2 ? 1 : 60)).SendAsync(SampleMail.Draft(), default));
        Assert.Equal(MailCodes.NoWord, fault.Code);
        Assert.Equal(1, server.Asked);
    }

    [Fact]
    public async Task Whoever_stops_the_program_stops_the_try()
    {
        await using var server = await SendGridStandIn.StartAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport(server).SendAsync(SampleMail.Draft(), stop.Token));
    }

    [Fact]
    public async Task Only_its_events_tell_what_became_of_a_letter()
    {
        await using var server = await SendGridStandIn.StartAsync();
        var transport = Transport(server);
        Assert.True(transport.Reports);
        Assert.Equal(ProviderWord.Unknown, await transport.AskAsync("m112.000003", default));
    }

    private static (string, int?) Of(MailFaultException fault) => (fault.Code, fault.Status);

    private static SendGridTransport Transport(
        SendGridStandIn server, string key = SendGridStandIn.Key, Func<LetterDraft, CancellationToken, Task<ComposedLetter>>? write = null, TimeSpan? patience = null)
    {
        var options = SampleMail.SendGrid(server.Address, key);
        var http = SendGridTransport.Http(options.SendGrid);
        if (patience is { } limit) http.Timeout = limit;
        return new SendGridTransport(options, http, write ?? SampleMail.WriteAsync, _clock);
    }
}
