using ImageMagick;

namespace Directives.Attachments;

/// <summary>
/// Makes pictures anew: only what can be seen is kept, no place, no time, no camera, no hidden data. Dimensions are read before
/// anything is decoded, and the decoder may not take more than its limits: a small file that unpacks to a huge picture is refused.
/// </summary>
public static class ImageCleaner
{
    /// <summary>Pixels of a picture; more than the photos of phones have.</summary>
    public const long MostPixels = 50_000_000;

    private const uint MostSide = 16_000;
    private const uint Quality = 88;

    static ImageCleaner()
    {
        // No limit of time: the library counts it from its first picture on, and a server that runs for weeks would then refuse all.
        // What may be decoded is bounded by pixels instead, and only so many at once (AttachmentIntake).
        ResourceLimits.Width = MostSide;
        ResourceLimits.Height = MostSide;
        ResourceLimits.Area = MostPixels;
        ResourceLimits.Memory = 512UL * 1024 * 1024;
        ResourceLimits.MaxMemoryRequest = 512UL * 1024 * 1024;
        ResourceLimits.Disk = 0;
        ResourceLimits.ListLength = 8;
    }

    /// <summary>The picture made anew: PNG as PNG, all else as JPEG, upright, in common colours.</summary>
    /// <exception cref="FileRefusedException">It is too large, or no picture.</exception>
    public static byte[] Clean(byte[] picture, FileKind kind)
    {
        var settings = new MagickReadSettings { Format = FormatOf(kind), FrameIndex = 0, FrameCount = 1 };
        try
        {
            var size = new MagickImageInfo(picture, settings);
            if (size.Width > MostSide || size.Height > MostSide || (long)size.Width * size.Height > MostPixels)
                throw new FileRefusedException(FileProblem.TooManyPixels);
            using var image = new MagickImage(picture, settings);
            image.AutoOrient();
            image.TransformColorSpace(ColorProfiles.SRGB);
            image.Strip();
            image.Quality = Quality;
            image.Settings.SetDefine(MagickFormat.Png, "exclude-chunks", "date,eXIf,tEXt,zTXt,iTXt,tIME");
            return image.ToByteArray(kind == FileKind.Png ? MagickFormat.Png : MagickFormat.Jpeg);
        }
        catch (MagickResourceLimitErrorException)
        {
            throw new FileRefusedException(FileProblem.TooManyPixels);
        }
        catch (MagickException)
        {
            throw new FileRefusedException(FileProblem.Broken);
        }
    }

    // Named, so that no other decoder of the library ever sees the bytes.
    private static MagickFormat FormatOf(FileKind kind) => kind switch
    {
        FileKind.Png => MagickFormat.Png,
        FileKind.Heic => MagickFormat.Heic,
        _ => MagickFormat.Jpeg,
    };
}
