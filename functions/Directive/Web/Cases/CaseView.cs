using Directives.Language;
using Directives.Recommendations;
using Directives.Reports;

namespace Directives.Web.Cases;

/// <summary>A case as one viewer may see it, and what they may do with it now.</summary>
public sealed record CaseView
{
    public required string Id { get; init; }

    public required CaseState State { get; init; }

    public required Raised Raised { get; init; }

    /// <summary>The place with what lies above it.</summary>
    public required string Place { get; init; }

    /// <summary>Who owes the place the answer: whoever holds the seat today; null while it is vacant.</summary>
    public Bilingual? Holder { get; init; }

    /// <summary>Local day of the case.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What is owed, the earliest first.</summary>
    public required IReadOnlyList<CaseDutyRow> Duties { get; init; }

    public required IReadOnlyList<CaseTaskRow> Tasks { get; init; }

    /// <summary>All that has happened, in order; what counts no more is marked, and stays.</summary>
    public required IReadOnlyList<CaseStepRow> Steps { get; init; }

    /// <summary>Whom the rules told what.</summary>
    public required IReadOnlyList<CaseToldRow> Told { get; init; }

    /// <summary>Whether the viewer reads what is internal.</summary>
    public required bool ReadsInternal { get; init; }

    /// <summary>Whether the viewer reads what the place wrote to the office alone.</summary>
    public required bool ReadsWordsToOffice { get; init; }

    /// <summary>Steps that the viewer may take now.</summary>
    public required IReadOnlyList<CaseChance> Chances { get; init; }

    /// <summary>Steps that can be corrected.</summary>
    public required IReadOnlyList<CaseStepRow> Correctable { get; init; }

    /// <summary>Bodies that can be given something to do.</summary>
    public required IReadOnlyList<(string Id, Bilingual Name)> Bodies { get; init; }

    /// <summary>Names of bodies that stand in steps.</summary>
    public required IReadOnlyDictionary<string, Bilingual> BodyNames { get; init; }

    /// <summary>The form that was refused.</summary>
    public CaseForm? Typed { get; init; }

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Name of a text on what was just done; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>Path of the page.</summary>
    public string Address => CaseEndpoints.AddressOf(Id);

    /// <summary>Path below which its files are downloaded.</summary>
    public string FilesAt => $"{Address}/files";

    /// <summary>A body's name.</summary>
    public Bilingual Body(string id) => BodyNames.TryGetValue(id, out var name) ? name : new Bilingual(id, id);

    /// <summary>What is wrong with a field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);
}

/// <summary>One thing owed.</summary>
/// <param name="Party">Name of the body; null where the kind of party says it.</param>
/// <param name="Owner">Who answers for it today; null where nobody can be found.</param>
/// <param name="DaysLate">Calendar days past the due date; 0 for none.</param>
public sealed record CaseDutyRow(CaseDuty Duty, Bilingual? Party, Bilingual? Owner, int DaysLate);

/// <summary>One assignment and how far it is.</summary>
/// <param name="Progress">What was reported of it, in order.</param>
public sealed record CaseTaskRow(AssignmentState At, int DaysLate, IReadOnlyList<(DateTime At, string Words)> Progress);

/// <summary>One step.</summary>
/// <param name="At">In the case's zone.</param>
/// <param name="By">Who, and for whom; null for the program itself.</param>
/// <param name="Void">By which step it counts no more; null while it does.</param>
public sealed record CaseStepRow(CaseEvent Event, DateTime At, Bilingual? By, CaseEvent? Void);

/// <summary>One notice of the rules to a reader, who may have left the register since.</summary>
public sealed record CaseToldRow(DateTime At, DutyKind Kind, string Rung, Bilingual? Reader);

/// <summary>What became of a step that was sent.</summary>
public enum CaseOutcome
{
    /// <summary>There is no such case for the viewer, or the step is never theirs.</summary>
    NotFound,

    Refused,

    Taken,
}

/// <summary>What became of a step.</summary>
/// <param name="Problems">Why it was refused.</param>
public sealed record CaseTaken(CaseOutcome Outcome, IReadOnlyList<FieldProblem> Problems);
