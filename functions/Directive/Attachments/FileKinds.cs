namespace Directives.Attachments;

/// <summary>Recognises files by what they begin with; a name proves nothing. Pure.</summary>
public static class FileKinds
{
    /// <summary>Bytes of a file's beginning that are looked at.</summary>
    public const int Head = 32;

    /// <summary>Bytes of a PDF's end in which its mark must stand.</summary>
    public const int Tail = 1024;

    // Brands of the HEIF container whose pictures are coded by HEVC; AVIF, films and others are none of ours.
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "mif1"];

    /// <summary>What a file is; null for anything else.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? FileKind.Pdf
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? FileKind.Png
        : IsHeic(head) ? FileKind.Heic
        : null;

    /// <summary>Whether the end of a PDF is that of a whole one.</summary>
    public static bool EndsLikePdf(ReadOnlySpan<byte> tail) => tail.LastIndexOf("%%EOF"u8) >= 0;

    /// <summary>Media type under which a kept file is served.</summary>
    public static string TypeOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Png => "image/png",
        _ => "image/jpeg",
    };

    /// <summary>Endings of a kept file's name, the usual one first.</summary>
    internal static IReadOnlyList<string> EndingsOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => [".pdf"],
        FileKind.Png => [".png"],
        _ => [".jpg", ".jpeg"],
    };

    private static bool IsHeic(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head[4..8].SequenceEqual("ftyp"u8)) return false;
        var brand = System.Text.Encoding.Latin1.GetString(head[8..12]);
        return HeicBrands.Contains(brand, StringComparer.Ordinal);
    }
}
