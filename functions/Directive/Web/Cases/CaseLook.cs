using Directives.Access;
using Directives.Calendars;
using Directives.Dossiers;
using Directives.Language;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Web.Cases;

/// <summary>Puts together what a viewer sees of a case; pure.</summary>
internal sealed class CaseLook(OpenCase open, CaseRights rights, RegisterSnapshot register, DateOnly today)
{
    private readonly Zone _zone = Zone.Of(open.Held.Head.Zone);
    private readonly CaseState _state = open.State;

    public CaseView View(string id)
    {
        var steps = Steps();
        return new CaseView
        {
            Id = id,
            State = _state,
            Raised = (Raised)open.Events[0],
            Place = PlaceName(register, _state.Place, today),
            Holder = register.HolderOf(_state.Seat, today)?.Titles(),
            Today = today,
            Duties = [.. _state.Duties.Select(DutyOf)],
            Tasks = [.. _state.Assignments.Select(TaskOf)],
            Steps = steps,
            Told = rights.ReadsInternal ? Told() : [],
            ReadsInternal = rights.ReadsInternal,
            ReadsWordsToOffice = (rights.Capacity & (CaseCapacity.Office | CaseCapacity.LocalLeader)) != 0,
            Chances = rights.Chances,
            Correctable = [.. rights.Correctable.Select(e => steps[e.Number - 1])],
            Bodies = rights.Chances.Any(c => c.Step is CaseStep.ToAgency or CaseStep.Place or CaseStep.HandOn or CaseStep.Decide) ? Bodies(register, _state.Place, today) : [],
            BodyNames = BodyNames(),
        };
    }

    /// <summary>A place with the place above it.</summary>
    public static string PlaceName(RegisterSnapshot register, string code, DateOnly day)
    {
        var place = register.PlaceOf(code)?.Name ?? code;
        // The whole province stands above everything: it need not be said.
        return register.Ancestors(code, day) is { Count: > 1 } above ? $"{place}, {above[0].Name}" : place;
    }

    /// <summary>Bodies that can be given something to do about a place: those at it, and those above.</summary>
    public static IReadOnlyList<(string Id, Bilingual Name)> Bodies(RegisterSnapshot register, string place, DateOnly day)
    {
        HashSet<string> at = [place, .. register.Ancestors(place, day).Select(p => p.Code)];
        return
        [
            .. register.Content.Bodies.Where(b => b.Kind != "standing-committee" && (b.Place is null || at.Contains(b.Place)))
                .OrderBy(b => Folding.Fold(b.Name), StringComparer.Ordinal).Select(b => (b.Id, b.Names())),
        ];
    }

    private CaseDutyRow DutyOf(CaseDuty duty) => new(
        duty,
        duty.Party.Kind == PartyKind.Body ? NameOf(duty.Party.Code) : null,
        CaseParties.Owner(duty.Party, _state.Place, register, today)?.Titles(),
        Math.Max(0, today.DayNumber - duty.Due.DayNumber));

    private CaseTaskRow TaskOf(AssignmentState at) => new(
        at,
        at.Result is null ? Math.Max(0, today.DayNumber - at.Due.DayNumber) : 0,
        rights.ReadsInternal
            ? [.. open.Events.OfType<Progressed>().Where(e => e.Assignment == at.Assignment.Id && !_state.Void.Contains(e.Number)).Select(e => (_zone.LocalAt(e.At), e.Words))]
            : []);

    private List<CaseStepRow> Steps()
    {
        var voids = new Dictionary<int, CaseEvent>();
        foreach (var happened in open.Events)
        {
            if (happened is Corrected corrected && _state.Void.Contains(corrected.Step)) voids.TryAdd(corrected.Step, corrected);
            if (happened is ConfirmationUndone && open.Events.LastOrDefault(e => e is Confirmed && e.Number < happened.Number && _state.Void.Contains(e.Number) && !voids.ContainsKey(e.Number)) is { } word)
                voids.TryAdd(word.Number, happened);
        }

        return [.. open.Events.Select(e => new CaseStepRow(e, _zone.LocalAt(e.At), By(e), voids.GetValueOrDefault(e.Number)))];
    }

    private Bilingual? By(CaseEvent e) => e.By == Actor.System.Id ? null : ActorName.Of(register, e.By, e.For);

    private List<CaseToldRow> Told() =>
    [
        .. open.Ladders.SelectMany(l => (l.Told ?? []).Where(t => t.Skipped is null).Select(t => (l.Duty, Told: t))).OrderBy(x => x.Told.At)
            .Select(x => new CaseToldRow(
                _zone.LocalAt(x.Told.At), x.Duty.Kind, x.Told.Rung, x.Told.Reader is { } reader ? register.Official(reader)?.Titles() : null)),
    ];

    private Dictionary<string, Bilingual> BodyNames() => open.Events.SelectMany(e => e switch
    {
        Decided decided => decided.Assignments.SelectMany(a => a.Cooperating.Prepend(a.Lead)),
        SentToAgency sent => sent.Assignment.Cooperating.Prepend(sent.Assignment.Lead),
        HandedOn on => [on.To],
        PartConfirmed part => [part.Body],
        _ => [],
    }).Distinct(StringComparer.Ordinal).ToDictionary(b => b, NameOf, StringComparer.Ordinal);

    private Bilingual NameOf(string body) => register.Body(body) is { } known ? known.Names() : new Bilingual(body, body);
}
