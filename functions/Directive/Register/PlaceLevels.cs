namespace Directives.Register;

/// <summary>Levels of places that titles are given for (R1). Any other level may stand in a register too.</summary>
public static class PlaceLevels
{
    public const string Province = "province";
    public const string District = "district";
    public const string Commune = "commune";
}
