using Directives.Chasing;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Mail;

/// <summary>A sealed letter with all that its text needs; composing is left to the transport, which may not need words.</summary>
/// <param name="Id">Opaque and unique: given to the provider.</param>
/// <param name="Reader">Whom it goes to.</param>
/// <param name="Notices">What it tells.</param>
/// <param name="At">When it is handed over (UTC).</param>
public sealed record LetterDraft(string Id, Official Reader, IReadOnlyList<DraftNotice> Notices, DateTimeOffset At);

/// <summary>One notice of a letter.</summary>
/// <param name="Notice">As it was decided.</param>
/// <param name="Obligation">As it stands now; null where the notice is about no single one.</param>
/// <param name="LinkKey">Key of the reader's personal link to it, where they have one.</param>
public sealed record DraftNotice(Notice Notice, Obligation? Obligation, string? LinkKey)
{
    /// <summary>Code to sign in with, in groups; null but for such a notice.</summary>
    public string? Code { get; init; }

    /// <summary>What is owed in a recommendation, as it stands now; null where the notice is about none.</summary>
    public DutyLook? Case { get; init; }
}
