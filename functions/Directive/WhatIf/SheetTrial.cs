using Directives.Chasing;
using Directives.Cycles;
using Directives.Mail;

namespace Directives.WhatIf;

/// <summary>
/// Plays one sheet from its opening until nothing more happens on it, event by event, as the running system would: reports come, ladders are climbed,
/// letters are sealed. Pure: no clock, no table.
/// </summary>
internal sealed class SheetTrial
{
    private readonly TrialRules _rules;
    private readonly Chase _chase;
    private readonly Cycle _cycle;
    private readonly SheetRef _ref;
    private readonly SheetHead _head;
    private readonly Obligation[] _owed;
    private readonly string?[] _owners;
    private readonly bool[] _planned;
    private readonly int[] _escalations;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly PriorityQueue<int, DateTimeOffset> _filings = new();
    private readonly PriorityQueue<Notice, DateTimeOffset> _waiting = new();
    private readonly HashSet<(string, DateTimeOffset)> _letters = [];
    private readonly Dictionary<string, int> _rungs = new(StringComparer.Ordinal);
    private readonly List<(DateTimeOffset At, DateTimeOffset? Next)> _looks = [];
    private int _withdrawn;
    private int _skipped;

    private readonly Action<Notice, DateTimeOffset>? _told;

    private SheetTrial(TrialRules rules, Cycle cycle, SheetPlan plan, IEnumerable<Obligation> owed, Action<Notice, DateTimeOffset>? told)
    {
        (_rules, _cycle, _chase, _told) = (rules, cycle, rules.ChaseOf(cycle.Edition), told);
        _ref = new SheetRef(cycle.Authority, cycle.Id, plan.Area, plan.Part);
        _owed = [.. owed];
        (_owners, _planned, _escalations) = (new string?[_owed.Length], new bool[_owed.Length], new int[_owed.Length]);
        for (var i = 0; i < _owed.Length; i++) _index[_owed[i].Seat] = i;
        _head = new SheetHead { Cycle = cycle.Id, Area = plan.Area, Part = plan.Part, PeriodTo = cycle.To, LastDay = rules.LastDay(cycle), Tally = Tally.Nothing };
    }

    /// <summary>Tells of each notice that some seats of a cycle would make from a time on (UTC) if nobody did anything, with the time (UTC) of its letter.</summary>
    /// <param name="owed">How they stand at that time.</param>
    public static void Listen(TrialRules rules, Cycle cycle, SheetPlan plan, IEnumerable<Obligation> owed, DateTimeOffset from, Action<Notice, DateTimeOffset> told) =>
        new SheetTrial(rules, cycle, plan, owed, told).Run(from);

    /// <summary>Plays a sheet from its opening.</summary>
    public static TriedSheet Play(TrialRules rules, Cycle cycle, SheetPlan plan)
    {
        var sheet = new SheetTrial(rules, cycle, plan, rules.Owed(cycle, plan), null);
        sheet.Run(plan.JoinedOn is { } joined ? cycle.Zone().StartOfDay(joined) : cycle.OpenedAt);
        return new TriedSheet(plan.Area, [.. Enumerable.Range(0, sheet._owed.Length).Select(sheet.ReportOf)])
        {
            Letters = [.. sheet._letters],
            Rungs = sheet._rungs,
            Withdrawn = sheet._withdrawn,
            Skipped = sheet._skipped,
            Looks = sheet._looks,
        };
    }

    private void Run(DateTimeOffset opened)
    {
        for (var i = 0; i < _owed.Length; i++)
        {
            if (_rules.Conduct.OfOwnAccord(DutyOf(i), opened) is { } at) Plan(i, at > opened ? at : opened);
        }

        var ladder = (DateTimeOffset?)opened;
        for (var now = opened; ; now = NextOf(ladder)!.Value)
        {
            // In the order of the running system: what is filed at a moment stops what would be told at that moment.
            while (_filings.TryPeek(out _, out var filed) && filed <= now) File(_filings.Dequeue(), now);
            if (ladder <= now) ladder = Climb(now);
            while (_waiting.TryPeek(out _, out var leaves) && leaves <= now) Seal(_waiting.Dequeue(), now);
            if (NextOf(ladder) is null) return;
        }
    }

    private DateTimeOffset? NextOf(DateTimeOffset? ladder)
    {
        var next = ladder;
        if (_filings.TryPeek(out _, out var filed) && (next is null || filed < next)) next = filed;
        if (_waiting.TryPeek(out _, out var leaves) && (next is null || leaves < next)) next = leaves;
        return next;
    }

    private void Plan(int index, DateTimeOffset at)
    {
        _planned[index] = true;
        _filings.Enqueue(index, at);
    }

    private void File(int index, DateTimeOffset now)
    {
        var owed = _owed[index];
        if (owed.State == ObligationState.NotOwed) return;
        var over = owed.State == ObligationState.Missed || _chase.LadderFor(owed.Role, owed.Due).Close <= now;
        _owed[index] = owed with
        {
            State = over ? ObligationState.Missed : ObligationState.Filed,
            AfterClosing = over,
            Mark = over ? null : _chase.MarkAt(owed, now),
            Versions = 1,
            FiledAt = now,
        };

        // The receipt, to the official and to whoever prepares reports for them: at once.
        var owner = _owners[index] ??= _rules.Register.HolderOf(owed.Seat, _rules.DayAt(now))?.Id;
        if (owner is null) return;
        _letters.Add((owner, now));
        foreach (var drafter in _chase.Drafters.Of(owner)) _letters.Add((drafter, now));
    }

    private DateTimeOffset? Climb(DateTimeOffset now)
    {
        var advice = _chase.Advance(_ref, _head, _owed, now);
        foreach (var step in advice.Steps)
        {
            var index = _index[step.Seat];
            _owed[index] = (step.HandedOver ?? _owed[index]) with
            {
                Rung = step.Rung,
                State = step.NotOwed is not null ? ObligationState.NotOwed : step.Missed ? ObligationState.Missed : _owed[index].State,
                TakenOverBy = step.TakenOverBy,
            };
            _skipped += step.Skipped.Count;
            foreach (var notice in step.Notices)
            {
                if (WaitingMail.Climbs(notice.Kind)) _rungs[notice.Rung] = _rungs.GetValueOrDefault(notice.Rung) + 1;
                if (notice.Kind == NoticeKind.Escalation) _escalations[index]++;
                _waiting.Enqueue(notice, _rules.LeavesAt(notice.Kind, now));
            }
        }

        // The head that closes a sheet says so; what is still filed moves it no more.
        _looks.Add((now, advice.Next));
        return advice.Next;
    }

    private void Seal(Notice notice, DateTimeOffset now)
    {
        var index = _index[notice.Seat!];
        if (Sealing.Withdraws(notice, _owed[index], _rules.Register, _rules.DayAt(now), _chase.Drafters) is not null)
        {
            _withdrawn++;
            return;
        }

        _letters.Add((notice.Reader, now));
        _told?.Invoke(notice, now);
        // Reminders bring the link by which one files; that letter makes people plan.
        if (_owners[index] is not null || notice.Kind is not (NoticeKind.Reminder or NoticeKind.Clerk or NoticeKind.HandOver)) return;
        _owners[index] = notice.Owner;
        if (!_planned[index] && _rules.Conduct.OnceHeard(DutyOf(index), now) is { } at) Plan(index, at);
    }

    private TriedDuty DutyOf(int index)
    {
        var owed = _owed[index];
        return new TriedDuty(_cycle.Edition.Directive, _cycle.Period(), owed.Seat, owed.Role, owed.Due, _chase.LadderFor(owed.Role, owed.Due).LastDay);
    }

    private TriedReport ReportOf(int index)
    {
        var owed = _owed[index];
        var owner = _owners[index] ?? (_rules.Register.HolderOf(owed.Seat, owed.Due) ?? _rules.Register.HolderOf(owed.Seat, _cycle.AsOf))?.Id;
        return new TriedReport(
            owed.Seat, owner, _cycle.From, _cycle.To, owed.FiledAt is { } at ? _cycle.Zone().DateAt(at) : null, owed.Mark, _escalations[index],
            owed.State != ObligationState.NotOwed);
    }
}
