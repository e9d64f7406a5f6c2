using Directives.Access;
using Directives.Access.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Directives.Web;

/// <summary>What a reader sees of a refusal or a fault: a page in their language, or a problem document for machines.</summary>
public static class ErrorPages
{
    private static readonly int[] Known = [400, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500];

    /// <summary>Refuses the request with a status and, if it has one, a text of its own (<c>error.{which}.*</c>).</summary>
    public static void Refuse(HttpContext context, int status, string? which = null, params object?[] arguments)
    {
        context.Response.StatusCode = status;
        if (which is not null) context.Features.Set(new Refusal(which, arguments));
    }

    /// <summary>How faults are answered: the exception is logged, the reader learns only that it was.</summary>
    public static ExceptionHandlerOptions Options() => new()
    {
        ExceptionHandler = WriteAsync,
        StatusCodeSelector = static fault => (fault as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
    };

    /// <summary>Writes the page or document for the response's status.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        var texts = LanguageChoice.Of(context);
        var status = context.Response.StatusCode;
        var refusal = context.Features.Get<Refusal>();
        var which = refusal?.Which ?? (Known.Contains(status) ? $"{status}" : status < 500 ? "400" : "500");
        var title = texts[$"error.{which}.title"];
        var text = texts[$"error.{which}.text", refusal?.Arguments ?? []];
        return LanguageChoice.IsApi(context.Request)
            ? ApiProblem.Of(status, title, text).ExecuteAsync(context)
            : Pages.Show<ErrorPage, ErrorView>(context, new ErrorView(status, title, text) { Way = Way(context, status, refusal?.Which) }, status).ExecuteAsync(context);
    }

    /// <summary>Whoever has not signed in may; whoever did so by mail alone may show a second factor.</summary>
    private static (string Text, string Path)? Way(HttpContext context, int status, string? which) => status switch
    {
        StatusCodes.Status403Forbidden when which == "second-factor" => ("signin.second.show", SecondFactorEndpoints.Path),
        StatusCodes.Status403Forbidden when which is null && Session.Of(context.User) is null => ("signin.by-mail", SignInEndpoints.Path),
        _ => null,
    };

    private sealed record Refusal(string Which, object?[] Arguments);
}
