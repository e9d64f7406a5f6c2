namespace Directives.Seals;

/// <summary>The seal that the auditors are told at the beginning of a month; with it, also the end of the seals cannot be cut off.</summary>
/// <param name="Month">First local day of the month at whose beginning it was made.</param>
/// <param name="Seal">Number of the last seal then.</param>
/// <param name="At">When that seal was made (UTC).</param>
/// <param name="Hash">Hash of that seal.</param>
/// <param name="Delivered">Whether it was handed to the auditors' mailboxes.</param>
public sealed record Checkpoint(DateOnly Month, long Seal, DateTimeOffset At, string Hash, bool Delivered = false);
