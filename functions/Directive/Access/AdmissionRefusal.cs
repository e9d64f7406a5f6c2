using Directives.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Directives.Access;

/// <summary>
/// Answers a refused request with a bare 403, or 404 where the page must not seem to exist; never a redirect.
/// An endpoint that names nobody is reported: it is a mistake in the program.
/// </summary>
public sealed class AdmissionRefusal(ILogger<AdmissionRefusal> log) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) return next(context);
        var endpoint = context.GetEndpoint();
        var admits = endpoint?.Metadata.GetMetadata<Admits>();
        if (admits is null) log.LogError("Endpoint '{Endpoint}' names nobody who may use it; refused.", EndpointAccess.Name(endpoint));
        context.Response.StatusCode = admits?.Who == Who.DemoVisitor ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        if (context.Response.StatusCode == StatusCodes.Status403Forbidden && AdmissionHandler.WantsSecondFactor(context))
            ErrorPages.Refuse(context, StatusCodes.Status403Forbidden, "second-factor");
        return endpoint?.Metadata.GetMetadata<RefusedAnswer>() is { } answer ? answer.ShowAsync(context) : Task.CompletedTask;
    }
}
