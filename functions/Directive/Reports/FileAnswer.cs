using Directives.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Directives.Reports;

/// <summary>A file as an answer: only ever saved, never shown in the page's place.</summary>
internal static class FileAnswer
{
    /// <summary>The file; as one that never was for null.</summary>
    public static IResult Send(HttpContext context, OpenedFile? file)
    {
        if (file is null) return Results.StatusCode(StatusCodes.Status404NotFound);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = SecurityHeaders.PolicyOfFile;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.File.Name);
        headers.ContentDisposition = disposition.ToString();
        headers.ContentLength = file.File.Size;
        return Results.Stream(file.Content, file.File.Type);
    }
}
