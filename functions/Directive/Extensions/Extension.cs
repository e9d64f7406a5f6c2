using Directives.Dossiers;
using Directives.Register;

namespace Directives.Extensions;

/// <summary>What the office asks for: more time for everything still open in some places of a running cycle (a storm).</summary>
/// <param name="Places">Codes; each stands for the place and all below it.</param>
/// <param name="Due">New due date (local day).</param>
public sealed record ExtensionRequest(string Cycle, IReadOnlyList<string> Places, string Reason, DateOnly Due)
{
    /// <summary>Whether both ask for the same.</summary>
    public bool Same(ExtensionRequest other) => Cycle == other.Cycle && Reason == other.Reason && Due == other.Due
        && Places.ToHashSet(StringComparer.Ordinal).SetEquals(other.Places);
}

/// <summary>An extension of whole areas that the office has confirmed (R3): one act here, then one on each sheet, then one letter per reader.</summary>
public sealed record Extension
{
    /// <summary>Made with the preview: confirmed twice, it is done once.</summary>
    public required string Id { get; init; }

    public required ExtensionRequest Request { get; init; }

    /// <summary>The official who confirmed it.</summary>
    public required string By { get; init; }

    /// <summary>For whom, where somebody stood in for another.</summary>
    public string? For { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>Sheets that may hold something to extend, as planned when the cycle opened.</summary>
    public required IReadOnlyList<SheetPart> Sheets { get; init; }

    /// <summary>Obligations extended; null until all sheets are done.</summary>
    public int? Obligations { get; init; }

    /// <summary>Readers told; null until they are.</summary>
    public int? Letters { get; init; }
}

/// <summary>A sheet of the cycle.</summary>
public readonly record struct SheetPart(string Area, int Part);

/// <summary>Rungs that an extension brings, for the postman's forecast: at most so many obligations climb the ladder of its due date.</summary>
/// <param name="Rule">Name of the rule of the role by which they owe; null for its own.</param>
public sealed record ExpectedRound(string Id, string Cycle, SeatRole Role, DateOnly Due, int Obligations, string? Rule = null);

/// <summary>Head of the dossier of an authority's extensions.</summary>
public sealed record ExtensionsHead : Head
{
    /// <summary>Ids of those that are not completed.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>Rounds whose ladders may still be climbed.</summary>
    public IReadOnlyList<ExpectedRound> Expected { get; init; } = [];
}

/// <summary>Row on a sheet: that an extension was carried out there, and what it owes to whom. It is the claim that it is done once.</summary>
public sealed record ExtendedSheet(IReadOnlyList<ExtendedSeat> Seats)
{
    public static readonly ExtendedSheet Nothing = new([]);

    /// <summary>Its row key.</summary>
    public static string KeyOf(string extension) => Tables.Keys.Join("x", extension);
}

/// <summary>One obligation that was extended.</summary>
/// <param name="Round">The round that began.</param>
/// <param name="Owner">Who owes; null while the seat is vacant.</param>
/// <param name="Readers">Who is told.</param>
public sealed record ExtendedSeat(string Seat, int Round, string? Owner, IReadOnlyList<string> Readers);
