using Directives.Access;
using Directives.Calendars;
using Directives.Recommendations;
using Directives.Web.Cases;

namespace Directives.Web.Registers;

/// <summary>
/// Recommendations as far as a viewer may see them: each is asked by the same rights as its own page (R5, R7). What is confidential stands in none of
/// the lists that are read here.
/// </summary>
internal sealed class CaseSight(Installation installation, RegisterLook look)
{
    /// <summary>As many as one looks at.</summary>
    public const int Most = 30;

    /// <summary>Whether the viewer has a role that sees any at all.</summary>
    public bool SeesAny => look.Has(May.Do(Deed.SeeCase));

    /// <summary>Whether the viewer sees all of them.</summary>
    public bool SeesAll => May.RowsOf(Deed.SeeCase, look.Viewer.Roles).Contains(Rows.Every);

    /// <summary>Whether the viewer may read one.</summary>
    public bool Sees(OpenCase open) =>
        SeesAny && new CaseRights(open.State, open.Events, look.Viewer.Whom, look.Viewer.Roles, look.Register, TodayOf(open)).MayRead;

    /// <summary>Those about places, the latest first; null for a viewer who sees none anywhere.</summary>
    public async ValueTask<IReadOnlyList<RaisedLine>?> OfPlacesAsync(IReadOnlyCollection<string> places, CancellationToken cancel)
    {
        if (!SeesAny) return null;
        var lines = new List<RaisedLine>();
        foreach (var listed in await installation.Radar.OfPlacesAsync(places, SeesAll ? Most : int.MaxValue, cancel))
        {
            if (lines.Count == Most) break;
            if (await installation.Cases.FindAsync(listed.Id, cancel) is { } open && Sees(open))
                lines.Add(new RaisedLine(listed.Id, open.State.Kind, open.State.Stage, open.State.RaisedOn, open.State.Urgent, OwedPages.Begin(open)));
        }

        return lines;
    }

    /// <summary>What parties owe that one official answers for, urgent and earliest first; null for a viewer who sees none anywhere.</summary>
    public async ValueTask<IReadOnlyList<OwedStep>?> OwedByAsync(string official, IEnumerable<Party> parties, CancellationToken cancel)
    {
        if (!SeesAny) return null;
        var steps = new List<OwedStep>();
        foreach (var party in parties)
        {
            var (owed, _) = await installation.OwedCases.ListAsync(party, OwedPages.Most, cancel);
            steps.AddRange(owed.Where(o => Counts(o.Duty) && Sees(o.Case)
                && CaseParties.Owner(o.Duty.Party, o.Case.State.Place, look.Register, look.Today)?.Id == official).Select(o => Step(o.Duty, o.Case)));
        }

        return [.. steps.OrderByDescending(s => s.Urgent).ThenBy(s => s.Due).ThenBy(s => s.Case, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>Whether it is somebody's to do: a place may object, but owes no word.</summary>
    public static bool Counts(CaseDuty duty) => duty.Kind != DutyKind.Objection && duty.Party.Kind is not (PartyKind.Desk or PartyKind.Person);

    private OwedStep Step(CaseDuty duty, OpenCase open) => new(
        open.Ref.Id, look.Place(open.State.Place), duty.Kind, duty.Due, Math.Max(0, TodayOf(open).DayNumber - duty.Due.DayNumber), open.State.Urgent, OwedPages.Begin(open));

    private DateOnly TodayOf(OpenCase open) => Zone.Of(open.Held.Head.Zone).DateAt(installation.Parts.Clock.GetUtcNow());
}
