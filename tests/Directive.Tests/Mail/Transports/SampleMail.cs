using Directives.Chasing;
using Directives.Mail;
using Directives.Mail.Transports;
using Directives.Register;
using Directives.Tests.Chasing;
using Directives.Tests.Mail.Deliveries;

namespace Directives.Tests.Mail.Transports;

/// <summary>One letter, whose every part can be told from all else, and settings to send it by.</summary>
internal static class SampleMail
{
    private static readonly string EventKey = new SignedEvents().PublicKey;

    public const string Subject = "Nhắc báo cáo xã Hoài Ân";
    public const string Body = "Kính gửi đồng chí, báo cáo tháng Tư đến hạn ngày 10/5.";
    public const string Address = "phu-trach@binh-dinh.example";
    public const string Title = "Ủy viên Ban Thường vụ";

    public static LetterDraft Draft(string? address = null, string? title = null, string id = "m112.000003") => new(
        id,
        new Official("m112", title ?? Title, "Member", null, address ?? Address),
        [
            new DraftNotice(MailboxBench.Told("m112", "before2", SmallProvince.Begin, NoticeKind.Reminder), null, null),
            new DraftNotice(MailboxBench.Told("m112", "due", SmallProvince.Begin, NoticeKind.Reminder), null, null),
            new DraftNotice(MailboxBench.Told("m112", "tally", SmallProvince.Begin), null, null),
        ],
        SmallProvince.Begin);

    public static readonly Func<LetterDraft, CancellationToken, Task<ComposedLetter>> WriteAsync = Writing(Subject);

    /// <summary>Words with any subject.</summary>
    public static Func<LetterDraft, CancellationToken, Task<ComposedLetter>> Writing(string subject) =>
        (draft, _) => Task.FromResult(new ComposedLetter(subject, Body, $"<p>{Body}</p>", draft.Reader.Language));

    public static MailOptions Options(Action<MailOptions> more)
    {
        var options = new MailOptions { From = "nhac-viec@binh-dinh.example", FromName = "Văn phòng Tỉnh ủy", ReplyTo = "van-phong@binh-dinh.example" };
        more(options);
        return options;
    }

    public static MailOptions SendGrid(string address, string key = SendGridStandIn.Key) => Options(o =>
    {
        o.Transport = MailOptions.SendGridName;
        o.SendGrid.Address = address;
        o.SendGrid.Key = key;
        o.SendGrid.EventKey = EventKey;
    });

    public static MailOptions Smtp(SmtpStandIn server, Action<SmtpOptions>? more = null) => Options(o =>
    {
        o.Transport = MailOptions.SmtpName;
        (o.Smtp.Host, o.Smtp.Port, o.Smtp.CertificateSha256, o.Smtp.TimeoutSeconds) = ("localhost", server.Port, server.Fingerprint, 20);
        more?.Invoke(o.Smtp);
    });

    /// <summary>What no log and no error may hold.</summary>
    public static void AssertTellsNothing(string text)
    {
        foreach (var part in new[] { Address, Address.Split('@')[0], Title, Subject, Body, "Hoài Ân", SendGridStandIn.Key, "@" }) Assert.DoesNotContain(part, text, StringComparison.OrdinalIgnoreCase);
    }
}
