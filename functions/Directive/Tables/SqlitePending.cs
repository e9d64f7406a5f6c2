namespace Directives.Tables;

/// <summary>A batch on its way through the writer, and the caller who waits for it.</summary>
internal sealed class SqlitePending(Table table, string partition, IReadOnlyList<RowChange> changes)
{
    // Continuations run elsewhere: the writer has the next group to write.
    private readonly TaskCompletionSource<IReadOnlyList<string>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;
    private string[]? _versions;
    private BatchRefusedException? _refusal;

    public Table Table { get; } = table;

    public string Partition { get; } = partition;

    public IReadOnlyList<RowChange> Changes { get; } = changes;

    /// <summary>Completes when the batch is on the disk, refused or failed.</summary>
    public Task<IReadOnlyList<string>> Done => _done.Task;

    /// <summary>The writer claims the batch; false if it was cancelled before.</summary>
    public bool Take() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <summary>The caller gives up; without effect once the writer has claimed the batch.</summary>
    public void Cancel(CancellationToken cancel)
    {
        if (Take()) _done.TrySetCanceled(cancel);
    }

    /// <summary>Notes that the batch was written under this version, in a transaction still to be committed.</summary>
    public void Wrote(long version)
    {
        var text = StoredVersion.Format(version);
        _refusal = null; // Of a try that was rolled back.
        _versions = new string[Changes.Count];
        for (var i = 0; i < _versions.Length; i++) _versions[i] = Changes[i] is Delete ? "" : text;
    }

    /// <summary>Notes a refusal; it is told only after the commit, for it was judged by rows of the same transaction.</summary>
    public void Refused(BatchRefusedException refused) => _refusal = refused;

    /// <summary>Tells the caller how it ended.</summary>
    public void Tell()
    {
        if (_refusal is not null) _done.TrySetException(_refusal);
        else _done.TrySetResult(_versions!);
    }

    /// <summary>Tells the caller that the whole transaction failed.</summary>
    public void Fail(Exception problem) => _done.TrySetException(problem);
}
