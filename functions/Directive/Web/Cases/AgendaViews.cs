using Directives.Language;
using Directives.Recommendations;
using Directives.Recommendations.Agenda;
using Directives.Reports;

namespace Directives.Web.Cases;

/// <summary>A case in a list.</summary>
/// <param name="Place">Name of the place.</param>
/// <param name="Above">Name of the place above it; null for none.</param>
/// <param name="RaisedOn">Local day.</param>
public sealed record CaseLine(string Id, string Place, string? Above, CaseKind Kind, string Text, DateOnly RaisedOn, CaseState State)
{
    /// <summary>Its page.</summary>
    public string Address => $"/cases/{Uri.EscapeDataString(Id)}";
}

/// <summary>A case that waits for the committee.</summary>
/// <param name="Urgent">Why it is urgent; null where it is not, or not any more.</param>
/// <param name="Days">Working days since it was raised.</param>
/// <param name="Late">Working days since the decision was due; 0 for none.</param>
public sealed record AgendaRow(CaseLine Case, string? Urgent, int Days, DateOnly Due, int Late);

/// <summary>A decision in a list.</summary>
/// <param name="At">Local day of recording.</param>
public sealed record DecisionRow(int Number, DateOnly? Meeting, DateOnly At, DecisionOutcome Outcome, int Cases)
{
    /// <summary>Its page.</summary>
    public string Address => $"{AgendaEndpoints.Path}/decisions/{Number}";
}

/// <summary>The agenda of the Standing Committee.</summary>
/// <param name="Meetings">Coming ones.</param>
/// <param name="More">There are more that wait.</param>
public sealed record AgendaView(
    DateOnly Today, IReadOnlyList<AgendaRow> Rows, bool More, IReadOnlyList<DateOnly> Meetings, IReadOnlyList<DecisionRow> Latest)
{
    /// <summary>Whether its reader records decisions.</summary>
    public bool MayDecide { get; init; }

    /// <summary>Whether its reader sets meetings.</summary>
    public bool MaySetMeetings { get; init; }

    /// <summary>A meeting's date as typed, where it was refused.</summary>
    public string Typed { get; init; } = "";

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Name of a text that stands above; null for none.</summary>
    public string? Notice { get; init; }
}

/// <summary>The form of one decision over chosen cases.</summary>
/// <param name="Met">Day of the meeting as typed.</param>
/// <param name="How"><c>meeting</c> or <c>circulation</c>.</param>
public sealed record DecideView(IReadOnlyList<AgendaRow> Rows, DecisionForm Form, string How, string Met, IReadOnlyList<(string Id, Bilingual Name)> Bodies)
{
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];
}

/// <summary>A decision, and what became of each case.</summary>
/// <param name="At">Local day and time.</param>
public sealed record DecisionView(Decision Decision, DateTime At, Bilingual By, IReadOnlyList<(CaseLine Line, DecidedCase Became)> Cases, IReadOnlyDictionary<string, Bilingual> Bodies);
