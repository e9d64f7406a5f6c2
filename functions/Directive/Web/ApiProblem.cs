using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Directives.Web;

/// <summary>A problem document (RFC 9457) for <c>/api</c>.</summary>
public static class ApiProblem
{
    /// <summary>A problem, with messages per field where there are some.</summary>
    public static IResult Of(
        int status, string title, string? detail = null, IReadOnlyDictionary<string, string[]>? errors = null, string? receipt = null)
    {
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        if (errors is not null) problem.Extensions["errors"] = errors;
        if (receipt is not null) problem.Extensions["receipt"] = receipt;
        return Results.Json(problem, SiteJson.Options, "application/problem+json", status);
    }
}
