using System.Runtime.CompilerServices;
using Directives.Access;

namespace Directives.Mail.Book;

/// <summary>The book of outgoing post in a folder: a file a day, only ever written on at its end.</summary>
/// <param name="root">Made when the first line comes.</param>
public sealed class FolderPostBook(string root) : IPostBook, IDisposable
{
    private const string Ending = ".jsonl";
    private readonly SemaphoreSlim _turn = new(1);
    private string? _day;

    /// <inheritdoc/>
    public async Task WriteAsync(IReadOnlyList<PostLine> lines, CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            foreach (var day in lines.GroupBy(l => PostLines.NameOf(l.At)))
            {
                if (day.Key != _day) Begin(day.Key);
                await using var file = new FileStream(PathOf(day.Key), OwnerOnly.File(FileMode.Append, FileAccess.Write, FileOptions.Asynchronous));
                var bytes = PostLines.Bytes(day);
                // A line that power cut short ends here.
                await file.WriteAsync(IsWhole(day.Key) ? bytes : [(byte)'\n', .. bytes], cancel);
                file.Flush(flushToDisk: true);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async Task BeginAsync(DateTimeOffset at, CancellationToken cancel = default)
    {
        OwnerOnly.MakeFolder(root);
        // A file of its own: another process may be writing the day's.
        await File.WriteAllTextAsync(PathOf(PostLines.NameOf(at) + "-begun"), "", cancel);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PostLine> ReadAsync(DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var (path, day) in Parts())
        {
            if (day < DateOnly.FromDateTime(from.UtcDateTime)) continue;
            foreach (var line in PostLines.Read(await File.ReadAllTextAsync(path, cancel), from)) yield return line;
        }
    }

    /// <inheritdoc/>
    public ValueTask<DateOnly?> SinceAsync(CancellationToken cancel = default) =>
        ValueTask.FromResult(Parts().Select(p => (DateOnly?)p.Day).FirstOrDefault());

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private void Begin(string day)
    {
        OwnerOnly.MakeFolder(root);
        var kept = PostLines.DayOf(day)?.AddDays(-IPostBook.DaysKept);
        foreach (var (path, of) in Parts())
        {
            if (of < kept) File.Delete(path);
        }

        _day = day;
    }

    private bool IsWhole(string day)
    {
        using var file = new FileStream(PathOf(day), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length == 0) return true;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    private string PathOf(string day) => Path.Combine(root, day + Ending);

    private List<(string Path, DateOnly Day)> Parts() => Directory.Exists(root)
        ? [.. Directory.EnumerateFiles(root, "*" + Ending).Order(StringComparer.Ordinal).Select(p => (p, PostLines.DayOf(Path.GetFileName(p)))).Where(p => p.Item2 is not null).Select(p => (p.p, p.Item2!.Value))]
        : [];
}
