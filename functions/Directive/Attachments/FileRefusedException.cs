namespace Directives.Attachments;

/// <summary>A file is not taken.</summary>
public sealed class FileRefusedException(FileProblem why) : Exception($"The file is refused: {why}.")
{
    public FileProblem Why { get; } = why;
}
