using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Directives.Web.Api;

/// <summary>How an endpoint of the API says what it is; a test fails for one that says nothing, and for an answer that is not as it says.</summary>
/// <remarks>
/// To add one: map it below <c>/api</c> beside its page, over the same desk; <c>Allow</c> the page's deed; <see cref="Describe"/> it here, with what it
/// answers when all is well and the statuses with which it refuses (problem documents all); name with <see cref="Takes"/> the record that
/// its body is read as, if it has one. Address and query are described by the handler's parameters. Then write its line in the tests' table of endpoints, and an address that
/// answers in <c>ApiDocumentTests</c>. Answers are written with <see cref="ApiJson.Options"/>.
/// </remarks>
public static class ApiDescription
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    /// <summary>Describes an endpoint.</summary>
    /// <typeparam name="TAnswer">What it answers when all is well.</typeparam>
    /// <param name="name">Its name, once in the whole API.</param>
    /// <param name="summary">What it does, in a sentence.</param>
    /// <param name="refusals">Statuses with which it refuses.</param>
    /// <param name="status">Status when all is well.</param>
    public static RouteHandlerBuilder Describe<TAnswer>(
        this RouteHandlerBuilder endpoint, string name, string summary, int[] refusals, int status = StatusCodes.Status200OK)
    {
        endpoint.WithName($"api-{name}").WithSummary(summary).Produces<TAnswer>(status, Json);
        // Grouped by the noun that follows /api.
        ((IEndpointConventionBuilder)endpoint).Add(made => made.Metadata.Add(new TagsAttribute(((RouteEndpointBuilder)made).RoutePattern.PathSegments[1].Parts is [RoutePatternLiteralPart noun] ? noun.Content : name)));
        foreach (var refusal in refusals) endpoint.Produces<ProblemDetails>(refusal, Problem);
        return endpoint;
    }

    /// <summary>Names the record that the body is read as. A description only: the endpoint reads it itself, and says itself what is wrong with it.</summary>
    public static RouteHandlerBuilder Takes<TBody>(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new ApiBody(typeof(TBody)));
}

/// <summary>Metadata of an endpoint: what its body is read as.</summary>
public sealed record ApiBody(Type Type);
