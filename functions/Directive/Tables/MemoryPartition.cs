namespace Directives.Tables;

/// <summary>
/// The rows of one partition in ordinal order: a list of small sorted blocks, so that appending, deleting from the front
/// and inserting in the middle each move a few kilobytes at most. Whoever calls holds the lock on it.
/// </summary>
internal sealed class MemoryPartition
{
    private MemoryBlock[] _blocks = [];
    private int _count;

    /// <summary>The version of a row, or null where there is none.</summary>
    public long? VersionOf(string key) => Find(key, out var block, out var at) ? _blocks[block].Rows[at].Version : null;

    /// <summary>The row, or null where there is none.</summary>
    public Row? Read(string key)
    {
        if (!Find(key, out var block, out var at)) return null;
        ref var row = ref _blocks[block].Rows[at];
        return new(row.Key, row.Body, StoredVersion.Format(row.Version));
    }

    /// <summary>The rows of a range, in order.</summary>
    public Row[] Query(KeyRange range, int limit)
    {
        if (_count == 0 || string.CompareOrdinal(range.From, range.To) >= 0) return [];
        Find(range.From ?? "", out var block, out var at);
        Find(range.To, out var lastBlock, out var end);
        long found = end - at;
        for (var i = block; i < lastBlock; i++) found += _blocks[i].Count;
        var rows = new Row[(int)Math.Min(found, limit)];
        var (seen, text) = (-1L, "");
        for (var i = 0; i < rows.Length; i++, at++)
        {
            while (at >= _blocks[block].Count) (block, at) = (block + 1, 0);
            ref var row = ref _blocks[block].Rows[at];
            // Rows of one batch share their version, and now also its text.
            if (row.Version != seen) (seen, text) = (row.Version, StoredVersion.Format(row.Version));
            rows[i] = new(row.Key, row.Body, text);
        }

        return rows;
    }

    /// <summary>Adds or overwrites a row.</summary>
    public void Write(string key, ReadOnlyMemory<byte> body, long version)
    {
        if (Find(key, out var block, out var at))
        {
            ref var row = ref _blocks[block].Rows[at];
            row = new(row.Key, body, version);
            return;
        }

        if (_count == 0) AddBlock(0, new MemoryBlock(1));
        if (_blocks[block].Count == MemoryBlock.Full)
        {
            // Behind the last row a fresh block keeps the old one full; elsewhere a full block is halved.
            var append = block == _count - 1 && at == MemoryBlock.Full;
            AddBlock(block + 1, append ? new MemoryBlock(16) : _blocks[block].Split());
            if (at > _blocks[block].Count || append) (block, at) = (block + 1, at - _blocks[block].Count);
        }

        _blocks[block].Insert(at, new(key, body, version));
    }

    /// <summary>Removes a row that is there.</summary>
    public void Remove(string key)
    {
        if (!Find(key, out var block, out var at)) return;
        _blocks[block].RemoveAt(at);
        if (_blocks[block].Count > 0) return;
        _count--;
        Array.Copy(_blocks, block + 1, _blocks, block, _count - block);
        _blocks[_count] = default;
    }

    /// <summary>Drops the rows that are not needed any more, and the room they took. Returns whether none is left.</summary>
    public bool Forget(Func<Row, bool> unneeded)
    {
        var kept = Query(KeyRange.All, int.MaxValue).Where(row => !unneeded(row)).ToArray();
        (_blocks, _count) = ([], 0);
        foreach (var row in kept) Write(row.Key, row.Body, StoredVersion.Parse(row.Version));
        return kept.Length == 0;
    }

    // The row, or the place where it would be inserted.
    private bool Find(string key, out int block, out int at)
    {
        (block, at) = (0, 0);
        if (_count == 0) return false;
        var (low, high) = (1, _count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(_blocks[middle].Rows[0].Key, key) <= 0) low = middle + 1;
            else high = middle - 1;
        }

        block = high;
        at = _blocks[block].Find(key);
        if (at >= 0) return true;
        at = ~at;
        return false;
    }

    private void AddBlock(int at, MemoryBlock block)
    {
        if (_count == _blocks.Length) Array.Resize(ref _blocks, _count == 0 ? 1 : _count * 2);
        Array.Copy(_blocks, at, _blocks, at + 1, _count - at);
        _blocks[at] = block;
        _count++;
    }
}
