using Microsoft.AspNetCore.Authorization;

namespace Directives.Access;

/// <summary>Metadata of an endpoint: whom it admits. Any one of <paramref name="who"/> is enough.</summary>
public sealed class Admits(Who who) : IAuthorizeData
{
    /// <summary>Name of the policy that reads this metadata.</summary>
    public const string PolicyName = "admits";

    public Who Who { get; } = who;

    string? IAuthorizeData.Policy { get => PolicyName; set => throw new NotSupportedException(); }

    string? IAuthorizeData.Roles { get => null; set => throw new NotSupportedException(); }

    string? IAuthorizeData.AuthenticationSchemes { get => null; set => throw new NotSupportedException(); }

    public override string ToString() => $"admits {Who}";
}
