using System.IO.Compression;
using System.Text;
using ImageMagick;

namespace Directives.Tests.Attachments;

/// <summary>Real files to send: made here, but for one photo of a phone's kind, which nothing here can write.</summary>
internal static class SampleFiles
{
    /// <summary>What the metadata of the pictures says; nothing of it may be kept.</summary>
    public const string Camera = "CameraMake";

    /// <summary>A HEIC picture of 32 × 24, with metadata.</summary>
    public static byte[] Heic { get; } = Convert.FromBase64String(
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAACAAGAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIFAAEAAAAAAAAAJwACAAEAAAAAAAAAAQAAAAAAAAAIAAMAAAAAAAACLAABAAAAAAAAAFsAAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAAAAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANVpcHJwAAAAs2lwY28AAABzaHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgAAA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAJ0IBAQNwAAADAJAAAAMAAAMAHqAggQWW6q6a5sCAAAADAIAAAAMAhCIAAQAGRAHBc8GJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAAAgAAAAGAAAABBwaXhpAAAAAAMICAgAAAAaaXBtYQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAACKbWRhdAAAACMoAa8LSE1DgPX9Olf/jVbl0fNbxIXlqNVqVoCckjl6kCuAsAAAAABJSSoACAAAAAMADwECAAsAAAA2AAAAEgEDAAEAAAAAAAAAJYgEAAEAAABBAAAAAAAAAAAAAABDYW1lcmFNYWtlAAEAAQACAAIAAABOAAAAAAAAAAAAAAA=");

    public static byte[] Pdf(string words = "Tờ trình") => Encoding.UTF8.GetBytes($"%PDF-1.4\n% {words}\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n");

    public static byte[] Jpeg(uint width = 40, uint height = 30) => Picture(MagickFormat.Jpeg, width, height);

    public static byte[] Png(uint width = 40, uint height = 30) => Picture(MagickFormat.Png, width, height);

    /// <summary>A program, whatever it is named.</summary>
    public static byte[] Exe { get; } = [(byte)'M', (byte)'Z', .. new byte[500]];

    /// <summary>A PNG of few bytes that unpacks to so many pixels.</summary>
    public static byte[] Bomb(uint width, uint height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [.. BigEndian(width), .. BigEndian(height), 1, 0, 0, 0, 0]);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[(width + 15) / 8];
            for (var i = 0; i < height; i++) zip.Write(row);
        }

        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Picture(MagickFormat format, uint width, uint height)
    {
        using var image = new MagickImage(MagickColors.SeaGreen, width, height);
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.Make, Camera);
        exif.SetValue(ExifTag.Orientation, (ushort)6);
        exif.SetValue(ExifTag.GPSLatitudeRef, "N");
        image.SetProfile(exif);
        image.Orientation = Orientation.RightTop;
        image.Comment = Camera;
        return image.ToByteArray(format);
    }

    private static void Chunk(MemoryStream file, string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        file.Write(BigEndian((uint)data.Length));
        file.Write(body);
        file.Write(BigEndian(Crc32(body)));
    }

    private static byte[] BigEndian(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static uint Crc32(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
