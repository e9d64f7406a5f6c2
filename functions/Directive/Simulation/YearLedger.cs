using Directives.Access;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Mail;
using Directives.Tables;

namespace Directives.Simulation;

/// <summary>
/// Counts a simulated year from its rows, not from what should have happened: a cycle at a time, once it has closed and all it had
/// to tell is told. What was counted is taken out of the tables, so that memory follows what is due and not how long it runs.
/// </summary>
internal sealed class YearLedger(Installation year, ITables tables, CountingTransport mail)
{
    private readonly HashSet<string> _counted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rungs = year.Parts.Rules.Editions.All
        .SelectMany(e => e.Roles).SelectMany(r => r.Ladder).OrderBy(r => r.Offset)
        .Select(r => r.Name).Distinct().ToDictionary(r => r, _ => 0, StringComparer.Ordinal);

    private long? _acts;
    private bool _left;
    private int _obligations;
    private int _onTime;
    private int _late;
    private int _missed;
    private int _skipped;
    private int _notices;
    private int _escalations;
    private int _withdrawn;

    /// <summary>Counts and takes out what has closed. Nothing else may act meanwhile.</summary>
    /// <param name="waitsFor">Whether somebody still means to file for a cycle.</param>
    /// <param name="all">Count what is left, too.</param>
    public async Task CloseAsync(Func<string, bool> waitsFor, bool all, CancellationToken cancel)
    {
        // Nobody else plays here: where nothing was done on the cycles, none has closed.
        var acts = year.Dossiers.Last(year.Cycles.Dossier)?.Number;
        if (!all && !_left && acts is not null && acts == _acts) return;
        (_acts, _left) = (acts, false);
        foreach (var cycle in await year.Cycles.AllAsync(cancel))
        {
            if (_counted.Contains(cycle.Id)) continue;
            _left |= cycle.State == CycleState.Closed;
            if (!all && (cycle.State != CycleState.Closed || cycle.Pending is not null || waitsFor(cycle.Id))) continue;
            var notices = await NoticesAsync(cycle.Id, cancel);
            if (!all && notices.Any(n => n is { Letter: null, Withdrawn: null })) continue;
            foreach (var held in notices) Count(held);
            foreach (var sheet in cycle.SheetRefs()) await CountAsync(sheet, cancel);
            TakeOut(cycle);
            _counted.Add(cycle.Id);
            // Others of those that closed may wait still.
            _left = true;
        }
    }

    /// <summary>What was counted.</summary>
    public YearResult Result(int posts, double seconds, double peakMemoryMb) => new()
    {
        Posts = posts,
        Cycles = _counted.Count,
        Obligations = _obligations,
        OnTime = _onTime,
        Late = _late,
        Missed = _missed,
        Notices = _notices,
        Letters = mail.Letters,
        Withdrawn = _withdrawn,
        SkippedRungs = _skipped,
        Duplicates = mail.Duplicates,
        Rungs = _rungs,
        Escalations = _escalations,
        Seconds = seconds,
        PeakMemoryMb = peakMemoryMb,
    };

    private async Task<List<HeldNotice>> NoticesAsync(string cycle, CancellationToken cancel)
    {
        var prefix = NoticesOf(cycle);
        var notices = new List<HeldNotice>();
        await foreach (var (_, row) in tables.ScanAsync(Table.Mailboxes, cancel))
        {
            if (row.Key.StartsWith(prefix, StringComparison.Ordinal)) notices.Add(Stored.Read<HeldNotice>(row));
        }

        return notices;
    }

    private void Count(HeldNotice held)
    {
        if (held.Withdrawn is not null) _withdrawn++;
        if (!WaitingMail.Climbs(held.Notice.Kind)) return;
        _notices++;
        if (held.Notice.Kind == NoticeKind.Escalation) _escalations++;
        _rungs[held.Notice.Rung] = _rungs.GetValueOrDefault(held.Notice.Rung) + 1;
    }

    private async Task CountAsync(SheetRef id, CancellationToken cancel)
    {
        if (await Sheet.ReadAsync(year.Dossiers, id, cancel) is not { } sheet) return;
        _skipped += sheet.Head.Skipped;
        foreach (var owed in sheet.Obligations)
        {
            // What nobody held to the end, or another took over, counts nowhere.
            if (owed is { State: ObligationState.NotOwed, Mark: null }) continue;
            _obligations++;
            if (owed.Mark == FilingMark.OnTime) _onTime++;
            else if (owed.Mark == FilingMark.Late) _late++;
            else if (owed.State == ObligationState.Missed) _missed++;
        }
    }

    // A notice told again would still be found out: the transport remembers all it ever got.
    private void TakeOut(Cycle cycle)
    {
        if (tables is not MemoryTables memory) return;
        var prefix = NoticesOf(cycle.Id);
        var sheets = cycle.SheetRefs().Select(s => s.Partition).ToHashSet(StringComparer.Ordinal);
        memory.Forget(Table.Sheets, (partition, _) => sheets.Contains(partition));
        memory.Forget(Table.Links, (_, row) => sheets.Contains(Stored.Read<Link>(row).Sheet));
        memory.Forget(Table.Mailboxes, (_, row) => row.Key.StartsWith(prefix, StringComparison.Ordinal)
            || row.Key.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal)
            || (row.Key.StartsWith(MailboxKeys.LetterPrefix, StringComparison.Ordinal) && Stored.Read<Letter>(row).State == LetterState.Sent));
    }

    private static string NoticesOf(string cycle) => Keys.Join("n", cycle, "");
}
