namespace Directives.Chasing;

/// <summary>A leader's notice that was withdrawn before it left, because the one who owes cannot be reached; the sheet is to hand it to the office.</summary>
/// <param name="Notice">As it was decided.</param>
/// <param name="Why">Why the one who owes cannot be reached, a name for which there is a text.</param>
public sealed record SparedLeader(Notice Notice, string Why);
