using Directives.Recommendations;

namespace Directives.Web.Cases;

/// <summary>What the pages of "who owes what" ask of the engine (R11). Each line is asked of its case again.</summary>
public interface IOwedPages
{
    /// <summary>What a person owes: as holder of seats, of bodies, as leader of places, as office and recorder.</summary>
    ValueTask<OwedView> OwnAsync(CaseViewer viewer, CancellationToken cancel);

    /// <summary>All parties that may owe something, the one that is first due first.</summary>
    ValueTask<OwedPartiesView> PartiesAsync(CancellationToken cancel);

    /// <summary>What one party owes; null where it never owed anything.</summary>
    ValueTask<OwedPartyView?> PartyAsync(Party party, CancellationToken cancel);
}
