using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Access;

/// <summary>Looks over all endpoints of the running app: each must name who may.</summary>
public static class EndpointAccess
{
    /// <summary>Endpoints that name nobody, or that ask the framework to let everyone pass; empty when all is well.</summary>
    public static IReadOnlyList<string> Unnamed(IEnumerable<Endpoint> endpoints) =>
    [
        .. endpoints
            .Where(e => e.Metadata.GetMetadata<Admits>() is null || e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(Name),
    ];

    /// <summary>The endpoint's pattern, which holds no key.</summary>
    public static string Name(Endpoint? endpoint) => endpoint switch
    {
        RouteEndpoint route => $"{route.RoutePattern.RawText} ({route.DisplayName})",
        null => "(none)",
        _ => endpoint.DisplayName ?? "(unnamed)",
    };
}
