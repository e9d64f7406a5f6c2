using Directives.Access.SignIn;
using Directives.Assistants;
using Directives.Chasing;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Mail;

/// <summary>Whether a waiting notice still says something true when its letter is sealed; pure.</summary>
public static class Sealing
{
    /// <summary>Why a notice to one whose letters are stopped is withdrawn.</summary>
    public const string Silenced = "silenced";

    /// <summary>Why the notice is withdrawn whatever is owed: a link to sign in with opens no longer; null to go on judging.</summary>
    /// <param name="now">UTC.</param>
    public static string? Over(Notice notice, DateTimeOffset now) =>
        notice.Kind == NoticeKind.SignIn && now - notice.Decided >= SignInRules.Lifetime ? "sign-in-over" : null;

    /// <summary>Why the notice is withdrawn (a name for which there is a text), or null to tell it.</summary>
    /// <param name="notice">As it was decided.</param>
    /// <param name="obligation">As it stands now.</param>
    /// <param name="register">The register of the day.</param>
    /// <param name="day">Local day.</param>
    /// <param name="drafters">Who prepares reports for whom; null for the register's clerks alone.</param>
    /// <param name="unreached">Why the one who owes cannot be reached; null where they can.</param>
    public static string? Withdraws(
        Notice notice, Obligation? obligation, RegisterSnapshot register, DateOnly day, Drafters? drafters = null, string? unreached = null)
    {
        drafters ??= new Drafters(register, AssistantSet.None);
        if (drafters.Find(notice.Reader) is null) return "reader-gone";
        if (Drafters.IsFor(notice) && !drafters.Prepares(notice.Reader, notice.Owner!)) return "not-drafter";
        if (!WaitingMail.Climbs(notice.Kind)) return null;
        if (obligation is null) return "nothing-owed";
        if (obligation.State == ObligationState.Filed) return "filed";
        if (obligation.State == ObligationState.NotOwed) return "nothing-owed";
        if (obligation.Round > notice.Round) return "new-round";
        if (notice is { Kind: NoticeKind.Telephone, Owner: { } owner } && Unreached.WasTelephoned(obligation, owner)) return "telephoned";
        // It was decided before that was known: judged as it would be now.
        if (unreached is not null && Unreached.HandOver(notice, obligation.Place, unreached, register, day) is not null) return SkippedRung.Unreached;
        var owes = notice.Kind switch { NoticeKind.Reminder => notice.Owner ?? notice.Reader, NoticeKind.Clerk => notice.Owner, _ => null };
        if (owes is not null && register.HolderOf(notice.Seat!, day)?.Id != owes) return "not-holder";
        return notice.Kind == NoticeKind.Reminder && owes != notice.Reader && register.Acting(owes!, obligation.Place, day).Official.Id != notice.Reader ? "not-substitute" : null;
    }

    /// <summary>Why a notice about something owed in a recommendation is withdrawn, or null to tell it.</summary>
    /// <param name="look">How it stands now; null where the case is gone.</param>
    public static string? Withdraws(Notice notice, DutyLook? look, Drafters drafters)
    {
        if (drafters.Find(notice.Reader) is null) return "reader-gone";
        if (look is not { IsOwed: true }) return "nothing-owed";
        return notice.Kind != NoticeKind.CaseEscalation && !look.Owners.Contains(notice.Reader, StringComparer.Ordinal) ? "not-holder" : null;
    }
}
