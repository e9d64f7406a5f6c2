using Directives.Mail.Book;
using Directives.Tables;

namespace Directives.Recovery;

/// <summary>What is known of the time between a backup and its restore.</summary>
public sealed record RestoreFacts
{
    /// <summary>Which backup: the print of its manifest.</summary>
    public required string Copy { get; init; }

    /// <summary>When the backup was taken (UTC, the installation's clock).</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The book of outgoing post since shortly before then, in order.</summary>
    public required IReadOnlyList<PostLine> Lines { get; init; }

    /// <summary>Whether there was such a book.</summary>
    public required bool HadBook { get; init; }

    /// <summary>The tables that are replaced; null where they cannot be read any more.</summary>
    public ITables? Replaced { get; init; }
}
