using Microsoft.AspNetCore.Builder;

namespace Directives.Access;

/// <summary>How an endpoint says whom it admits.</summary>
public static class AdmitsExtensions
{
    /// <summary>Admits <paramref name="who"/> to the endpoint.</summary>
    public static TBuilder Allow<TBuilder>(this TBuilder endpoint, Who who)
        where TBuilder : IEndpointConventionBuilder
    {
        if (who == Who.Nobody) throw new ArgumentException("An endpoint for nobody needs no mapping.", nameof(who));
        return endpoint.WithMetadata(new Admits(who));
    }
}
