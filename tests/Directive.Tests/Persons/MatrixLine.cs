using Directives.Access;

namespace Directives.Tests.Persons;

/// <summary>What is expected of one endpoint.</summary>
/// <param name="Endpoint">Method and pattern.</param>
/// <param name="Deed">What it does: who may stands in <see cref="May"/>.</param>
/// <param name="Own">An address of a row of one's own.</param>
/// <param name="Foreign">An address of a row of somebody else's; null where every row is one's own.</param>
/// <param name="Never">An address of a row that never was; null where the address names none.</param>
internal sealed record MatrixLine(string Endpoint, Deed Deed, string Own, string? Foreign = null, string? Never = null)
{
    /// <summary>What is sent with a form.</summary>
    public (string Name, string Value)[] Fields { get; init; } = [];

    /// <summary>Statuses of the own row.</summary>
    public int[] Good { get; init; } = [200, 303, 422];

    /// <summary>Status of the foreign row.</summary>
    public int Refused { get; init; } = 404;

    /// <summary>People to whom no row is foreign.</summary>
    public string[] SeesAll { get; init; } = [];

    /// <summary>The place whose link a link holder has opened.</summary>
    public string Link { get; init; } = "112";

    /// <summary>Own addresses of people whose own rows are others.</summary>
    public IReadOnlyDictionary<string, string> OwnOf { get; init; } = new Dictionary<string, string>();

    public bool IsPost => Endpoint.StartsWith("POST ", StringComparison.Ordinal);
}
