using Directives.Language;
using Directives.Recommendations;

namespace Directives.Web.Cases;

/// <summary>One thing that somebody owes in a case.</summary>
/// <param name="Text">How the case begins.</param>
/// <param name="Party">Name of the body or place; null where the kind says it.</param>
/// <param name="DaysLate">Calendar days past the due date; 0 for none.</param>
public sealed record OwedRow(string Case, string Place, string Text, CaseDuty Duty, Bilingual? Party, bool Urgent, int DaysLate);

/// <summary>A case that an own seat has raised.</summary>
public sealed record RaisedRow(string Case, string Place, string Text, CaseStage Stage, DateOnly RaisedOn, bool Urgent);

/// <summary>What a person owes, and what became of what they have raised.</summary>
/// <param name="Rows">Urgent first, then the oldest.</param>
/// <param name="Raised">Own cases that are open.</param>
/// <param name="More">Whether there is more than is listed.</param>
/// <param name="MayRaise">Whether they hold a post.</param>
public sealed record OwedView(IReadOnlyList<OwedRow> Rows, IReadOnlyList<RaisedRow> Raised, bool More, bool MayRaise)
{
    /// <summary>How many of them are late.</summary>
    public int Late => Rows.Count(r => r.DaysLate > 0);
}

/// <summary>A party that may owe something.</summary>
/// <param name="Name">Body, place or seat; null where the kind says it.</param>
/// <param name="Entries">Lines of the index.</param>
/// <param name="First">The earliest due date among them.</param>
public sealed record OwedParty(Party Party, Bilingual? Name, int Entries, DateOnly First, bool Late)
{
    /// <summary>Path of its page.</summary>
    public string Address => Party.Code.Length == 0 ? $"{OwedEndpoints.OfficePath}/{Party.Kind}/-" : $"{OwedEndpoints.OfficePath}/{Party.Kind}/{Uri.EscapeDataString(Party.Code)}";
}

/// <summary>All parties that may owe something.</summary>
public sealed record OwedPartiesView(IReadOnlyList<OwedParty> Parties);

/// <summary>What one party owes.</summary>
public sealed record OwedPartyView(Party Party, Bilingual? Name, IReadOnlyList<OwedRow> Rows, bool More);
