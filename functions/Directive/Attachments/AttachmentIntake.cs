namespace Directives.Attachments;

/// <summary>
/// Takes files in (R4): recognised by content, pictures made anew, PDF kept as they are, all under their hash. What is in no report
/// and no draft afterwards stays until a sweep removes it.
/// </summary>
public sealed class AttachmentIntake(IFiles files)
{
    /// <summary>Bytes of a file as it is sent.</summary>
    public const long MostBytes = 10 * 1024 * 1024;

    /// <summary>Files of a report.</summary>
    public const int MostFiles = 10;

    // Each may need the memory of the largest picture.
    private const int PicturesAtOnce = 2;

    // One for the program: it has one memory.
    private static readonly SemaphoreSlim Pictures = new(PicturesAtOnce);

    /// <summary>Keeps a file.</summary>
    /// <param name="name">As the sender's machine names it.</param>
    /// <param name="content">From its beginning; it can seek.</param>
    /// <exception cref="FileRefusedException">It is none that a report may carry; nothing was kept.</exception>
    public async Task<Attachment> TakeAsync(string name, Stream content, CancellationToken cancel)
    {
        if (content.Length == 0) throw new FileRefusedException(FileProblem.Empty);
        if (content.Length > MostBytes) throw new FileRefusedException(FileProblem.TooLarge);
        var kind = FileKinds.Of(await ReadAsync(content, 0, FileKinds.Head, cancel)) ?? throw new FileRefusedException(FileProblem.UnknownKind);
        var kept = kind == FileKind.Pdf ? await TakePdfAsync(content, cancel) : await TakePictureAsync(content, kind, cancel);
        return new Attachment(kept.Hash, FileNames.Clean(name, kind), FileKinds.TypeOf(kind), kept.Size);
    }

    private async Task<KeptFile> TakePdfAsync(Stream content, CancellationToken cancel)
    {
        var from = Math.Max(0, content.Length - FileKinds.Tail);
        if (!FileKinds.EndsLikePdf(await ReadAsync(content, from, FileKinds.Tail, cancel))) throw new FileRefusedException(FileProblem.Broken);
        content.Position = 0;
        return await files.PutAsync(content, cancel);
    }

    private async Task<KeptFile> TakePictureAsync(Stream content, FileKind kind, CancellationToken cancel)
    {
        var bytes = await ReadAsync(content, 0, (int)content.Length, cancel);
        await Pictures.WaitAsync(cancel);
        try
        {
            bytes = await Task.Run(() => ImageCleaner.Clean(bytes, kind), cancel);
        }
        finally
        {
            Pictures.Release();
        }

        using var clean = new MemoryStream(bytes, writable: false);
        return await files.PutAsync(clean, cancel);
    }

    private static async Task<byte[]> ReadAsync(Stream content, long from, int most, CancellationToken cancel)
    {
        content.Position = from;
        var bytes = new byte[Math.Min(most, content.Length - from)];
        await content.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
