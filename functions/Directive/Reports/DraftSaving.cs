namespace Directives.Reports;

/// <summary>What became of the saving of a draft.</summary>
public abstract record DraftSaving
{
    /// <summary>It is kept.</summary>
    public sealed record Kept(Draft Draft) : DraftSaving;

    /// <summary>Somebody else saved meanwhile; nothing was changed.</summary>
    public sealed record Conflict(Draft Theirs) : DraftSaving;

    /// <summary>It holds more than a row can.</summary>
    public sealed record TooLarge : DraftSaving;
}
