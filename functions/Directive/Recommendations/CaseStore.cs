using Directives.Calendars;
using Directives.Dossiers;

namespace Directives.Recommendations;

/// <summary>A case as it was read, with what follows from it.</summary>
/// <param name="Events">By number.</param>
/// <param name="Ladders">All of them, those that are over too.</param>
/// <param name="State">What follows from the events.</param>
public sealed record OpenCase(CaseRef Ref, Held<CaseHead> Held, IReadOnlyList<CaseEvent> Events, IReadOnlyList<DutyLadder> Ladders, CaseState State);

/// <summary>Reads cases.</summary>
public sealed class CaseStore(DossierStore dossiers, string authority, WorkCalendar calendar)
{
    public string Authority => authority;

    /// <summary>The case with this id.</summary>
    public CaseRef Ref(string id) => new(authority, id);

    /// <summary>A case, or null where there is none.</summary>
    public async ValueTask<OpenCase?> FindAsync(string id, CancellationToken cancel = default)
    {
        var about = Ref(id);
        // The head first: its version guards what is read after it.
        if (await dossiers.HeadAsync<CaseHead>(about.Dossier, cancel) is not { } held) return null;
        var events = await dossiers.RowsAsync<CaseEvent>(about.Dossier, CaseRef.Events, cancel);
        var ladders = await dossiers.RowsAsync<DutyLadder>(about.Dossier, CaseRef.Ladders, cancel);
        return new OpenCase(about, held, events, ladders, PathOf(held.Head).Of(events));
    }

    /// <summary>The path by the rules that the case was raised under.</summary>
    public CasePath PathOf(CaseHead head) => new(head.Rules, calendar, Zone.Of(head.Zone));
}
