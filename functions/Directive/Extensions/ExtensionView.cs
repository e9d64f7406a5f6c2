using Directives.Reports;
using Directives.Web.Office;

namespace Directives.Extensions;

/// <summary>The office's page to extend whole areas of a cycle: choose, look, confirm.</summary>
public sealed record ExtensionView
{
    public required CycleRow Cycle { get; init; }

    /// <summary>What may be chosen, from the top down.</summary>
    public required IReadOnlyList<ExtensionPlace> Places { get; init; }

    public ExtensionForm Typed { get; init; } = ExtensionForm.Empty;

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>What it would do, once it was looked at; null before.</summary>
    public ExtensionPreview? Preview { get; init; }

    /// <summary>The extension that was just confirmed.</summary>
    public Extension? Done { get; init; }

    /// <summary>The problems of a field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => Problems.Where(p => p.Field == field);
}

/// <summary>A place that may be chosen: it stands for all below it.</summary>
/// <param name="Depth">0 at the top.</param>
/// <param name="Open">Obligations still open there.</param>
public sealed record ExtensionPlace(string Code, string Name, int Depth, int Open);
