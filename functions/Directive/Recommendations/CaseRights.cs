using Directives.Access;
using Directives.Register;

namespace Directives.Recommendations;

/// <summary>What somebody is in a case and which steps they may take (R5, R7, R11); pure. Administrators and auditors are nothing here.</summary>
public sealed class CaseRights
{
    private const CaseCapacity Inside =
        CaseCapacity.Raiser | CaseCapacity.RaisedIt | CaseCapacity.Office | CaseCapacity.Recorder | CaseCapacity.Committee
        | CaseCapacity.Lead | CaseCapacity.Cooperating | CaseCapacity.Hand | CaseCapacity.InChargeAbove;

    private readonly CaseState _state;
    private readonly IReadOnlyList<CaseEvent> _events;
    private readonly HashSet<string> _bodies;
    private readonly DateOnly _today;

    /// <param name="state">Where the case stands.</param>
    /// <param name="events">What has happened.</param>
    /// <param name="whom">In whose right is asked: a standing substitute has that of the other.</param>
    /// <param name="roles">The roles that count in the session.</param>
    /// <param name="register">The register of the day.</param>
    /// <param name="today">Local day of the case.</param>
    public CaseRights(CaseState state, IReadOnlyList<CaseEvent> events, string whom, Who roles, RegisterSnapshot register, DateOnly today)
    {
        (_state, _events, _today) = (state, events, today);
        _bodies = [.. register.BodiesOf(whom).Select(b => b.Id)];
        if (roles.HasFlag(Who.Office)) _bodies.UnionWith(Named().Where(b => register.Body(b) is not { Leader: not null } and not { Clerk: not null }));
        Capacity = Find(whom, roles, register);
    }

    /// <summary>All that they are.</summary>
    public CaseCapacity Capacity { get; }

    /// <summary>Whether the case is theirs to read at all.</summary>
    public bool MayRead => Capacity != CaseCapacity.None;

    /// <summary>Whether they read what is internal; the leader of the place reads what is fit for the place.</summary>
    public bool ReadsInternal => (Capacity & Inside) != 0;

    /// <summary>Steps that may be taken now, in the order in which they are offered.</summary>
    public IReadOnlyList<CaseChance> Chances => [.. Offered().Where(c => LeaveFor(c.Step, c.Assignment, c.Body) == CaseLeave.Given)];

    /// <summary>Steps that the office can correct: none twice, and not the first.</summary>
    public IReadOnlyList<CaseEvent> Correctable =>
        Is(CaseCapacity.Office) ? [.. _events.Where(e => e.Number > 1 && !_state.Void.Contains(e.Number) && e is not (Corrected or ConfirmationUndone))] : [];

    /// <summary>Whether a step is theirs, whatever the case stands at.</summary>
    public CaseLeave LeaveFor(CaseStep step, string? assignment = null, string? body = null) => step switch
    {
        CaseStep.ToCommittee or CaseStep.Ask or CaseStep.ToAgency or CaseStep.LowerUrgency or CaseStep.GrantTime or CaseStep.DeclineTime or CaseStep.Place
            or CaseStep.Correct => If(CaseCapacity.Office),
        CaseStep.Withdraw or CaseStep.Reply or CaseStep.Answer => If(CaseCapacity.Raiser),
        CaseStep.Decide => If(CaseCapacity.Recorder),
        CaseStep.NotSettled or CaseStep.Confirm or CaseStep.Undo => If(CaseCapacity.LocalLeader),
        CaseStep.Part => body is not null && _bodies.Contains(body) && _state.Assignments.Any(a => a.Assignment.Id == assignment && a.Assignment.Cooperating.Contains(body))
            ? CaseLeave.Given
            : OfBody(),
        _ => _state.Assignments.Any(a => a.Assignment.Id == assignment && !a.WithOffice && _bodies.Contains(a.Lead)) ? CaseLeave.Given : OfBody(),
    };

    private IEnumerable<CaseChance> Offered()
    {
        if (_state.UndoUntil >= _today && _state.Stage is (CaseStage.Ended or CaseStage.Decision or CaseStage.Answer)) yield return new(CaseStep.Undo);
        if (_state.IsOpen)
        {
            foreach (var chance in AtStage()) yield return chance;
            if (_state.Urgent) yield return new(CaseStep.LowerUrgency);
            if (!CasePath.IsDecided(_state)) yield return new(CaseStep.Withdraw);
        }

        if (Correctable.Count > 0) yield return new(CaseStep.Correct);
    }

    private IEnumerable<CaseChance> AtStage() => _state.Stage switch
    {
        CaseStage.OnTheSpot when _state.SilentUntil >= _today => [new(CaseStep.NotSettled)],
        CaseStage.Look => [new(CaseStep.ToCommittee), new(CaseStep.Ask), new(CaseStep.ToAgency)],
        CaseStage.Asked => [new(CaseStep.Reply)],
        CaseStage.Decision => [new(CaseStep.Decide)],
        CaseStage.Work => _state.Assignments.SelectMany(OfAssignment),
        CaseStage.Answer => [new(CaseStep.Answer)],
        CaseStage.Confirmation => [new(CaseStep.Confirm)],
        _ => [],
    };

    private static IEnumerable<CaseChance> OfAssignment(AssignmentState at)
    {
        var id = at.Assignment.Id;
        if (at.Result is null && !at.WithOffice)
        {
            if (!at.IsAccepted) yield return new(CaseStep.Accept, id);
            yield return new(CaseStep.Finish, id);
            yield return new(CaseStep.Progress, id);
            if (!at.HasAsked) yield return new(CaseStep.AskTime, id);
            yield return new(CaseStep.HandOn, id);
        }

        foreach (var body in at.PartsOpen) yield return new(CaseStep.Part, id, body);
        if (at.WithOffice && at.Result is null) yield return new(CaseStep.Place, id);
        if (at.Asked is null) yield break;
        yield return new(CaseStep.GrantTime, id);
        yield return new(CaseStep.DeclineTime, id);
    }

    private CaseCapacity Find(string whom, Who roles, RegisterSnapshot register)
    {
        var found = CaseCapacity.None;
        Add(CaseCapacity.Raiser, Raises(whom, roles, register));
        Add(CaseCapacity.RaisedIt, _state.Raiser == whom);
        Add(CaseCapacity.Office, roles.HasFlag(Who.Office));
        Add(CaseCapacity.Recorder, roles.HasFlag(Who.Recorder));
        Add(CaseCapacity.Committee, roles.HasFlag(Who.Committee));
        Add(CaseCapacity.Lead, _state.Assignments.Any(a => !a.WithOffice && _bodies.Contains(a.Lead)));
        Add(CaseCapacity.Cooperating, _state.Assignments.Any(a => a.Assignment.Cooperating.Any(_bodies.Contains)));
        Add(CaseCapacity.Hand, Named().Any(_bodies.Contains));
        Add(CaseCapacity.LocalLeader, register.DutyHolders(Duty.LocalLeader, _state.Place, _today).Any(o => o.Id == whom));
        Add(CaseCapacity.InChargeAbove, register.InChargeAbove(_state.Place, _today).Any(o => o.Id == whom)
            || register.SeatsAt(_state.Place).Any(s => s.Role == SeatRole.InCharge && register.HolderOf(s.Id, _today)?.Id == whom));
        return found;

        void Add(CaseCapacity one, bool holds) => found |= holds ? one : CaseCapacity.None;
    }

    /// <summary>While the seat is vacant, whoever owes in its stead acts.</summary>
    private bool Raises(string whom, Who roles, RegisterSnapshot register) =>
        register.HolderOf(_state.Seat, _today) is { } holder ? holder.Id == whom
        : register.InChargeAbove(_state.Place, _today) is [var first, ..] ? first.Id == whom
        : roles.HasFlag(Who.Office);

    /// <summary>All bodies that ever had something to do here; one that was named by mistake has nothing.</summary>
    private IEnumerable<string> Named() =>
    [
        .. _events.Where(e => !_state.Void.Contains(e.Number)).SelectMany(e => e switch
        {
            Decided decided => decided.Assignments.SelectMany(a => a.Cooperating.Prepend(a.Lead)),
            SentToAgency sent => sent.Assignment.Cooperating.Prepend(sent.Assignment.Lead),
            HandedOn on => [on.To],
            _ => [],
        }),
    ];

    private CaseLeave If(CaseCapacity needed) => Is(needed) ? CaseLeave.Given : CaseLeave.None;

    private CaseLeave OfBody() => Is(CaseCapacity.Lead) || Is(CaseCapacity.Cooperating) || Is(CaseCapacity.Hand) ? CaseLeave.NotNow : CaseLeave.None;

    private bool Is(CaseCapacity one) => (Capacity & one) != 0;
}
