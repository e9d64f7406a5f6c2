namespace Directives.Mail.Transports;

/// <summary>Makes the transport that the settings name.</summary>
public static class MailTransports
{
    /// <summary>The transport; the outbox itself where no other is named.</summary>
    /// <param name="options">Checked already by <see cref="MailChecks"/>.</param>
    /// <param name="write">Puts a letter into words.</param>
    public static IMailTransport Make(MailOptions options, Outbox outbox, Func<LetterDraft, CancellationToken, Task<ComposedLetter>> write, TimeProvider clock) =>
        options.Transport switch
        {
            MailOptions.SendGridName => new SendGridTransport(options, SendGridTransport.Http(options.SendGrid), write, clock),
            MailOptions.SmtpName => new SmtpTransport(options, write),
            _ => outbox,
        };
}
