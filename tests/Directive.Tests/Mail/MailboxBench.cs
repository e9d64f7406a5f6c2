using Directives.Chasing;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Tables;
using Directives.Tests.Chasing;

namespace Directives.Tests.Mail;

/// <summary>Puts notices into mailboxes of the small province directly, and looks at what became of them.</summary>
internal static class MailboxBench
{
    /// <summary>A notice that is about no obligation, so that nothing withdraws it.</summary>
    public static Notice Told(string reader, string name, DateTimeOffset now, NoticeKind kind = NoticeKind.Tally) =>
        new() { Kind = kind, Reader = reader, Cycle = SmallProvince.CycleId, Rung = name, Decided = now };

    /// <summary>An escalation about the boss, who never reports.</summary>
    public static Notice Escalation(string reader, string name, DateTimeOffset now) => Told(reader, name, now, NoticeKind.Escalation) with
    {
        Sheet = MonthScript.SheetOf("11").Partition,
        Seat = SmallProvince.Boss,
        Round = 1,
        Owner = "boss",
    };

    public static async Task<IReadOnlyList<Letter>> LettersAsync(Installation installation, string reader) =>
        await installation.Dossiers.RowsAsync<Letter>(Box(reader), "l|", default);

    public static async Task<IReadOnlyList<HeldNotice>> NoticesAsync(Installation installation, string reader) =>
        await installation.Dossiers.RowsAsync<HeldNotice>(Box(reader), "n|", default);

    public static async Task<int> WaitingAsync(ITables tables, string reader) =>
        (await tables.QueryAsync(Table.Mailboxes, Box(reader).Partition, KeyRange.Prefix(MailboxKeys.WaitingPrefix))).Count;

    private static DossierId Box(string reader) => MailboxKeys.Dossier(SmallProvince.Authority, reader);
}
