namespace Directives.Chasing;

/// <summary>Whether the one who owes was told of an obligation; asked before a leader is.</summary>
/// <param name="Owner">Who owes: an official's id.</param>
/// <param name="TelephonedAt">When they were told by telephone in this round (UTC); null for not.</param>
/// <param name="Before">A letter that left since then (UTC) counts only if it is known to have arrived; null to count them all.</param>
public sealed record ReachQuestion(string Cycle, string Seat, int Round, string Owner, DateTimeOffset? TelephonedAt, DateTimeOffset? Before = null);
