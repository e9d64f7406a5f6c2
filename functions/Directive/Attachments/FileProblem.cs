namespace Directives.Attachments;

/// <summary>Why a file is not taken. Its text is <c>form.file.problem.{name}</c>.</summary>
public enum FileProblem
{
    /// <summary>It holds nothing.</summary>
    Empty,

    /// <summary>More than <see cref="AttachmentIntake.MostBytes"/>.</summary>
    TooLarge,

    /// <summary>Neither PDF, JPEG, PNG nor HEIC, whatever its name says.</summary>
    UnknownKind,

    /// <summary>It begins like one of these, but is not whole.</summary>
    Broken,

    /// <summary>A picture of more than <see cref="ImageCleaner.MostPixels"/>.</summary>
    TooManyPixels,

    /// <summary>A PDF where only pictures are taken, for it may hold its author's name.</summary>
    NoPicture,

    /// <summary>The report has <see cref="AttachmentIntake.MostFiles"/> already.</summary>
    TooMany,
}
