using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Directives.Web;

/// <summary>Shows a page for a view.</summary>
public static class Pages
{
    /// <summary>The page as an answer with a status.</summary>
    /// <param name="languageOf">Language of the person the page is for, where no session says it.</param>
    public static IResult Show<TPage, TView>(HttpContext context, TView view, int status = StatusCodes.Status200OK, string? languageOf = null)
        where TPage : SitePage<TView> =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?>
        {
            [nameof(SitePage<TView>.View)] = view,
            [nameof(SitePage<TView>.Frame)] = PageFrame.Of(context, LanguageChoice.Of(context, languageOf), status),
        })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>With a capital, to begin a line.</summary>
    public static string Upper(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));

    /// <summary>After a form was accepted: look at a page by GET.</summary>
    public static IResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
