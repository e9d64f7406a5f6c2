using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Directives.Web;

/// <summary>Reads a request's body into memory, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>The whole body; null where it is too large. One that does not say its length is read no further than the limit.</summary>
    /// <param name="most">Bytes.</param>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken cancel)
    {
        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, most));
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (await request.Body.ReadAsync(buffer, cancel) is var read and > 0)
            {
                if (body.Length + read > most) return null;
                body.Write(buffer, 0, read);
            }
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
    }
}
