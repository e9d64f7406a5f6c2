using Directives.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Directives.Access;

/// <summary>
/// Every request that may change something carries the token of a form of ours, unless its endpoint says
/// that no cookie counts there (<see cref="NoFormToken"/>). Deny by default, like <see cref="Admits"/>.
/// </summary>
public sealed class FormTokens(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (IsSafe(context.Request.Method) || metadata?.GetMetadata<NoFormToken>() is not null || await IsValidAsync(context))
        {
            await next(context);
            return;
        }

        if (context.Response.StatusCode != StatusCodes.Status200OK) return;
        if (metadata?.GetMetadata<KeepsWhatWasTyped>() is not null && context.Request.HasFormContentType)
        {
            // The page shows again what was typed, with a fresh token; it must not act.
            context.Items[typeof(KeepsWhatWasTyped)] = true;
            await next(context);
            return;
        }

        ErrorPages.Refuse(context, StatusCodes.Status400BadRequest, "form-token");
    }

    /// <summary>Whether the request reached its endpoint only to show again what was typed.</summary>
    public static bool MustOnlyShow(HttpContext context) => context.Items.ContainsKey(typeof(KeepsWhatWasTyped));

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private async Task<bool> IsValidAsync(HttpContext context)
    {
        try
        {
            if (!context.Request.HasFormContentType) return false;
            await context.Request.ReadFormAsync(context.RequestAborted);
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (BadHttpRequestException refused)
        {
            ErrorPages.Refuse(context, refused.StatusCode);
            return false;
        }
        catch (InvalidDataException)
        {
            // A form with more or longer fields than any of ours.
            ErrorPages.Refuse(context, StatusCodes.Status413PayloadTooLarge);
            return false;
        }
        catch (IOException)
        {
            // A form in parts that ends before its last part does.
            ErrorPages.Refuse(context, StatusCodes.Status400BadRequest);
            return false;
        }
    }
}
