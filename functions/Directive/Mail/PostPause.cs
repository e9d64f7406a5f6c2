namespace Directives.Mail;

/// <summary>
/// While the provider or the account is the matter, the letters that come next wait as well instead of knocking one by one. It lives in
/// memory and only saves tries.
/// </summary>
public sealed class PostPause
{
    private volatile Pause? _pause;

    /// <summary>The fault for whose sake nothing is tried now, with its end as the time to wait for; null to try.</summary>
    public MailDeferredException? At(DateTimeOffset now) =>
        _pause is { } pause && now < pause.Until
            ? new MailDeferredException(pause.Fault.Scope, pause.Fault.Code, pause.Fault.Status, pause.Fault.Said, pause.Until) { Tried = false }
            : null;

    /// <summary>After a fault at a time (UTC).</summary>
    public void After(MailDeferredException fault, DateTimeOffset now)
    {
        if (fault.Scope == MailScope.Letter) return;
        var shortest = fault.Scope == MailScope.Account ? Retries.Account.First : Retries.Ordinary.First;
        var until = fault.Until is { } named && named > now ? named : now + shortest;
        var latest = now + Retries.LongestWord;
        _pause = new Pause(fault, until < latest ? until : latest);
    }

    private sealed record Pause(MailDeferredException Fault, DateTimeOffset Until);
}
