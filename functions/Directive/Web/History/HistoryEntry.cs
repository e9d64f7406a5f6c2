using Directives.Dossiers;
using Directives.Language;

namespace Directives.Web.History;

/// <summary>One act as the trail has it, for those who may see the thing: who, for whom, what, when, why.</summary>
/// <param name="Act">Name of the act; its words are <c>trail.act.{Act}</c>.</param>
/// <param name="At">In the directive's zone.</param>
/// <param name="By">Who; null for one who is no longer in the register, and for the program itself.</param>
/// <param name="IsSystem">Whether the program did it by itself, following a rule.</param>
/// <param name="For">For whom, where somebody acted for another.</param>
/// <param name="Why">The reason in their words.</param>
/// <param name="Changes">What changed.</param>
public sealed record HistoryEntry(
    string Act, DateTime At, Bilingual? By, bool IsSystem = false, Bilingual? For = null, string? Why = null, IReadOnlyList<Fact>? Changes = null);
