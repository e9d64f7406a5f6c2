using Directives.Calendars;
using Directives.Language;
using Directives.Reports;
using Directives.Web.Office;

namespace Directives.Web.Persons;

/// <summary>Who cannot be reached by letter, the longest first (R13).</summary>
public sealed record UnreachedView(IReadOnlyList<UnreachedPerson> People)
{
    /// <summary>Name of a text on what was just done; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>A form that was refused.</summary>
    public TelephoneForm? Refused { get; init; }

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];
}

/// <summary>Someone who cannot be reached.</summary>
/// <param name="Why">Name of a text <c>unreached.why.*</c>.</param>
/// <param name="Since">In the directive's zone; null where it is not known.</param>
/// <param name="Open">What they owe.</param>
public sealed record UnreachedPerson(string Id, Bilingual Title, string Why, DateTime? Since, IReadOnlyList<OpenDuty> Open)
{
    /// <summary>When they were last told by telephone about something they still owe, in the directive's zone; null for never.</summary>
    public DateTime? TelephonedAt => Open.Max(o => o.TelephonedAt);
}

/// <summary>Something a person owes.</summary>
/// <param name="Place">Full name of the place.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="TelephonedAt">When they were told of it by telephone, in the directive's zone; null for not.</param>
/// <param name="SpokeTo">Who was spoken to.</param>
/// <param name="Note">What the office noted.</param>
public sealed record OpenDuty(
    SeatPath Path, string Place, Cadence Cadence, DateOnly To, DateOnly Due, SeatState State, DateTime? TelephonedAt, string? SpokeTo, string? Note);

/// <summary>A form "told by telephone" as typed.</summary>
/// <param name="Official">Whom it is about.</param>
/// <param name="About">Address of an obligation's page, or <see cref="All"/>.</param>
public sealed record TelephoneForm(string Official, string About, string SpokeTo, string Note)
{
    public const string All = "all";
}

/// <summary>A person as the office sees them: what they owe, their letters, and whether these are stopped.</summary>
public sealed record PersonView
{
    public required string Id { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>Mail address as the register has it.</summary>
    public required string Address { get; init; }

    /// <summary>Why they cannot be reached (a text <c>unreached.why.*</c>); null where they can.</summary>
    public string? Why { get; init; }

    /// <summary>Since when not, in the directive's zone.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Who stopped their letters, and in which words; null while they go.</summary>
    public (Bilingual By, string Reason)? Silenced { get; init; }

    public required IReadOnlyList<OpenDuty> Open { get; init; }

    /// <summary>Their last letters, the newest first.</summary>
    public required IReadOnlyList<PersonLetter> Letters { get; init; }

    /// <summary>Name of a text on what was just done; null for none.</summary>
    public string? Notice { get; init; }

    /// <summary>The reason that was typed into a form that was refused.</summary>
    public string? Typed { get; init; }

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];
}

/// <summary>One letter of a person.</summary>
/// <param name="At">When it left, or was sealed, in the directive's zone.</param>
/// <param name="State">Name of a text on what became of it.</param>
/// <param name="Tells">What it tells, each a rung or event with its place.</param>
public sealed record PersonLetter(DateTime At, string State, IReadOnlyList<(string Rung, string Place)> Tells);
