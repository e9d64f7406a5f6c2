using Directives.Mail.Faults;

namespace Directives.Mail;

/// <summary>Hands letters to the transport, waits with the others while the provider or the account is the matter, and keeps the office's word on the account.</summary>
/// <param name="onFault">Told of each fault, to log it; its message names nobody.</param>
public sealed class Handover(IMailTransport transport, FaultBook faults, TimeProvider clock, Action<MailFaultException>? onFault)
{
    private readonly PostPause _pause = new();

    // Until a letter has left, nobody knows whether the refusal of an earlier run still stands.
    private volatile bool _accountInDoubt = true;

    /// <summary>Hands a letter over, as <see cref="IMailTransport.SendAsync"/>.</summary>
    public async Task SendAsync(LetterDraft draft, CancellationToken cancel)
    {
        if (_pause.At(clock.GetUtcNow()) is { } paused) throw paused;
        try
        {
            await transport.SendAsync(draft, cancel);
        }
        catch (MailFaultException fault)
        {
            onFault?.Invoke(fault);
            if (fault is MailDeferredException deferred) await WaitAsync(deferred, cancel);
            throw;
        }

        if (!_accountInDoubt) return;
        await faults.ClearAccountAsync(cancel);
        _accountInDoubt = false;
    }

    private async Task WaitAsync(MailDeferredException fault, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        _pause.After(fault, now);
        if (fault.Scope != MailScope.Account) return;
        _accountInDoubt = true;
        await faults.NoteAccountAsync(fault, now, cancel);
    }
}
