using Directives.Attachments;

namespace Directives.Reports;

/// <summary>A file of a recommendation that is typed and not filed.</summary>
/// <param name="Line">Id of its line in the form: words change while they are typed, and two writers' lines are never one.</param>
public sealed record CaseFile(string Line, Attachment File);
