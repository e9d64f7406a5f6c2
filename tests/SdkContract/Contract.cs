namespace Microsoft;

/// <summary>What every member that would do something answers: this is a declaration to compile against, not the SDK.</summary>
internal static class Contract
{
    public static NotSupportedException Only => new("This build was compiled against tests/SdkContract, which only declares the part of the Azure Functions SDK that Directive calls.");
}
