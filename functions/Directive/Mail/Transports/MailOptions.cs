namespace Directives.Mail.Transports;

/// <summary>How letters leave. Section <c>Mail</c> of an installation's settings; checked by <see cref="MailChecks"/> at the start.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Mail";

    /// <summary>The ways; each a value of <see cref="Transport"/>.</summary>
    public static readonly IReadOnlyList<string> Transports = [OutboxName, SendGridName, SmtpName];

    /// <summary>Letters stay on this machine, to be read in the browser.</summary>
    public const string OutboxName = "Outbox";

    public const string SendGridName = "SendGrid";

    public const string SmtpName = "Smtp";

    /// <summary><c>Outbox</c>, <c>SendGrid</c> or <c>Smtp</c>.</summary>
    public string Transport { get; set; } = OutboxName;

    /// <summary>The sender's mail address.</summary>
    public string From { get; set; } = "";

    /// <summary>The sender's name as readers see it.</summary>
    public string FromName { get; set; } = "";

    /// <summary>Where a reader's answer goes: an address that the office reads.</summary>
    public string ReplyTo { get; set; } = "";

    public SendGridOptions SendGrid { get; set; } = new();

    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>Sending by SendGrid's v3 interface. Section <c>Mail:SendGrid</c>.</summary>
public sealed class SendGridOptions
{
    /// <summary>The key; it needs the right to send mail and no other. Never in a file of the repository.</summary>
    public string Key { get; set; } = "";

    /// <summary>Address of the interface; HTTPS, but on this very machine.</summary>
    public string Address { get; set; } = "https://api.sendgrid.com";

    /// <summary>Longest wait for an answer, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}

/// <summary>Sending by an own mail server. Section <c>Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>Require STARTTLS. Without it port 465 is encrypted from the first byte, and any other not at all.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>Empty where the server wants none.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>SHA-256 of the server's certificate in hexadecimal, for a server whose certificate no public authority signed; empty to trust those.</summary>
    public string CertificateSha256 { get; set; } = "";

    /// <summary>Longest time for a letter, from connecting to the last word, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 60;
}
