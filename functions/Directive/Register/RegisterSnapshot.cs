namespace Directives.Register;

/// <summary>The register as it stands, indexed for the rules (R1). Immutable.</summary>
public sealed partial class RegisterSnapshot
{
}
