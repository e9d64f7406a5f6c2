using Directives.Language;
using Directives.Web.Audit;

namespace Directives.Recovery;

/// <summary>All restores, for the office: the newest first.</summary>
/// <param name="Notice">Name of a text on what was just done; null for none.</param>
public sealed record RestoresView(IReadOnlyList<RestoreView> Restores, string? Notice = null);

/// <summary>One restore, and what may have been lost.</summary>
/// <param name="At">In the directive's zone.</param>
/// <param name="TakenAt">In the directive's zone.</param>
/// <param name="Receipts">Reports that had been filed, by the receipts that left: they are not here any more.</param>
/// <param name="Acts">What people had done, the earliest first.</param>
/// <param name="Letters">Other letters that left.</param>
/// <param name="More">Letters and acts that are not listed.</param>
public sealed record RestoreView(
    RestoreRecord Record, DateTime At, DateTime TakenAt, IReadOnlyList<LostLine> Receipts, IReadOnlyList<LostActLine> Acts, IReadOnlyList<LostLine> Letters, int More);

/// <summary>A letter that left.</summary>
/// <param name="Reader">Whose.</param>
/// <param name="At">In the directive's zone.</param>
/// <param name="Tells">Names of texts <c>restore.tells.*</c>.</param>
/// <param name="Places">What it was about, by place.</param>
/// <param name="Words">A receipt's number.</param>
public sealed record LostLine(Bilingual Reader, DateTime At, IReadOnlyList<string> Tells, IReadOnlyList<string> Places, string? Words);

/// <summary>What somebody had done.</summary>
/// <param name="At">In the directive's zone.</param>
public sealed record LostActLine(AuditDossier Where, string Act, Bilingual By, DateTime At);

/// <summary>What the office's page on restores asks of the engine.</summary>
public interface IRestorePages
{
    /// <summary>All restores.</summary>
    ValueTask<RestoresView> ListAsync(CancellationToken cancel);

    /// <summary>The office has looked after what may have been lost; false where there is no such restore.</summary>
    Task<bool> WorkedOffAsync(int number, Dossiers.Actor by, CancellationToken cancel);
}
