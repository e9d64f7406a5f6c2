using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace Directives.Tests.Mail.Transports;

/// <summary>What a mail server offers and asks for.</summary>
internal sealed record SmtpHabits
{
    public bool StartTls { get; init; } = true;

    /// <summary>User and password it wants; null to let everyone in.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>Answers instead of its own, by the command's first word (<c>GREET</c>, <c>RCPT</c>, <c>DATA</c>, <c>.</c> …); <c>drop</c> closes the connection.</summary>
    public IReadOnlyDictionary<string, string> Says { get; init; } = new Dictionary<string, string>();
}

/// <summary>A mail server on a free port of this machine, with a certificate of its own making, that can be told to fail.</summary>
internal sealed class SmtpStandIn : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly X509Certificate2 _certificate = MakeCertificate();
    private readonly Task _listening;

    public SmtpStandIn(SmtpHabits? habits = null)
    {
        Habits = habits ?? new SmtpHabits();
        _listener.Start();
        _listening = ListenAsync();
    }

    /// <summary>May change between letters.</summary>
    public SmtpHabits Habits { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>SHA-256 of its certificate.</summary>
    public string Fingerprint => _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>Letters taken: whether encrypted, and as they came over the wire.</summary>
    public ConcurrentQueue<(bool Encrypted, string Source)> Letters { get; } = [];

    /// <summary>Every command, passwords included.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    public static MimeMessage Read(string source) => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(source)));

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
        await _listening;
        _certificate.Dispose();
        _over.Dispose();
    }

    private async Task ListenAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true) sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_over.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await new Session(this, client.GetStream()).RunAsync(_over.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
            {
                // The other side went away.
            }
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var name = new SubjectAlternativeNameBuilder();
        name.AddDnsName("localhost");
        request.CertificateExtensions.Add(name.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        // A key that is only in memory cannot serve everywhere.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Session(SmtpStandIn server, Stream plain)
    {
        private Stream _stream = plain;
        private bool _encrypted;
        private bool _signedIn;

        public async Task RunAsync(CancellationToken cancel)
        {
            if (!await SayAsync("GREET", "220 stand-in", cancel)) return;
            while (await LineAsync(cancel) is { } line)
            {
                server.Commands.Enqueue(line);
                var word = line.Split(' ')[0].ToUpperInvariant();
                if (!await AnswerAsync(word, line, cancel)) return;
            }
        }

        private async Task<bool> AnswerAsync(string word, string line, CancellationToken cancel)
        {
            switch (word)
            {
                case "EHLO":
                    var offers = new List<string> { "250-stand-in", "250-8BITMIME", "250-ENHANCEDSTATUSCODES" };
                    if (server.Habits.StartTls && !_encrypted) offers.Add("250-STARTTLS");
                    if (server.Habits.Login is not null && (_encrypted || !server.Habits.StartTls)) offers.Add("250-AUTH PLAIN");
                    offers.Add("250 SIZE 31457280");
                    return await SayAsync(word, string.Join("\r\n", offers), cancel);
                case "STARTTLS":
                    if (!await SayAsync(word, "220 go on", cancel)) return false;
                    var secure = new SslStream(_stream);
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server._certificate }, cancel);
                    (_stream, _encrypted) = (secure, true);
                    return true;
                case "AUTH":
                    _signedIn = server.Habits.Login is { } login
                        && line.Split(' ') is [_, "PLAIN", var given] && Encoding.UTF8.GetString(Convert.FromBase64String(given)).Split('\0')[1..] is [var user, var password] && (user, password) == login;
                    return await SayAsync(word, _signedIn ? "235 2.7.0 welcome" : "535 5.7.8 Authentication credentials invalid", cancel);
                case "MAIL" when server.Habits.Login is not null && !_signedIn:
                    return await SayAsync(word, "530 5.7.0 Authentication required", cancel);
                case "DATA":
                    return await DataAsync(cancel);
                case "QUIT":
                    await SayAsync(word, "221 bye", cancel);
                    return false;
                default:
                    return await SayAsync(word, "250 2.1.0 fine", cancel);
            }
        }

        private async Task<bool> DataAsync(CancellationToken cancel)
        {
            if (!await SayAsync("DATA", "354 go on", cancel)) return false;
            if (server.Habits.Says.ContainsKey("DATA")) return true;
            var source = new StringBuilder();
            while (await LineAsync(cancel) is { } line && line != ".") source.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            var taken = !server.Habits.Says.TryGetValue(".", out var says) || says.StartsWith("take", StringComparison.Ordinal);
            if (taken) server.Letters.Enqueue((_encrypted, source.ToString()));
            return says != "take-and-drop" && await SayAsync(".", "250 2.0.0 taken", cancel);
        }

        private async Task<bool> SayAsync(string word, string usual, CancellationToken cancel)
        {
            var says = server.Habits.Says.GetValueOrDefault(word, usual);
            if (says == "drop") return false;
            await _stream.WriteAsync(Encoding.ASCII.GetBytes(says + "\r\n"), cancel);
            return true;
        }

        private async Task<string?> LineAsync(CancellationToken cancel)
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, cancel) == 1)
            {
                if (one[0] == '\n') return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
                line.Add(one[0]);
            }

            return null;
        }
    }
}
