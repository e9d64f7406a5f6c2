using Directives.Access;
using Directives.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Web;

/// <summary>What every page shows around its content.</summary>
/// <param name="Texts">The reader's language.</param>
/// <param name="Switch">Address of this page in the other language; null where it would lose what was typed.</param>
/// <param name="Session">Whose session it is, if any; an error page shows none.</param>
/// <param name="IsSample">Whether to say that nothing here is real.</param>
/// <param name="May">What the person of the session may, for the menu.</param>
public sealed record PageFrame(Texts Texts, string? Switch, Session? Session, bool IsSample, Who May = Who.Nobody)
{
    /// <summary>The frame for a request.</summary>
    public static PageFrame Of(HttpContext context, Texts texts, int status)
    {
        var site = context.RequestServices.GetRequiredService<SiteOptions>();
        var shownByGet = HttpMethods.IsGet(context.Request.Method);
        var isError = status >= StatusCodes.Status400BadRequest && status != StatusCodes.Status422UnprocessableEntity;
        return new PageFrame(
            texts, shownByGet ? SwitchAddress(context.Request, texts.Other) : null, isError ? null : Session.Of(context.User), site.IsSample,
            AdmissionHandler.RolesOf(context));
    }

    private static string SwitchAddress(HttpRequest request, Texts other)
    {
        // Only the path and query: the host is never taken from a request.
        var query = request.Query.Where(q => q.Key != "lang").Select(q => new KeyValuePair<string, string?>(q.Key, q.Value));
        var address = QueryHelpers.AddQueryString(request.PathBase.Add(request.Path).ToUriComponent(), query);
        return QueryHelpers.AddQueryString(address, "lang", other.Language);
    }
}
