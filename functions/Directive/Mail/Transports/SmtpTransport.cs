using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Directives.Mail.Transports;

/// <summary>Sends by an own mail server (R13): encrypted and signed in where that is set. It tells nothing of what became of a letter afterwards.</summary>
public sealed class SmtpTransport(MailOptions options, Func<LetterDraft, CancellationToken, Task<ComposedLetter>> write) : IMailTransport, IDisposable
{
    private const int ConnectionsAtOnce = 4;
    private readonly SemaphoreSlim _places = new(ConnectionsAtOnce, ConnectionsAtOnce);

    private SmtpOptions Smtp => options.Smtp;

    /// <inheritdoc/>
    public async Task SendAsync(LetterDraft draft, CancellationToken cancel)
    {
        if (!MailChecks.IsAddress(draft.Reader.Address)) throw new MailRefusedException(MailCodes.Address);
        using var message = SmtpMessage.Make(options, draft, await write(draft, cancel));
        await _places.WaitAsync(cancel);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(TimeSpan.FromSeconds(Smtp.TimeoutSeconds));
            await SendAsync(message, limit.Token, cancel);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>A mail server cannot be asked for a letter.</summary>
    public Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel) => Task.FromResult(ProviderWord.Unknown);

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private async Task SendAsync(MimeMessage message, CancellationToken limit, CancellationToken cancel)
    {
        using var client = new SmtpClient { Timeout = Smtp.TimeoutSeconds * 1000 };
        if (Smtp.CertificateSha256.Length > 0)
        {
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None
                || string.Equals(certificate?.GetCertHashString(HashAlgorithmName.SHA256), Smtp.CertificateSha256.Replace(":", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        var begun = new Begun();
        try
        {
            await client.ConnectAsync(Smtp.Host, Smtp.Port, Security(), limit);
            if (Smtp.User.Length > 0) await client.AuthenticateAsync(Smtp.User, Smtp.Password, limit);
            await client.SendAsync(message, limit, begun);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && SmtpFaults.Of(e, begun.Transferred) is { } fault)
        {
            throw fault;
        }

        try
        {
            await client.DisconnectAsync(true, limit);
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException or TimeoutException)
        {
            // The letter is taken; how the server says goodbye does not matter.
        }
    }

    private SecureSocketOptions Security() => Smtp switch
    {
        { StartTls: true } => SecureSocketOptions.StartTls,
        { Port: 465 } => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Knows whether any of the letter was on the wire.</summary>
    private sealed class Begun : ITransferProgress
    {
        public bool Transferred { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Transferred = true;

        public void Report(long bytesTransferred) => Transferred = true;
    }
}
