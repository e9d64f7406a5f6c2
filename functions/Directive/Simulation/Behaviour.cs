namespace Directives.Simulation;

/// <summary>What somebody does about an obligation.</summary>
public enum Conduct
{
    /// <summary>Files by the due day.</summary>
    OnTime,

    /// <summary>Files after the due day, while it still counts.</summary>
    Late,

    /// <summary>Never files.</summary>
    Never,
}

/// <summary>
/// How people behave in a simulated year. It follows from the seed, the cycle and the seat alone, so that it is the same
/// in whatever order things happen.
/// </summary>
public sealed class Behaviour(YearOptions options)
{
    /// <summary>What becomes of a seat's obligation in a cycle.</summary>
    public Conduct Of(string cycle, string seat)
    {
        // 53 bits: as many as a double between 0 and 1 has.
        var share = (Draw(cycle, seat, 0) >> 11) * (1.0 / (1UL << 53));
        if (share < options.OnTime) return Conduct.OnTime;
        if (share < options.OnTime + options.Late) return Conduct.Late;

        // Shares that add up to a little less than 1 make nobody fall silent whom they do not name.
        return options.Never > 0 ? Conduct.Never : options.Late > 0 ? Conduct.Late : Conduct.OnTime;
    }

    /// <summary>A number drawn for an obligation; <paramref name="purpose"/> makes it another one.</summary>
    public ulong Draw(string cycle, string seat, int purpose)
    {
        var hash = Mixed(14695981039346656037UL ^ (ulong)options.Seed);
        foreach (var c in cycle) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ '|') * 1099511628211UL;
        foreach (var c in seat) hash = (hash ^ c) * 1099511628211UL;
        return Mixed(hash + ((ulong)purpose * 0x9E3779B97F4A7C15UL));
    }

    // SplitMix64's last step: every bit of the hash moves every bit of the number.
    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
