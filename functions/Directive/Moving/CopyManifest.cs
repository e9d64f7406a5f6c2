namespace Directives.Moving;

/// <summary>What a copy of an authority was made for.</summary>
public enum CopyKind
{
    /// <summary>To go on elsewhere: where it was made, nothing goes on.</summary>
    Export,

    /// <summary>To be put back after a loss: where it was made, everything went on.</summary>
    Backup,
}

/// <summary>What stands in a copy, and whether all of it is there. It is written last.</summary>
public sealed record CopyManifest
{
    /// <summary>The format that this program writes, and the newest that it reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Counted up when an older program could not read it.</summary>
    public required int Format { get; init; }

    /// <summary>Version of the program that wrote it; for people.</summary>
    public required string Program { get; init; }

    public required CopyKind Kind { get; init; }

    public required InstallationMark Mark { get; init; }

    /// <summary>When it was made (UTC, the machine's clock).</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>What the installation's own clock showed then (UTC): a sample's may stand years in the past.</summary>
    public required DateTimeOffset ClockAt { get; init; }

    /// <summary>Which keys belong to it, by the prints (<see cref="KeyPrints"/>) of those that were the newest then. The keys themselves are in no copy.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>What was copied of each table, by its name.</summary>
    public required IReadOnlyDictionary<string, CopiedTable> Tables { get; init; }

    /// <summary>How many files of reports are in it.</summary>
    public required int Files { get; init; }

    /// <summary>Own rules (editions, holidays, retention) by their relative path: SHA-256 in lower hexadecimal.</summary>
    public required IReadOnlyDictionary<string, string> Rules { get; init; }

    /// <summary>Rows of all tables.</summary>
    public int Rows() => Tables.Values.Sum(t => t.Rows);
}

/// <summary>One table of a copy.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">Of its lines, in lower hexadecimal.</param>
public sealed record CopiedTable(int Rows, string Sha256);

/// <summary>One row of a copied table, a line of JSON.</summary>
/// <param name="P">Partition.</param>
/// <param name="K">Row key.</param>
/// <param name="B">The body as text; null where it is none.</param>
/// <param name="X">The body in base 64 where it is no text that comes back byte for byte.</param>
public sealed record CopiedRow(string P, string K, string? B, string? X = null);
