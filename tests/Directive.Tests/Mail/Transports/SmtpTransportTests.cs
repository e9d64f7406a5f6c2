using System.Net;
using System.Net.Sockets;
using System.Text;
using Directives.Mail;
using Directives.Mail.Transports;
using MimeKit;

namespace Directives.Tests.Mail.Transports;

/// <summary>Letters by a mail server, against one that listens.</summary>
public sealed class SmtpTransportTests
{
    private static readonly SmtpHabits _strict = new() { Login = ("nhac-viec", "mật khẩu") };

    [Fact]
    public async Task A_letter_goes_encrypted_and_signed_in_and_says_whence_it_came()
    {
        await using var server = new SmtpStandIn(_strict);
        using var transport = Transport(server, s => (s.User, s.Password) = _strict.Login!.Value);
        await transport.SendAsync(SampleMail.Draft(), default);

        var (encrypted, source) = Assert.Single(server.Letters);
        Assert.True(encrypted);
        var message = SmtpStandIn.Read(source);
        Assert.Equal("m112.000003@binh-dinh.example", message.MessageId);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(SampleMail.Subject, message.Subject);
        Assert.Equal("van-phong@binh-dinh.example", message.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal(("Văn phòng Tỉnh ủy", "nhac-viec@binh-dinh.example"), (message.From.Mailboxes.Single().Name, message.From.Mailboxes.Single().Address));
        Assert.Equal((SampleMail.Title, SampleMail.Address), (message.To.Mailboxes.Single().Name, message.To.Mailboxes.Single().Address));
        Assert.Equal(SampleMail.Body, message.TextBody?.Trim());
        Assert.Contains(SampleMail.Body, message.HtmlBody!, StringComparison.Ordinal);
        Assert.Equal(["text/plain", "text/html"], Assert.IsType<MultipartAlternative>(message.Body).Select(p => p.ContentType.MimeType));
        Assert.False(message.Headers.Contains(HeaderId.ListUnsubscribe));
        Assert.False(((IMailTransport)transport).Reports);
    }

    [Fact]
    public async Task A_name_from_right_to_left_and_line_breaks_travel_safely_in_ascii()
    {
        await using var server = new SmtpStandIn();
        using var transport = new SmtpTransport(SampleMail.Smtp(server), SampleMail.Writing("Nhắc\r\nBcc: all@binh-dinh.example\r\n\r\nhết"));
        await transport.SendAsync(SampleMail.Draft(title: "السكرتير, \"الأول\"\r\nX-Evil: 1"), default);

        var source = Assert.Single(server.Letters).Source;
        var message = SmtpStandIn.Read(source);
        Assert.True(Ascii.IsValid(source));
        Assert.DoesNotContain(message.Headers, h => h.Field is "X-Evil" or "Bcc");
        Assert.Equal("Nhắc Bcc: all@binh-dinh.example hết", message.Subject);
        Assert.Equal(("السكرتير, \"الأول\" X-Evil: 1", SampleMail.Address), (message.To.Mailboxes.Single().Name, message.To.Mailboxes.Single().Address));
        Assert.All(source.Split("\r\n"), line => Assert.True(line.Length <= 998));
        Assert.DoesNotContain('\n', source.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_starttls_a_letter_that_needs_it_does_not_leave()
    {
        await using var server = new SmtpStandIn(new SmtpHabits { StartTls = false });
        using var transport = Transport(server);
        var fault = await DeferredAsync(transport);
        Assert.Equal((MailScope.Account, MailCodes.Encryption), (fault.Scope, fault.Code));
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted_unless_it_is_named()
    {
        await using var server = new SmtpStandIn();
        foreach (var print in new[] { "", new string('0', 64) })
        {
            using var transport = Transport(server, s => s.CertificateSha256 = print);
            Assert.Equal((MailScope.Account, MailCodes.Encryption), await DeferredAsync(transport) is var fault ? (fault.Scope, fault.Code) : default);
        }

        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task Where_the_settings_say_so_a_letter_goes_unencrypted()
    {
        await using var server = new SmtpStandIn(new SmtpHabits { StartTls = false });
        using var transport = Transport(server, s => s.StartTls = false);
        await transport.SendAsync(SampleMail.Draft(), default);
        Assert.False(Assert.Single(server.Letters).Encrypted);
    }

    [Fact]
    public async Task A_wrong_password_or_none_is_the_accounts_matter()
    {
        await using var server = new SmtpStandIn(_strict);
        using var wrong = Transport(server, s => (s.User, s.Password) = ("nhac-viec", "other"));
        using var none = Transport(server);
        Assert.Equal((MailScope.Account, MailCodes.Login, 535), Of(await DeferredAsync(wrong)));
        Assert.Equal((MailScope.Account, MailCodes.Login, 530), Of(await DeferredAsync(none)));
    }

    [Theory]
    [InlineData("GREET", "421 4.3.2 closing", MailScope.Provider, MailCodes.Busy)]
    [InlineData("GREET", "554 5.7.1 go away", MailScope.Account, MailCodes.Settings)]
    [InlineData("GREET", "drop", MailScope.Provider, MailCodes.Unreachable)]
    [InlineData("AUTH", "454 4.7.0 Temporary authentication failure", MailScope.Provider, MailCodes.Server)]
    [InlineData("MAIL", "451 4.3.0 try later", MailScope.Provider, MailCodes.Server)]
    [InlineData("MAIL", "550 5.7.1 sender not allowed", MailScope.Account, MailCodes.Sender)]
    [InlineData("MAIL", "drop", MailScope.Provider, MailCodes.Unreachable)]
    [InlineData("RCPT", "452 4.2.2 mailbox full", MailScope.Letter, MailCodes.Reader)]
    [InlineData("RCPT", "450 4.2.1 greylisted", MailScope.Letter, MailCodes.Reader)]
    [InlineData("RCPT", "drop", MailScope.Provider, MailCodes.Unreachable)]
    [InlineData("DATA", "451 4.3.0 try later", MailScope.Provider, MailCodes.Server)]
    [InlineData(".", "451 4.7.1 try later", MailScope.Letter, MailCodes.Content)]
    public async Task What_may_pass_is_put_off_for_whom_it_concerns(string at, string says, MailScope scope, string code)
    {
        await using var server = new SmtpStandIn(_strict with { Says = new Dictionary<string, string> { [at] = says } });
        using var transport = Transport(server, s => (s.User, s.Password) = _strict.Login!.Value);
        var fault = await DeferredAsync(transport);
        Assert.Equal((scope, code), (fault.Scope, fault.Code));
        SampleMail.AssertTellsNothing($"{fault}");
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <phu-trach@binh-dinh.example>: user unknown", MailCodes.Reader, "550 5.1.1 …: user unknown")]
    [InlineData("RCPT", "552 5.2.2 mailbox full", MailCodes.Reader, "552 5.2.2 mailbox full")]
    [InlineData(".", "554 5.7.1 looks like spam", MailCodes.Content, "554 5.7.1 looks like spam")]
    [InlineData(".", "552 5.3.4 too big", MailCodes.TooLarge, "552 5.3.4 too big")]
    public async Task What_never_passes_is_refused_in_the_servers_words_but_without_the_address(string at, string says, string code, string reason)
    {
        await using var server = new SmtpStandIn(new SmtpHabits { Says = new Dictionary<string, string> { [at] = says } });
        using var transport = Transport(server);
        var fault = await Assert.ThrowsAsync<MailRefusedException>(() => transport.SendAsync(SampleMail.Draft(), default));
        Assert.Equal((code, reason), (fault.Code, fault.Reason));
        SampleMail.AssertTellsNothing($"{fault}");
    }

    [Theory]
    [InlineData("drop", 0)]
    [InlineData("take-and-drop", 1)]
    public async Task Where_the_connection_breaks_with_the_letter_on_its_way_nobody_knows(string says, int taken)
    {
        await using var server = new SmtpStandIn(new SmtpHabits { Says = new Dictionary<string, string> { ["."] = says } });
        using var transport = Transport(server);
        await Assert.ThrowsAsync<MailUnknownException>(() => transport.SendAsync(SampleMail.Draft(), default));
        Assert.Equal(taken, server.Letters.Count);
        Assert.Equal(ProviderWord.Unknown, await transport.AskAsync("m112.000003", default));
    }

    [Fact]
    public async Task A_server_that_breaks_off_after_it_took_the_letter_has_it()
    {
        await using var server = new SmtpStandIn(new SmtpHabits { Says = new Dictionary<string, string> { ["QUIT"] = "drop" } });
        using var transport = Transport(server);
        await transport.SendAsync(SampleMail.Draft(), default);
        Assert.Single(server.Letters);
    }

    [Fact]
    public async Task A_server_that_is_not_there_never_had_the_letter()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var other = new SmtpStandIn();
        using var transport = Transport(other, s => s.Port = port);
        Assert.Equal((MailScope.Provider, MailCodes.Unreachable, null), Of(await DeferredAsync(transport)));
    }

    [Fact]
    public async Task A_server_that_accepts_and_says_nothing_is_left_after_a_while()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var other = new SmtpStandIn();
        using var transport = Transport(other, s => (s.Port, s.TimeoutSeconds) = (((IPEndPoint)silent.LocalEndpoint).Port, 1));
        Assert.Equal((MailScope.Provider, MailCodes.Unreachable, null), Of(await DeferredAsync(transport)));
    }

    private static (MailScope, string, int?) Of(MailDeferredException fault) => (fault.Scope, fault.Code, fault.Status);

    private static Task<MailDeferredException> DeferredAsync(SmtpTransport transport) =>
        Assert.ThrowsAsync<MailDeferredException>(() => transport.SendAsync(SampleMail.Draft(), default));

    private static SmtpTransport Transport(SmtpStandIn server, Action<SmtpOptions>? more = null) => new(SampleMail.Smtp(server, more), SampleMail.WriteAsync);
}
