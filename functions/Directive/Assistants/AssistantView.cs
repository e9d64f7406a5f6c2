using Directives.Reports;

namespace Directives.Assistants;

/// <summary>The page on which an official names, changes or removes their assistant.</summary>
/// <param name="Now">Who assists now; null for nobody.</param>
/// <param name="Typed">What was typed; what stands now where nothing was.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Notice">Name of a text on what was just done; null for none.</param>
public sealed record AssistantView(Assistant? Now, AssistantNaming Typed, IReadOnlyList<FieldProblem> Problems, string? Notice = null)
{
    /// <summary>The problems of a field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);
}
