using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Directives.Web;

/// <summary>
/// Metadata of a form with files: how much it may hold at once. What says more is refused unread; files go to the disk as they come,
/// and one that is too large comes back with a message, and with what was typed.
/// </summary>
/// <param name="bytes">Bytes of the whole form.</param>
public sealed class UploadLimit(long bytes)
{
    public long Bytes { get; } = bytes;

    /// <summary>Lets the request's form be read with this limit.</summary>
    public void Set(HttpContext context)
    {
        var options = new FormOptions();
        FormLimits.Set(options);
        options.MultipartBodyLengthLimit = Bytes;
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, options));
    }
}
