using Directives.Calendars;
using Directives.Chasing;

namespace Directives.Reports;

/// <summary>Whether more time may be asked for, and whether a request may be declined (R10); pure. Granting is an extension, see <see cref="RoundRules"/>.</summary>
public static class ExtensionRules
{
    private const string Declined = "extension-declined";

    /// <summary>Why more time may not be asked for, or null. One request at a time; the wished date is judged as the office's own would be.</summary>
    /// <param name="wished">The due date wished for (local day).</param>
    public static RoundRefusal? Ask(Obligation owed, string reason, DateOnly wished, DateOnly today, WorkCalendar calendar) =>
        owed.Waiting() is not null ? RoundRefusal.AlreadyAsked : RoundRules.Extend(owed, reason, wished, today, calendar);

    /// <summary>Why a request may not be declined, or null.</summary>
    public static RoundRefusal? Decline(Obligation owed, string reason) =>
        owed.Waiting() is null ? RoundRefusal.NothingAsked : RoundRules.Words(reason);

    /// <summary>Name of the event in the reader's mailbox: each answer of a round has its own, so that each is told.</summary>
    public static string RungOfDecline(Obligation owed)
    {
        var before = owed.Told?.Count(t => t.Round == owed.Round && t.Rung.StartsWith(Declined, StringComparison.Ordinal)) ?? 0;
        return before == 0 ? Declined : $"{Declined}-{before + 1}";
    }
}
