namespace Directives.Verification;

/// <summary>What <c>audit verify</c> found.</summary>
/// <param name="Dossiers">Dossiers walked.</param>
/// <param name="Entries">Trail entries checked.</param>
/// <param name="Seals">Seals checked.</param>
/// <param name="LastGoodSeal">The last seal before anything bad; null where there is none.</param>
/// <param name="LastGoodCheckpoint">The last checkpoint before anything bad; null where there is none.</param>
/// <param name="Findings">What is out of order, the earliest first.</param>
public sealed record AuditResult(
    int Dossiers, long Entries, long Seals, GoodSeal? LastGoodSeal, GoodSeal? LastGoodCheckpoint, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether all is in order.</summary>
    public bool Holds => Findings.Count == 0;

    /// <summary>The earliest that is out of order.</summary>
    public Finding? FirstBad => Findings.Count > 0 ? Findings[0] : null;
}

/// <summary>A seal that still holds with all before it: number and time (UTC).</summary>
public sealed record GoodSeal(long Number, DateTimeOffset At);
