namespace Directives.Chasing;

/// <summary>Someone of the office told the one who owes by telephone (R13).</summary>
/// <param name="Round">The round it was about.</param>
/// <param name="Reader">The one who owed: an official's id.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who noted it: an official's id.</param>
/// <param name="SpokeTo">Who was spoken to, in the office's words.</param>
/// <param name="Note">What else is to be remembered; empty for nothing.</param>
public sealed record Telephoned(int Round, string Reader, DateTimeOffset At, string By, string SpokeTo, string Note)
{
    /// <summary>Name of this event in an obligation's history.</summary>
    public const string Event = "telephone";
}
