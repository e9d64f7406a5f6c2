namespace Directives.Register;

/// <summary>Why somebody acts.</summary>
public enum ActingWhy
{
    /// <summary>They are there, or nobody stands in: what is theirs stays with them.</summary>
    Themselves,

    /// <summary>They are away; somebody stands in.</summary>
    Substitute,

    /// <summary>Whoever would stand in is away too, three times or in a circle: the office acts.</summary>
    Office,
}

/// <summary>Who acts for an official on a day.</summary>
public sealed record ActingFor(Official Official, ActingWhy Why);
