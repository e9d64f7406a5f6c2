namespace Directives.Tables;

/// <summary>Some neighbouring rows of a <see cref="MemoryPartition"/>, sorted; never empty between two calls.</summary>
internal struct MemoryBlock(int capacity)
{
    /// <summary>Most rows of a block.</summary>
    public const int Full = 256;

    /// <summary>The rows; only the first <see cref="Count"/> are filled.</summary>
    public MemoryRow[] Rows = new MemoryRow[capacity];

    /// <summary>How many rows are filled.</summary>
    public int Count;

    /// <summary>The place of a key, or the complement of the place where it would be inserted.</summary>
    public readonly int Find(string key)
    {
        // Most rows come in order, behind all others.
        if (Count == 0 || string.CompareOrdinal(Rows[Count - 1].Key, key) < 0) return ~Count;
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(Rows[middle].Key, key);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    /// <summary>Inserts a row; the block is not full.</summary>
    public void Insert(int at, MemoryRow row)
    {
        if (Count == Rows.Length) Array.Resize(ref Rows, Math.Min(Full, Count * 2));
        Array.Copy(Rows, at, Rows, at + 1, Count - at);
        Rows[at] = row;
        Count++;
    }

    /// <summary>Removes a row.</summary>
    public void RemoveAt(int at)
    {
        Count--;
        Array.Copy(Rows, at + 1, Rows, at, Count - at);
        Rows[Count] = default;
    }

    /// <summary>Gives its upper half away, as a new block.</summary>
    public MemoryBlock Split()
    {
        var upper = new MemoryBlock(Full) { Count = Count / 2 };
        Count -= upper.Count;
        Array.Copy(Rows, Count, upper.Rows, 0, upper.Count);
        Array.Clear(Rows, Count, upper.Count);
        return upper;
    }
}
