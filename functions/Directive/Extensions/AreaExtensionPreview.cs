using Directives.Register;

namespace Directives.Extensions;

/// <summary>What an extension would do, were it confirmed now.</summary>
/// <param name="Obligations">Due dates that move.</param>
/// <param name="People">Officials who owe them.</param>
/// <param name="Letters">Readers who get a letter, clerks and assistants included.</param>
/// <param name="Vacant">Obligations of seats nobody holds: they move, nobody is told.</param>
/// <param name="Stay">Obligations there that do not move: filed, missed, or due as late already.</param>
public sealed record AreaExtensionPreview(int Obligations, int People, int Letters, int Vacant, int Stay)
{
    /// <summary>Obligations that move, by the rule by which they are owed.</summary>
    public IReadOnlyDictionary<(SeatRole Role, string? Rule), int> ByRole { get; init; } = new Dictionary<(SeatRole, string?), int>();
}
