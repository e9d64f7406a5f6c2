using Directives.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Web;

/// <summary>The way of a request through the site; the same under Kestrel and behind one HTTP trigger.</summary>
public static class SitePipeline
{
    /// <summary>Adds the whole site to a pipeline. Nothing comes after it.</summary>
    public static IApplicationBuilder UseDirective(this IApplicationBuilder app)
    {
        Proxies.Use(app, app.ApplicationServices.GetRequiredService<SiteOptions>());
        app.Use(SecurityHeaders.AddAsync);
        app.Use(SchemeAsync);
        app.UseExceptionHandler(ErrorPages.Options());
        app.UseStatusCodePages(status => ErrorPages.WriteAsync(status.HttpContext));
        app.UseMiddleware<HostCheck>();
        app.Use(LanguageChoice.KeepAsync);
        app.Use(ForgetOuterEndpointAsync);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<BodyLimit>();
        app.UseAuthentication();
        app.Use(AnswerUnknownAsync);
        app.UseAuthorization();
        app.UseMiddleware<FormTokens>();
        app.UseEndpoints(endpoints => endpoints.MapDirective());
        return app;
    }

    // Whoever ends HTTPS before us asks us without: what counts is how people reach the site, and that is configured.
    private static Task SchemeAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.Scheme = context.RequestServices.GetRequiredService<SiteOptions>().PublicAddress.Scheme;
        return next(context);
    }

    // Behind an HTTP trigger the host has routed already, to the trigger.
    private static Task ForgetOuterEndpointAsync(HttpContext context, RequestDelegate next)
    {
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return next(context);
    }

    // What no endpoint answers is a 404 (or the router's 405), not a refusal.
    private static Task AnswerUnknownAsync(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is Microsoft.AspNetCore.Routing.RouteEndpoint) return next(context);
        if (endpoint is { DisplayName: "405 HTTP Method Not Supported", RequestDelegate: { } answer }) return answer(context);
        if (endpoint is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
