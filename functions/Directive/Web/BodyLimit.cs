using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Directives.Web;

/// <summary>Refuses a body that says it is too large before a byte of it is read, and caps one that says nothing.</summary>
public sealed class BodyLimit(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint()?.Metadata;
        var upload = endpoint?.GetMetadata<UploadLimit>();
        var limit = upload?.Bytes ?? endpoint?.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? FormLimits.Bytes;
        if (context.Request.ContentLength > limit)
        {
            ErrorPages.Refuse(context, StatusCodes.Status413PayloadTooLarge, upload is null ? null : "upload");
            return Task.CompletedTask;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit;
        upload?.Set(context);
        return next(context);
    }
}
