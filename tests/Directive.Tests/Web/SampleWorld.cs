using Directives.Access;
using Directives.Assistants;
using Directives.Attachments;
using Directives.Calendars;
using Directives.Language;
using Directives.Register;
using Directives.Reports;
using Directives.Tables;
using Directives.Web.History;
using Directives.Web.Office;

namespace Directives.Tests.Web;

/// <summary>What the pages are shown with: one report owed, by links of every fate.</summary>
internal sealed class SampleWorld : ILinkPages, IReportPages, IDraftPages, IReportReading, IAssistantPages, IRoles
{
    public const string Key = "q7Jm2xVt0bWc4Yh8Ns5Lr1Zk";
    public const string OtherKey = "Bq1Xw8Ed5Rf2Tg9Yh6Uj3Ik0";
    public const string ForgedKey = "AAAAAAAAAAAAAAAAAAAAAAAA";
    public const string ExpiredKey = "expired-key-000000000000";
    public const string OverKey = "over-key-00000000000000";
    public const string RevokedKey = "revoked-key-000000000000";
    public const string Receipt = "02-QD-TU.2023-04/monitor.21739/1";
    public const string Office = "office";
    public const string InCharge = "member-1";

    public static readonly Bilingual Head = new("Giám đốc Sở Y tế", "Head, Department of Health");

    public static readonly ReportContent Content = new()
    {
        Visits = [new(new(2023, 4, 4), "Thôn Cẩn Hậu"), new(new(2023, 4, 11), "Nhà văn hóa thôn Phú Trị")],
        WhomMet = "Bí thư Đảng ủy xã, Chủ tịch UBND xã, 12 hộ dân thôn Cẩn Hậu.",
        MeetingsAttended = "Họp Ban Chấp hành Đảng bộ xã ngày 4/4; đã phát biểu về phòng, chống sốt xuất huyết.",
        LivingConditions = "Đời sống ổn định; người dân lo giá mì giảm.\nQuan hệ giữa chính quyền và Nhân dân tốt.",
        Feedback = "Đường vào thôn Phú Trị hư hỏng, đi lại khó vào mùa mưa.",
        Promises = "Cử đoàn khám bệnh lưu động về thôn trong tháng 5.",
        Recommendations = "Đề nghị Sở Giao thông vận tải xem xét sửa 1,2 km đường vào thôn Phú Trị.",
    };

    private readonly DraftStore _drafts = new(new MemoryTables(), "1");
    private readonly AttachmentIntake _intake = new(new MemoryFiles());

    /// <summary>What was filed, in order.</summary>
    public List<ReportContent> Filed { get; } = [];

    /// <summary>Who assists now.</summary>
    public Assistant? Assistant { get; private set; }

    /// <summary>How often a link was opened by its button.</summary>
    public int Opened { get; private set; }

    public static ReportOwed Owed { get; } = new()
    {
        Id = "sheet-1/monitor.21739",
        Place = "Xã Hoài Sơn",
        Role = SeatRole.Monitor,
        Owner = Head,
        Cadence = Cadence.Month,
        From = new(2023, 3, 15),
        To = new(2023, 4, 14),
        Due = new(2023, 4, 21),
        Today = new(2023, 4, 17),
    };

    private static ReportOwed Other { get; } = Owed with { Id = "sheet-1/monitor.21637", Place = "Thị trấn Tam Quan" };

    public ValueTask<LinkLook> LookAsync(string key, CancellationToken cancel) => ValueTask.FromResult(key switch
    {
        Key when Filed.Count > 0 => new LinkLook(null, new LinkRefused(LinkRefusal.Over, Receipt)),
        Key => new LinkLook(SessionFor(Owed), Owed),
        OtherKey => new LinkLook(SessionFor(Other), Other),
        ExpiredKey => new LinkLook(null, new LinkRefused(LinkRefusal.Expired)),
        OverKey => new LinkLook(null, new LinkRefused(LinkRefusal.Over, Receipt)),
        RevokedKey => new LinkLook(null, new LinkRefused(LinkRefusal.Revoked)),
        _ => new LinkLook(null, new LinkRefused(LinkRefusal.Unknown)),
    });

    public ValueTask<LinkLook> OpenAsync(string key, LinkUse use, CancellationToken cancel)
    {
        Opened++;
        return LookAsync(key, cancel);
    }

    public ValueTask<ReportLook> LookAsync(LinkSession session, CancellationToken cancel) => ValueTask.FromResult(Look(session));

    public ValueTask<ReportLook> FileAsync(LinkSession session, ReportContent content, int? amends, CancellationToken cancel)
    {
        if (content.Feedback == "break") throw new InvalidOperationException("The sample breaks as asked.");
        Filed.Add(content);
        return ValueTask.FromResult(Look(session));
    }

    public async ValueTask<DraftSaved?> SaveAsync(LinkSession session, DraftSave draft, CancellationToken cancel)
    {
        var next = new Draft { Number = 0, Writer = draft.Writer, By = "x", Title = Head, At = DateTimeOffset.UnixEpoch, Versions = 0, Form = draft.Form };
        return await _drafts.SaveAsync(session.Sheet, session.Seat, next, draft.Seen, draft.KeepFiles, cancel) switch
        {
            DraftSaving.Kept kept => new DraftSaved(Seen(kept.Draft), true),
            DraftSaving.Conflict conflict => new DraftSaved(Seen(conflict.Theirs), false),
            _ => null,
        };
    }

    public ValueTask<IReadOnlyList<SubstanceHint>> HintsAsync(LinkSession session, ReportContent content, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<SubstanceHint>>([]);

    public ValueTask DiscardAsync(LinkSession session, CancellationToken cancel) => _drafts.DeleteAsync(session.Sheet, session.Seat, cancel);

    public Task<Attachment> TakeAsync(string name, Stream content, CancellationToken cancel) => _intake.TakeAsync(name, content, cancel);

    public ValueTask<ReportVersions?> VersionsAsync(LinkSession session, CancellationToken cancel) => ValueTask.FromResult<ReportVersions?>(
        new(Owed.Place, [.. Filed.Select((content, i) => new ReportVersion(i + 1, SampleReceipt(), content)).Reverse()]));

    public ValueTask<ThingHistory?> HistoryAsync(LinkSession session, CancellationToken cancel) =>
        ValueTask.FromResult<ThingHistory?>(new(Owed.Place, Owed.Role, Owed.Cadence, Owed.From, Owed.To, [], ReportEndpoints.Path));

    public ValueTask<OpenedFile?> OpenAsync(LinkSession session, string hash, CancellationToken cancel) => OpenAsync(hash);

    public ValueTask<OpenedFile?> OpenAsync(SeatPath path, string hash, CancellationToken cancel) => OpenAsync(hash);

    public ValueTask<Assistant?> FindAsync(LinkSession session, CancellationToken cancel) => ValueTask.FromResult(Assistant);

    public Task<AssistantRefusal?> NameAsync(LinkSession session, AssistantNaming naming, CancellationToken cancel)
    {
        var refusal = AssistantRules.Refuses(naming.Title, naming.Address, naming.Language, []);
        if (refusal is null) Assistant = new Assistant(session.Official, (Assistant?.Number ?? 0) + 1, naming.Title, naming.Address, naming.Language);
        return Task.FromResult(refusal);
    }

    public Task RemoveAsync(LinkSession session, CancellationToken cancel)
    {
        Assistant = null;
        return Task.CompletedTask;
    }

    public Task<bool> AskToFileAsync(LinkSession session, CancellationToken cancel) => Task.FromResult(!session.MayFile);

    public ValueTask<Who> OfAsync(string official, CancellationToken cancel) =>
        ValueTask.FromResult(official switch { Office => Who.Office, InCharge => Who.InCharge, _ => Who.Nobody });

    public static LinkSession SessionFor(ReportOwed owed) => new($"hash-of-{owed.Id}", "sheet-1", owed.Id, "head-health", Head, "vi");

    private static ValueTask<OpenedFile?> OpenAsync(string hash) => ValueTask.FromResult<OpenedFile?>(
        new(new Attachment(hash, "Tờ trình.pdf", "application/pdf", 5), new MemoryStream("%PDF-"u8.ToArray())));

    private static DraftSeen Seen(Draft draft) => new(draft.Number, draft.Writer, new(2023, 4, 17, 9, 31, 0), Head, draft.Form, draft.Attachments);

    private ReportLook Look(LinkSession session)
    {
        if (session.Seat == Other.Id) return Other;
        return Filed.LastOrDefault() is { } content
            ? new ReportFiled(SampleReceipt(), Owed.Place, Owed.Cadence, Owed.From, Owed.To, content)
            : Owed;
    }

    public static ReportReceipt SampleReceipt() =>
        new(Receipt, new(2023, 4, 17, 2, 31, 0, TimeSpan.Zero), new(2023, 4, 17, 9, 31, 0), OnTime: true, AfterClosing: false);
}
