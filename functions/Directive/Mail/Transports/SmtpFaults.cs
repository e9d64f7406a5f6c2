using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Directives.Mail.Transports;

/// <summary>What an error of a mail server means for the letter; pure.</summary>
internal static class SmtpFaults
{
    /// <summary>The fault; null where the error is none of mail.</summary>
    /// <param name="transferred">Some of the letter was on the wire already.</param>
    public static MailFaultException? Of(Exception error, bool transferred) => error switch
    {
        SmtpCommandException refused => Of(refused),
        AuthenticationException { InnerException: SmtpCommandException { StatusCode: var code } inner } when IsTemporary(code) =>
            new MailDeferredException(MailScope.Provider, MailCodes.Server, (int)code, inner.Message),
        AuthenticationException login => new MailDeferredException(
            MailScope.Account, MailCodes.Login, (int?)(login.InnerException as SmtpCommandException)?.StatusCode, login.InnerException?.Message),
        SslHandshakeException or System.Security.Authentication.AuthenticationException => new MailDeferredException(MailScope.Account, MailCodes.Encryption),
        // No STARTTLS, or no way to sign in that both know.
        NotSupportedException => new MailDeferredException(MailScope.Account, MailCodes.Encryption),
        _ when transferred && IsLost(error) => new MailUnknownException(),
        _ when IsLost(error) => new MailDeferredException(MailScope.Provider, MailCodes.Unreachable),
        _ => null,
    };

    private static MailFaultException Of(SmtpCommandException refused)
    {
        var (code, said) = ((int)refused.StatusCode, refused.Message);
        return refused.ErrorCode switch
        {
            // 421: the server closes; 5.3x and 535: it wants another login.
            _ when code == 421 => new MailDeferredException(MailScope.Provider, MailCodes.Busy, code, said),
            _ when code is 530 or 534 or 535 or 538 => new MailDeferredException(MailScope.Account, MailCodes.Login, code, said),
            not SmtpErrorCode.RecipientNotAccepted when code == 552 => new MailRefusedException(MailCodes.TooLarge, code, said),
            SmtpErrorCode.RecipientNotAccepted => IsTemporary(refused.StatusCode)
                ? new MailDeferredException(MailScope.Letter, MailCodes.Reader, code, said)
                : new MailRefusedException(MailCodes.Reader, code, said),
            SmtpErrorCode.MessageNotAccepted => IsTemporary(refused.StatusCode)
                ? new MailDeferredException(MailScope.Letter, MailCodes.Content, code, said)
                : new MailRefusedException(MailCodes.Content, code, said),
            SmtpErrorCode.SenderNotAccepted => IsTemporary(refused.StatusCode)
                ? new MailDeferredException(MailScope.Provider, MailCodes.Server, code, said)
                : new MailDeferredException(MailScope.Account, MailCodes.Sender, code, said),
            _ => IsTemporary(refused.StatusCode)
                ? new MailDeferredException(MailScope.Provider, MailCodes.Server, code, said)
                : new MailDeferredException(MailScope.Account, MailCodes.Settings, code, said),
        };
    }

    private static bool IsTemporary(SmtpStatusCode code) => (int)code is >= 400 and < 500;

    private static bool IsLost(Exception error) =>
        error is SocketException or IOException or SmtpProtocolException or ServiceNotConnectedException or TimeoutException or OperationCanceledException;
}
