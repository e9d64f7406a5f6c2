namespace Directives.Mail.Book;

/// <summary>No book: for simulations that are thrown away, and for who only reads.</summary>
public sealed class NoPostBook : IPostBook
{
    /// <inheritdoc/>
    public Task WriteAsync(IReadOnlyList<PostLine> lines, CancellationToken cancel = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task BeginAsync(DateTimeOffset at, CancellationToken cancel = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public IAsyncEnumerable<PostLine> ReadAsync(DateTimeOffset from, CancellationToken cancel = default) => AsyncEnumerable.Empty<PostLine>();

    /// <inheritdoc/>
    public ValueTask<DateOnly?> SinceAsync(CancellationToken cancel = default) => ValueTask.FromResult<DateOnly?>(null);
}
