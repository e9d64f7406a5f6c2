using System.Text.Json.Serialization;
using Directives.Language;
using Directives.Register;
using Directives.Reports;

namespace Directives.Web.Registers;

/// <summary>What every page of the register knows: which day it shows, and what was asked wrongly.</summary>
public abstract record RegisterStory
{
    /// <summary>The local day whose register is shown.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Today, in the directive's zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What was wrong with the address; the page shows today then.</summary>
    [JsonIgnore]
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>The day as typed, where it was none.</summary>
    [JsonIgnore]
    public string Typed { get; init; } = "";

    /// <summary>What links to other pages carry along, so that they show the same day.</summary>
    [JsonIgnore]
    public string Keep => On == Today ? "" : $"?{RegisterAsked.DayField}={RegisterAsked.Written(On)}";
}

/// <summary>The register's first page: places of one level, and what a search found (R1).</summary>
public sealed record RegisterView : RegisterStory
{
    /// <summary>The place whose level is shown; null for the roots.</summary>
    public required PlaceLink? At { get; init; }

    /// <summary>Places above it, the highest first.</summary>
    public required IReadOnlyList<PlaceLink> Above { get; init; }

    /// <summary>All places and seats of the day together.</summary>
    public required SeatFill All { get; init; }

    /// <summary>The places directly below, or the roots.</summary>
    public required Paged<PlaceRow> Places { get; init; }

    /// <summary>What was searched for, as typed; empty for nothing.</summary>
    public required string Asked { get; init; }

    /// <summary>What was found, at most as many as one looks at.</summary>
    public required IReadOnlyList<FoundEntry> Found { get; init; }

    /// <summary>How many more were found.</summary>
    public required int More { get; init; }
}

/// <summary>A place in a list, with what lies below it.</summary>
/// <param name="Fill">Places below; seats at it and below.</param>
/// <param name="Seats">Its own seats.</param>
public sealed record PlaceRow(PlaceLink Place, string Kind, string Level, SeatFill Fill, IReadOnlyList<SeatHeld> Seats);

/// <summary>A seat and who holds it.</summary>
/// <param name="Holder">Null while it is vacant.</param>
public sealed record SeatHeld(string Id, SeatRole Role, PersonLink? Holder)
{
    /// <summary>Path of its page.</summary>
    [JsonIgnore]
    public string Address => RegisterEndpoints.SeatAddress(Id);
}

/// <summary>A place or official that was found.</summary>
/// <param name="Place">Null for an official.</param>
/// <param name="Person">Null for a place.</param>
/// <param name="Under">The place above, or the body; null for none.</param>
/// <param name="Formerly">Other names that the place has had; empty for none.</param>
public sealed record FoundEntry(PlaceLink? Place, PersonLink? Person, Bilingual? Under, IReadOnlyList<string> Formerly);
