using Directives.Chasing;
using Directives.Register;

namespace Directives.Mail;

/// <summary>Whether a waiting notice still says something true when its letter is sealed; pure.</summary>
public static class Sealing
{
    /// <summary>Why the notice is withdrawn, or null to tell it.</summary>
    /// <param name="notice">As it was decided.</param>
    /// <param name="obligation">As it stands now.</param>
    /// <param name="register">The register of the day.</param>
    /// <param name="day">Local day.</param>
    public static string? Withdraws(Notice notice, Obligation? obligation, RegisterSnapshot register, DateOnly day)
    {
        if (register.Official(notice.Reader) is null) return "the reader is no longer in the register";
        if (notice.Kind is not (NoticeKind.Reminder or NoticeKind.Escalation)) return null;
        if (obligation is null) return "the obligation is gone";
        if (obligation.State == ObligationState.Filed) return "a report came in meanwhile";
        if (obligation.Round > notice.Round) return "a new round began";
        return notice.Kind == NoticeKind.Reminder && register.HolderOf(notice.Seat!, day)?.Id != notice.Reader
            ? "the reader no longer holds the seat"
            : null;
    }
}
