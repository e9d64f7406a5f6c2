namespace Directives.Register.Import;

/// <summary>What a file of the register holds (R1, R2).</summary>
public enum ImportKind
{
    Places,
    Bodies,
    Officials,

    /// <summary>Who holds which seat, from when to when.</summary>
    Posts,

    /// <summary>Days off and swapped working days.</summary>
    Holidays,
}
