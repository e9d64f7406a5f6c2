using System.Text.Json.Serialization;

namespace Directives.Dossiers;

/// <summary>One entry of a dossier's trail: who did what, for whom, why and when, and what the rows were and became.</summary>
/// <param name="Number">1, 2, 3 … without gaps.</param>
/// <param name="At">UTC.</param>
/// <param name="Act">Name of the act, e.g. <c>report-filed</c>.</param>
/// <param name="By">Who acted: an official's id, or <c>system</c>.</param>
/// <param name="For">For whom, where somebody acted for another.</param>
/// <param name="Why">Reason given by a person, or the rule's reason.</param>
/// <param name="Facts">What changed, in words that a reader of the history understands.</param>
/// <param name="Rows">Digest of each row after the act; an empty digest is a deletion. The head is among them, without its tip; the entry itself is not.</param>
/// <param name="Before">Hash of the entry before; empty for the first.</param>
/// <param name="Hash">Keyed hash over all of the above.</param>
public sealed record TrailEntry(
    long Number,
    DateTimeOffset At,
    string Act,
    string By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? For,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Fact>? Facts,
    IReadOnlyList<RowDigest> Rows,
    string Before,
    string Hash);

/// <summary>One thing that changed: before → after.</summary>
public sealed record Fact(string About, string? Before, string? After);

/// <summary>Digest of a row's bytes after an act.</summary>
public readonly record struct RowDigest(string Key, string Digest);
