using Directives.Editions;
using Directives.Register;

namespace Directives.Proposals;

/// <summary>Whether an edition may be proposed as things stand, and all that stands against it (R2).</summary>
/// <param name="Edition">What was read; null where its text cannot be.</param>
/// <param name="Refusal">Why not; null where it may.</param>
public sealed record EditionVerdict(Edition? Edition, ProposalRefusal? Refusal)
{
    /// <summary>What the reader of editions found wrong, in its own words; null for nothing.</summary>
    public string? Wrong { get; init; }

    /// <summary>Areas and seats that the register does not know so.</summary>
    public IReadOnlyList<NameProblem> Names { get; init; } = [];

    /// <summary>Changes of cadence on a day on which they cannot begin.</summary>
    public IReadOnlyList<StartProblem> Starts { get; init; } = [];

    /// <summary>Judges a text; pure.</summary>
    /// <param name="today">The local day.</param>
    public static EditionVerdict Of(string text, RegisterSnapshot register, EditionLibrary editions, DateOnly today)
    {
        if (text.Length > ProposalRules.LongestEdition) return new(null, ProposalRefusal.BadEdition) { Wrong = $"> {ProposalRules.LongestEdition}" };
        Edition edition;
        try
        {
            edition = EditionFile.Parse(text, "edition");
        }
        catch (RulesFileException e)
        {
            return new(null, ProposalRefusal.BadEdition) { Wrong = e.Message };
        }

        if (editions.All.Any(e => e.Id == edition.Id && EditionFile.Write(e) == EditionFile.Write(edition))) return new(edition, ProposalRefusal.AlreadySo);
        try
        {
            _ = new EditionLibrary([.. editions.All, edition]);
        }
        catch (RulesFileException e)
        {
            return new(edition, ProposalRefusal.BadEdition) { Wrong = e.Message };
        }

        if (EditionNames.Problems(edition, register) is { Count: > 0 } names) return new(edition, ProposalRefusal.UnknownInEdition) { Names = names };
        if (edition.InForceFrom <= today) return new(edition, ProposalRefusal.DateTooEarly);
        if (EditionStarts.Problems(editions, edition, register) is { Count: > 0 } starts) return new(edition, ProposalRefusal.BadStart) { Starts = starts };
        return new(edition, null);
    }
}
