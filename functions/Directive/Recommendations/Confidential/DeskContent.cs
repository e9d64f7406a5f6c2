using Directives.Attachments;
using Directives.Dossiers;

namespace Directives.Recommendations.Confidential;

/// <summary>Head of a confidential matter: it says nothing but when it wants attention.</summary>
public sealed record DeskHead : Head;

/// <summary>The one row of a confidential matter.</summary>
/// <param name="Words">A <see cref="DeskContent"/>, sealed.</param>
public sealed record SealedRow(byte[] Words);

/// <summary>All there is of a confidential matter; it is stored sealed only (R6).</summary>
public sealed record DeskContent
{
    /// <summary>Who raised it: an official's id.</summary>
    public required string Raiser { get; init; }

    /// <summary>What it is about.</summary>
    public required IReadOnlyList<Named> Named { get; init; }

    /// <summary>Whom it concerned by the register of the day on which it was raised: ids.</summary>
    public required IReadOnlyList<string> Concerned { get; init; }

    /// <summary>The rules it was raised under.</summary>
    public required CaseRules Rules { get; init; }

    /// <summary>IANA zone in which its days begin and end.</summary>
    public required string Zone { get; init; }

    /// <summary>What happened, by number.</summary>
    public required IReadOnlyList<CaseEvent> Events { get; init; }

    /// <summary>All ladders, those that are over too.</summary>
    public IReadOnlyList<DutyLadder> Ladders { get; init; } = [];

    /// <summary>Its files.</summary>
    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>On whose lists it stands: ids.</summary>
    public IReadOnlyList<string> Listed { get; init; } = [];
}

/// <summary>A confidential matter as one of its readers sees it.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="IsRaiser">Whether the reader raised it; else they are of the desk.</param>
public sealed record OpenMatter(string Id, DeskContent Content, CaseState State, DeskReaders Readers, bool IsRaiser)
{
    /// <summary>The first event.</summary>
    public Raised Raised => (Raised)Content.Events[0];
}
