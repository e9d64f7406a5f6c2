namespace Directives.Mail.Book;

/// <summary>
/// The book of outgoing post (sổ thư đi): which letter left, what it told and what became of it, kept outside the tables. It is not put back with them: after a
/// restore it says what had left since the backup, so that nothing leaves twice.
/// </summary>
public interface IPostBook
{
    /// <summary>Days for which the book is kept; a backup that is older is of no use with it.</summary>
    const int DaysKept = 60;

    /// <summary>Writes lines. When it returns, they survive a loss of power.</summary>
    /// <exception cref="IOException">They could not be written.</exception>
    /// <exception cref="Tables.TablesUnusableException">The same, of a storage account.</exception>
    Task WriteAsync(IReadOnlyList<PostLine> lines, CancellationToken cancel = default);

    /// <summary>Says that there is a book when a copy is taken (UTC, the installation's clock), even if no letter leaves for long.</summary>
    Task BeginAsync(DateTimeOffset at, CancellationToken cancel = default);

    /// <summary>What was written from a time (UTC, the installation's clock) on, in order.</summary>
    IAsyncEnumerable<PostLine> ReadAsync(DateTimeOffset from, CancellationToken cancel = default);

    /// <summary>The day (UTC, the installation's clock) from which on there is a book; null where there is none.</summary>
    ValueTask<DateOnly?> SinceAsync(CancellationToken cancel = default);
}
