using Directives.Access;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Mail.Faults;

/// <summary>The office's page on letters that did not leave.</summary>
public static class PostEndpoints
{
    /// <summary>Where it is.</summary>
    public const string Address = "/office/post";

    public static void Map(IEndpointRouteBuilder site) => site.MapGet(Address, FaultsAsync).Allow(Who.Office);

    private static async Task<IResult> FaultsAsync(HttpContext context, IPostPages post, CancellationToken cancel) =>
        Pages.Show<PostPage, PostView>(context, await post.FaultsAsync(cancel));
}
