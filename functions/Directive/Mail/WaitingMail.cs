using Directives.Chasing;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Mail;

/// <summary>What waits in a mailbox and what of it may be told now.</summary>
/// <param name="RowKey">Key of the waiting row.</param>
/// <param name="NoticeKey">Key of the notice's row.</param>
/// <param name="Window">Earliest time (UTC).</param>
public sealed record WaitingMail(string RowKey, string NoticeKey, NoticeKind Kind, DateTimeOffset Window)
{
    /// <summary>Whether it is a rung of a ladder.</summary>
    public bool IsRung => Climbs(Kind);

    /// <summary>Whether it is about somebody else's obligation: gathered, at most one such letter a day.</summary>
    public bool IsEscalation => Escalates(Kind);

    /// <summary>Whether it goes at once: a person has just acted and waits for it.</summary>
    public bool IsBell => Rings(Kind);

    /// <summary>Whether notices of a kind are rungs of a ladder.</summary>
    public static bool Climbs(NoticeKind kind) => kind is NoticeKind.Reminder or NoticeKind.Clerk or NoticeKind.CaseReminder || Escalates(kind);

    /// <summary>Whether notices of a kind are about somebody else's obligation.</summary>
    public static bool Escalates(NoticeKind kind) => kind is NoticeKind.Escalation or NoticeKind.Telephone or NoticeKind.CaseEscalation;

    /// <summary>Whether notices of a kind go at once.</summary>
    public static bool Rings(NoticeKind kind) => kind is NoticeKind.Receipt or NoticeKind.Returned or NoticeKind.Extended or NoticeKind.ExtensionDeclined
        or NoticeKind.Asked or NoticeKind.Named or NoticeKind.Ready or NoticeKind.SignIn or NoticeKind.DeskChanged or NoticeKind.StandIn;

    /// <summary>The notice itself, where it need not be read.</summary>
    public Notice? Notice { get; init; }

    /// <summary>The first of what waits, by window; more may follow. Null for all of it.</summary>
    public static async ValueTask<IReadOnlyList<WaitingMail>> ReadAsync(DossierStore dossiers, DossierId id, int? limit, CancellationToken cancel)
    {
        var rows = await dossiers.Tables.QueryAsync(id.Table, id.Partition, KeyRange.Prefix(MailboxKeys.WaitingPrefix), limit, cancel);
        return [.. rows.Select(row => Of(row.Key, Stored.Read<Waiting>(row)))];
    }

    /// <summary>The same under a head that is about to be replaced: what this process delivered just now need not be read, where nothing else waited.</summary>
    public static async ValueTask<IReadOnlyList<WaitingMail>> RecallAsync(DossierStore dossiers, DossierId id, Held<MailboxHead> held, int? limit, CancellationToken cancel) =>
        dossiers.Last(id) is { Before: null or MailboxHead { Window: null } } last && last.HeldAs<MailboxHead>()?.Version == held.Version && Delivered(last) is { Count: > 0 } known
            ? known
            : await ReadAsync(dossiers, id, limit, cancel);

    private static List<WaitingMail> Delivered(LastAct act) =>
    [
        .. act.Changes.OfType<Insert>().Where(row => row.Key.StartsWith(MailboxKeys.WaitingPrefix, StringComparison.Ordinal)).OrderBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => Of(row.Key, Stored.Read<Waiting>(row.Body)))
            .Select(waits => act.Find(waits.NoticeKey) is { } body ? waits with { Notice = Stored.Read<HeldNotice>(body).Notice } : waits),
    ];

    private static WaitingMail Of(string key, Waiting waiting) => new(key, waiting.Notice, waiting.Kind, MailboxKeys.WindowOf(key));

    /// <summary>
    /// What goes into a letter now: all whose window has come; and if an escalation is among them, those of the same day that
    /// would come later, since a reader gets one such letter a day.
    /// </summary>
    /// <param name="waiting">What waits, by window.</param>
    /// <param name="now">UTC.</param>
    /// <param name="endOfDay">End of the local day (UTC).</param>
    /// <param name="escalates">The letter that is being put together holds an escalation already.</param>
    public static IReadOnlyList<WaitingMail> Due(
        IReadOnlyList<WaitingMail> waiting, DateTimeOffset now, DateTimeOffset endOfDay, bool escalates = false)
    {
        var due = waiting.Where(w => w.Window <= now).ToList();
        if (escalates || due.Any(w => w.IsEscalation))
            due.AddRange(waiting.Where(w => w.Window > now && w.Window < endOfDay && w.IsEscalation));
        return due;
    }
}
