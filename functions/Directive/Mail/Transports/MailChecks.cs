using System.Net;
using MimeKit;

namespace Directives.Mail.Transports;

/// <summary>What is wrong with a setting, and what to do.</summary>
/// <param name="Key">Its name, from <c>Mail</c> on, with colons.</param>
/// <param name="What">In words; never the value of a secret.</param>
public sealed record MailProblem(string Key, string What);

/// <summary>Checks the settings of mail before anything is sent; pure.</summary>
public static class MailChecks
{
    private const int LongestWait = 300;

    /// <summary>All that is wrong; empty where the settings can be used.</summary>
    public static IReadOnlyList<MailProblem> Of(MailOptions options)
    {
        var problems = new List<MailProblem>();
        switch (options.Transport)
        {
            case MailOptions.OutboxName:
                break;
            case MailOptions.SendGridName:
                Sender(options, problems);
                SendGrid(options.SendGrid, problems);
                break;
            case MailOptions.SmtpName:
                Sender(options, problems);
                Smtp(options.Smtp, problems);
                break;
            default:
                Say(problems, "Transport", $"'{options.Transport}' is none of {string.Join(", ", MailOptions.Transports)}");
                break;
        }

        return problems;
    }

    /// <summary>Whether it is a mail address and nothing else: no name, no list, no line break. Of ASCII only, since many servers take no other.</summary>
    public static bool IsAddress(string address) =>
        address.All(c => c is > ' ' and <= '~')
        && MailboxAddress.TryParse(address, out var mailbox)
        && mailbox.Address == address && mailbox.LocalPart.Length is > 0 and <= 64 && address.Length <= 254
        && mailbox.Domain.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(mailbox.Domain) == UriHostNameType.Dns;

    private static void Sender(MailOptions options, List<MailProblem> problems)
    {
        if (!IsAddress(options.From)) Say(problems, "From", "give the sender's mail address");
        if (!IsAddress(options.ReplyTo)) Say(problems, "ReplyTo", "give a mail address that the office reads: readers answer there");
        if (HeaderText.Line(options.FromName).Length == 0) Say(problems, "FromName", "give the sender's name, such as the office's");
    }

    private static void SendGrid(SendGridOptions options, List<MailProblem> problems)
    {
        if (options.Key.Length == 0) Say(problems, "SendGrid:Key", "give a key that may send mail");
        else if (options.Key.Any(c => c is <= ' ' or > '~')) Say(problems, "SendGrid:Key", "a key holds no spaces, line breaks or letters beyond ASCII; copy it again");
        if (!Uri.TryCreate(options.Address, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            Say(problems, "SendGrid:Address", "give an address that begins with https://, or leave it out");
        Wait(options.TimeoutSeconds, "SendGrid:TimeoutSeconds", problems);
    }

    private static void Smtp(SmtpOptions options, List<MailProblem> problems)
    {
        if (Uri.CheckHostName(options.Host) == UriHostNameType.Unknown) Say(problems, "Smtp:Host", "give the mail server's name");
        if (options.Port is < 1 or > 65535) Say(problems, "Smtp:Port", "give a number from 1 to 65535, mostly 587");
        if (options.User.Length == 0 != (options.Password.Length == 0))
            Say(problems, options.User.Length == 0 ? "Smtp:User" : "Smtp:Password", "user and password go together: give both or none");
        if (options.Password.Length > 0 && !options.StartTls && options.Port != 465 && !IsLoopback(options.Host))
            Say(problems, "Smtp:StartTls", "a password may not travel unencrypted: leave STARTTLS on, or use port 465");
        var print = options.CertificateSha256.Replace(":", "", StringComparison.Ordinal);
        if (print.Length is not (0 or 64) || !print.All(char.IsAsciiHexDigit))
            Say(problems, "Smtp:CertificateSha256", "give the certificate's SHA-256 as 64 hexadecimal digits, or leave it out");
        Wait(options.TimeoutSeconds, "Smtp:TimeoutSeconds", problems);
    }

    private static void Wait(int seconds, string key, List<MailProblem> problems)
    {
        // The lease on a letter must outlast it.
        if (seconds is < 1 or > LongestWait) Say(problems, key, $"give a number of seconds from 1 to {LongestWait}");
    }

    private static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static void Say(List<MailProblem> problems, string key, string what) => problems.Add(new MailProblem($"{MailOptions.Section}:{key}", what));
}
