namespace Directives.Register.Import;

/// <summary>One line of what an import would do, or why it would not.</summary>
/// <param name="Row">Line of the file, its header being line 1; null for what is not in the file.</param>
/// <param name="Code">The code or id it is about; empty where there is none.</param>
/// <param name="Why">In words.</param>
public sealed record ImportEntry(int? Row, string Code, ImportWords Why);
