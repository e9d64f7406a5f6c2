using Directives.Attachments;
using Directives.Tables;

namespace Directives.Moving;

/// <summary>What a copy is made from.</summary>
public sealed record CopyParts
{
    /// <summary>Nothing may be written there while they are read, unless it is a snapshot.</summary>
    public required ITables Tables { get; init; }

    public required IFiles Files { get; init; }

    public required CopyKind Kind { get; init; }

    public required InstallationMark Mark { get; init; }

    /// <summary>Prints of the keys, by name.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>UTC, the machine's clock.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>UTC, the installation's clock.</summary>
    public required DateTimeOffset ClockAt { get; init; }

    /// <summary>Folder of own rules; null for none.</summary>
    public DirectoryInfo? Rules { get; init; }
}
