namespace Directives.Recommendations.Links;

/// <summary>What a personal link in a letter about a recommendation opens: one case, for one person, because of one thing owed in it (R7).</summary>
/// <param name="Case">Its id.</param>
/// <param name="Duty">What was owed.</param>
/// <param name="Round">In which round.</param>
/// <param name="Reader">Whom the letter went to: an official's id.</param>
/// <param name="To">Keyed hash of the address to which it was mailed; the link is dead once its reader has another.</param>
public sealed record CaseLink(string Case, string Duty, int Round, string Reader, string To);
