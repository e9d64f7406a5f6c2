using System.Security.Cryptography;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Mail;
using Directives.Recommendations;
using Directives.Reports;
using Directives.Tables;
using Directives.Tests.Mail;

namespace Directives.Tests.Chasing;

/// <summary>What a run came to, in lines: all that must be the same however often it was interrupted. Times are left out.</summary>
internal static class EndState
{
    public static async Task<string> OfAsync(ITables tables, RememberingTransport transport)
    {
        var lines = new List<string>();
        await foreach (var (partition, row) in tables.ScanAsync(Table.Cycles))
        {
            if (row.Key.StartsWith("c|", StringComparison.Ordinal) && Stored.Read<Cycle>(row) is var c)
                lines.Add($"cycle {c.Id} {c.State} {Of(c.Tally)}, {c.Pending?.Count ?? 0} pending");
            else if (row.Key != Keys.Head && !row.Key.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal))
                lines.Add($"plan {row.Key} {Convert.ToHexString(SHA256.HashData(row.Body.Span))}");
        }

        await foreach (var (partition, row) in tables.ScanAsync(Table.Sheets)) lines.AddRange(OfSheet(partition, row));
        await foreach (var (partition, row) in tables.ScanAsync(Table.Mailboxes)) lines.AddRange(OfMailbox(partition, row));
        await foreach (var (partition, row) in tables.ScanAsync(Table.Cases))
        {
            if (row.Key.StartsWith(CaseRef.Events, StringComparison.Ordinal) && Stored.Read<CaseEvent>(row) is var step)
                lines.Add($"case {partition} {step with { At = default }}");
        }

        foreach (var reader in transport.Letters.GroupBy(l => l.Reader.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
            lines.AddRange(transport.To(reader.Key).Select((letter, i) => $"provider {reader.Key} {i + 1}: {letter}"));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> OfSheet(string sheet, Row row)
    {
        if (row.Key == Keys.Head && Stored.Read<SheetHead>(row) is var head)
            yield return $"sheet {sheet} closed {head.Closed} {Of(head.Tally)} {head.Notices} notices {head.Skipped} skipped, last day {head.LastDay}, next {head.Next}";
        else if (row.Key.StartsWith(SheetRef.Obligations, StringComparison.Ordinal) && Stored.Read<Obligation>(row) is var owed)
        {
            yield return $"{owed with { FiledAt = null, Told = null, Pending = owed.Pending is { Count: > 0 } pending ? pending : null }}";
            foreach (var told in owed.Told ?? []) yield return $"told {owed.Seat} {told.Round} {told.Rung} {told.Reader} {told.Skipped}";
        }
        else if (row.Key.StartsWith("r|", StringComparison.Ordinal) && Stored.Read<FiledReport>(row) is var report)
            yield return $"report {row.Key} {report.Version} {report.By} {report.Mark} {report.Receipt} {Convert.ToHexString(SHA256.HashData(Stored.Bytes(report.Content)))}";
    }

    private static string Of(Tally? tally) => $"{tally?.OnTime} on time, {tally?.Late} late, {tally?.Missed} missed";

    private static IEnumerable<string> OfMailbox(string mailbox, Row row)
    {
        if (row.Key == Keys.Head && Stored.Read<MailboxHead>(row) is var head)
            yield return $"mailbox {mailbox} {head.Letters} letters, under way {head.UnderWay}, window {head.Window}, next {head.Next}{(head.Silenced is null ? "" : ", silenced")}";
        else if (row.Key.StartsWith("n|", StringComparison.Ordinal) && Stored.Read<HeldNotice>(row) is var held)
            yield return $"notice {mailbox} {row.Key} {held.Notice.Kind} by letter {held.Letter} {held.Withdrawn}";
        else if (row.Key.StartsWith("l|", StringComparison.Ordinal) && Stored.Read<Letter>(row) is var letter)
            yield return $"letter {mailbox} {letter.Number} {letter.State} repeats {letter.Repeats}{(letter.Delivery is { } word ? $", {word.Kind} {word.Reason}" : "")}: {string.Join(' ', letter.Notices.Order(StringComparer.Ordinal))}";
        else if (row.Key.StartsWith(MailboxKeys.WaitingPrefix, StringComparison.Ordinal))
            yield return $"waiting {mailbox} {row.Key}";
    }
}
