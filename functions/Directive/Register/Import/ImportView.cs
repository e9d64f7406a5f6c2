namespace Directives.Register.Import;

/// <summary>The page of imports.</summary>
public sealed record ImportView
{
    /// <summary>What was chosen; null to tell by the file.</summary>
    public ImportKind? Kind { get; init; }

    /// <summary>What the file would do; null where none was looked at, or it cannot be read.</summary>
    public ImportPlan? Plan { get; init; }

    /// <summary>The file that was looked at, to be sent again with the confirmation.</summary>
    public string Kept { get; init; } = "";

    /// <summary>What it was called.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Binds the confirmation to what is shown.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Why the file cannot be read.</summary>
    public ImportEntry? Unusable { get; init; }

    /// <summary>Why nothing was done, as the name of a text.</summary>
    public string? Refused { get; init; }

    /// <summary>What was imported just now.</summary>
    public ImportKind? Done { get; init; }

    /// <summary>Whether the reader comes from the office's page; else from the administrators'.</summary>
    public bool OfOffice { get; init; }
}
