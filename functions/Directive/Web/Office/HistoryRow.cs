using Directives.Language;

namespace Directives.Web.Office;

/// <summary>What was told about an obligation: one rung or event for one reader.</summary>
/// <param name="Round">The round it belongs to.</param>
/// <param name="Rung">Name of the rung, or of a text for an event.</param>
/// <param name="Decided">When it was decided, in the directive's zone.</param>
/// <param name="Reader">Who was told; null where nobody was.</param>
/// <param name="Remark">Name of a text (<c>office.remark.*</c>) on why it was skipped or withdrawn; null where it was told.</param>
public sealed record HistoryRow(int Round, string Rung, DateTime Decided, Bilingual? Reader, LastLetter Letter, string? Remark = null);
