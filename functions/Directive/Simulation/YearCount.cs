using Directives.Chasing;
using Directives.Cycles;
using Directives.Mail;
using Directives.Tables;

namespace Directives.Simulation;

/// <summary>Counts what happened from the rows that are left, not from what should have happened.</summary>
internal static class YearCount
{
    public static async Task<YearResult> OfAsync(Installation year, CountingTransport mail, int posts, CancellationToken cancel)
    {
        var cycles = await year.Cycles.AllAsync(cancel);
        var (obligations, onTime, late, missed, skipped) = (0, 0, 0, 0, 0);
        await foreach (var (_, row) in year.Parts.Tables.ScanAsync(Table.Sheets, cancel))
        {
            if (row.Key == Keys.Head) skipped += Stored.Read<SheetHead>(row).Skipped;
            if (!row.Key.StartsWith(SheetRef.Obligations, StringComparison.Ordinal)) continue;
            var owed = Stored.Read<Obligation>(row);
            obligations++;
            if (owed.Mark == FilingMark.OnTime) onTime++;
            else if (owed.Mark == FilingMark.Late) late++;
            else if (owed.State == ObligationState.Missed) missed++;
        }

        var rungs = year.Parts.Rules.Editions.All.SelectMany(e => e.Roles).SelectMany(r => r.Ladder).OrderBy(r => r.Offset)
            .Select(r => r.Name).Distinct().ToDictionary(r => r, _ => 0, StringComparer.Ordinal);
        var (notices, escalations, withdrawn) = (0, 0, 0);
        await foreach (var (_, row) in year.Parts.Tables.ScanAsync(Table.Mailboxes, cancel))
        {
            if (!row.Key.StartsWith("n|", StringComparison.Ordinal)) continue;
            var held = Stored.Read<HeldNotice>(row);
            if (held.Withdrawn is not null) withdrawn++;
            if (held.Notice.Kind is not (NoticeKind.Reminder or NoticeKind.Escalation)) continue;
            notices++;
            if (held.Notice.Kind == NoticeKind.Escalation) escalations++;
            rungs[held.Notice.Rung] = rungs.GetValueOrDefault(held.Notice.Rung) + 1;
        }

        return new YearResult
        {
            Posts = posts,
            Cycles = cycles.Count,
            Obligations = obligations,
            OnTime = onTime,
            Late = late,
            Missed = missed,
            Notices = notices,
            Letters = mail.Letters,
            Withdrawn = withdrawn,
            SkippedRungs = skipped,
            Duplicates = mail.Duplicates,
            Rungs = rungs,
            Escalations = escalations,
            Seconds = 0,
            PeakMemoryMb = 0,
        };
    }
}
