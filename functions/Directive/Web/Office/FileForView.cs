using Directives.Reports;

namespace Directives.Web.Office;

/// <summary>The form on which the office files a report for an official.</summary>
/// <param name="Form">The report's own form.</param>
public sealed record FileForView(SeatPath Path, ReportFormView Form, FileForForm Received)
{
    /// <summary>When the official last saved a draft of their own, in the directive's zone; null for none. The office does not see it.</summary>
    public DateTime? DraftSaved { get; init; }

    /// <summary>Where the form goes.</summary>
    public string Address => FileForEndpoints.AddressOf(Path);
}

/// <summary>How the report came, as typed.</summary>
/// <param name="How">Name of a <see cref="ReceivedBy"/>.</param>
public sealed record FileForForm(string How, string On, string Note)
{
    public const string HowField = "received-how";
    public const string OnField = "received-on";
    public const string NoteField = "received-note";

    /// <summary>Characters of the note.</summary>
    public const int LongestNote = 500;

    /// <summary>What was typed, or what is wrong with it; pure.</summary>
    /// <param name="from">First day of the report's period.</param>
    /// <param name="today">The local day.</param>
    public Received? Read(DateOnly from, DateOnly today, List<FieldProblem> problems)
    {
        var before = problems.Count;
        var how = TypedName.Find<ReceivedBy>(How);
        if (how is null) problems.Add(new FieldProblem(HowField, "roles.problem.how"));
        var on = VisitRules.Date(On);
        if (on is null || on > today || on < from) problems.Add(new FieldProblem(OnField, "roles.problem.on", from, today));
        var note = PlainText.Normalize(Note);
        if (PlainText.FirstControl(note) is { } found) problems.Add(new FieldProblem(NoteField, "office.problem.control-character", found.Name, found.Position));
        if (note.Length > LongestNote) problems.Add(new FieldProblem(NoteField, "roles.problem.note", LongestNote));
        return problems.Count > before ? null : new Received(how!.Value, on!.Value, note.Length > 0 ? note : null);
    }
}
