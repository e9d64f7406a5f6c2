using Directives.Access;
using Directives.Language;
using Directives.Recommendations;
using Directives.Recommendations.Agenda;

namespace Directives.Web.Cases;

/// <summary>Answers the agenda's pages from the tables: what waits for the committee, meetings, decisions (R7).</summary>
public sealed class AgendaDesk(Installation installation)
{
    /// <summary>Cases shown at first, and on request.</summary>
    public const int Few = 100, Many = 2000;

    private const int LatestDecisions = 10;

    /// <summary>The local day.</summary>
    public DateOnly Today => installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());

    /// <summary>What waits, urgent and earliest due first; coming meetings; the last decisions.</summary>
    public async Task<AgendaView> ShowAsync(int most, CancellationToken cancel)
    {
        var lines = new CaseLines(await installation.Registers.GetAsync(cancel));
        var (owed, more) = await installation.OwedCases.ListAsync(Party.Committee, most, cancel);
        var head = (await installation.Agenda.HeadAsync(cancel))?.Head ?? new AgendaHead();
        return new AgendaView(
            Today, [.. owed.Select(o => RowOf(lines, o.Case, o.Duty)).OrderByDescending(r => r.Case.State.Urgent).ThenBy(r => r.Due).ThenBy(r => r.Case.RaisedOn)], more,
            [.. head.Meetings.Where(m => m >= Today)],
            [.. (await installation.Agenda.LatestAsync(LatestDecisions, cancel)).Select(d => new DecisionRow(
                d.Number, d.Meeting, installation.Parts.Rules.DayAt(d.At), d.Step.Outcome, d.Cases.Count))]);
    }

    /// <summary>The form for chosen cases; null where one of them does not exist, or none was chosen.</summary>
    public async Task<DecideView?> FormAsync(IReadOnlyList<string> chosen, DecisionForm form, string? how, string? met, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var lines = new CaseLines(register);
        var rows = new List<AgendaRow>();
        foreach (var id in chosen.Distinct(StringComparer.Ordinal))
        {
            if (await installation.Cases.FindAsync(id, cancel) is not { } open) return null;
            rows.Add(RowOf(lines, open, open.State.Duties.FirstOrDefault(d => d.Kind == DutyKind.Decision)));
        }

        var last = ((await installation.Agenda.HeadAsync(cancel))?.Head.Meetings ?? []).LastOrDefault(m => m <= Today);
        return rows.Count is 0 or > DecisionDesk.Most ? null : new DecideView(
            rows, form, how ?? "", met ?? (last == default ? "" : $"{last:yyyy-MM-dd}"),
            [.. register.Content.Bodies.Where(b => b.Kind == "agency").Concat(register.Content.Bodies.Where(b => b.Kind != "agency")).Select(b => (b.Id, b.Names()))]);
    }

    /// <summary>A decision; null where there is none.</summary>
    public async Task<DecisionView?> DecisionAsync(int number, CancellationToken cancel)
    {
        if (await installation.Agenda.FindAsync(number, cancel) is not { } decision) return null;
        var register = await installation.Registers.GetAsync(cancel);
        var lines = new CaseLines(register);
        var cases = new List<(CaseLine, DecidedCase)>();
        foreach (var one in decision.Cases)
        {
            if (await installation.Cases.FindAsync(one.Id, cancel) is { } open) cases.Add((lines.Of(open), one));
        }

        var bodies = decision.Step.Assignments.SelectMany(a => a.Cooperating.Prepend(a.Lead)).Distinct(StringComparer.Ordinal)
            .ToDictionary(b => b, b => register.Body(b) is { } body ? body.Names() : new Bilingual(b, b));
        return new DecisionView(
            decision, installation.Parts.Rules.ZoneAt(decision.At).LocalAt(decision.At), ActorName.Of(register, decision.By, decision.For), cases, bodies);
    }

    private AgendaRow RowOf(CaseLines lines, OpenCase open, CaseDuty? duty)
    {
        var line = lines.Of(open);
        var due = duty?.Due ?? line.RaisedOn;
        return new AgendaRow(
            line, open.State.Urgent ? ((Raised)open.Events[0]).Urgent : null, Since(line.RaisedOn), due,
            duty is null ? 0 : Since(due));
    }

    private int Since(DateOnly day) => installation.Parts.Rules.Calendar.WorkingDaysAfter(day, Today);
}
