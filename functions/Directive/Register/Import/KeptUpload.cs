using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Directives.Tables;

namespace Directives.Register.Import;

/// <summary>
/// A file that was looked at, kept in the page itself until it is confirmed: nothing of it lies on the server meanwhile, and what is done is what was
/// shown, because its stamp binds it to the plan.
/// </summary>
public static class KeptUpload
{
    /// <summary>The file as text for a form.</summary>
    public static string Pack(ReadOnlySpan<byte> file)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(file);
        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <summary>The file; null where the text is not one that <see cref="Pack"/> made, or too large.</summary>
    public static byte[]? Unpack(string text)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(text), writable: false), CompressionMode.Decompress);
            using var file = new MemoryStream();
            var buffer = new byte[64 * 1024];
            while (zip.Read(buffer) is var read and > 0)
            {
                file.Write(buffer, 0, read);
                if (file.Length > ImportFile.MostBytes) return null;
            }

            return file.Length == 0 ? null : file.ToArray();
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>What binds a confirmation to what was shown: the file, its kind, the day, and what it was compared with.</summary>
    public static string Stamp(ImportPlan plan, ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        Keys.Join($"{plan.Kind}", PlaceChecks.Text(plan.Day), plan.Against, Convert.ToHexStringLower(SHA256.HashData(file))))));
}
