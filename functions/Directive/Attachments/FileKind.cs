namespace Directives.Attachments;

/// <summary>A kind of file that a report may carry.</summary>
public enum FileKind
{
    Pdf,
    Jpeg,
    Png,

    /// <summary>Photos of phones; kept as JPEG.</summary>
    Heic,
}
