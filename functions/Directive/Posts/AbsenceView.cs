using Directives.Language;
using Directives.Register;
using Directives.Reports;

namespace Directives.Posts;

/// <summary>A form that says who is away, as typed.</summary>
public sealed record AbsenceForm(string Official, string Kind, string From, string To, string Substitute)
{
    public static readonly AbsenceForm Empty = new("", "", "", "", "");
}

/// <summary>Somebody who is away or will be.</summary>
/// <param name="Acting">Who acts on its first day still to come; null where it stays with the absent.</param>
/// <param name="Open">What falls due meanwhile and nobody stands in for, by date.</param>
public sealed record AbsenceRow(Absence Absence, Bilingual Who, Bilingual? Acting, bool IsOffice, IReadOnlyList<DueInAbsence> Open);

/// <summary>Who is away (R1): to the office everybody, to an official or who prepares for them only themselves.</summary>
public sealed record AbsenceView
{
    /// <summary>By date.</summary>
    public required IReadOnlyList<AbsenceRow> Rows { get; init; }

    /// <summary>Of whom it may be entered: one, or a few; empty for the office, which types who.</summary>
    public required IReadOnlyList<(string Id, Bilingual Title)> For { get; init; }

    public required bool IsOffice { get; init; }

    public required IReadOnlyList<(string Id, Bilingual Title)> Offered { get; init; }

    public required DateOnly Today { get; init; }

    public AbsenceForm Typed { get; init; } = AbsenceForm.Empty;

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>What was just done: a text; null for nothing.</summary>
    public string? Done { get; init; }

    /// <summary>What would fall due without a substitute, shown before it is entered; null where nothing would, or it was not looked at.</summary>
    public IReadOnlyList<DueInAbsence>? Warned { get; init; }

    /// <summary>The problems of a field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);
}
