using System.Text.Json.Serialization;

namespace Directives.Verification;

/// <summary>Something that is out of order.</summary>
/// <param name="Where">The dossier, or the table and key.</param>
/// <param name="What">What is wrong, in words.</param>
/// <param name="Entry">The first bad entry of the dossier's trail, where it is about one; a seal's number where it is about the seals.</param>
/// <param name="At">When that entry was made, or the last good one before it (UTC).</param>
public sealed record Finding(
    string Where,
    string What,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Entry = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? At = null);

/// <summary>What a walk over everything found.</summary>
/// <param name="Dossiers">Dossiers walked.</param>
/// <param name="Entries">Trail entries checked.</param>
/// <param name="Obligations">Obligations checked.</param>
/// <param name="Notices">Notices checked.</param>
/// <param name="Letters">Letters checked.</param>
public sealed record VerificationResult(int Dossiers, long Entries, int Obligations, int Notices, int Letters, IReadOnlyList<Finding> Findings)
{
    /// <summary>Duties that fewer carry than must; nothing is out of order for it.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether all is in order.</summary>
    public bool Holds => Findings.Count == 0;
}
