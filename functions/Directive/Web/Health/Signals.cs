using System.Diagnostics.Metrics;
using Directives.Mail;

namespace Directives.Web.Health;

/// <summary>What the engine tells whoever watches it from outside, as metrics. They count and measure, and name nobody. The alerts of <c>infra/</c> ask for them by these names.</summary>
public sealed class Signals : IDisposable
{
    /// <summary>Whose they are: the meter's name.</summary>
    public const string MeterName = "Directive";

    /// <summary>Sweeps that came to their end; none for long means that alarms which were lost stay lost.</summary>
    public const string Sweeps = "directive.sweeps";

    /// <summary>For how many minutes the oldest due dossier has waited, as each sweep finds it.</summary>
    public const string OldestDueMinutes = "directive.due.oldest_minutes";

    /// <summary>For how many minutes the oldest act whose hour is over has waited for its seal, as each sweep finds it.</summary>
    public const string UnsealedMinutes = "directive.trail.unsealed_minutes";

    /// <summary>Letters that did not leave for a reason of their own: refused, put off by the reader's server, or without an answer.</summary>
    public const string LettersFailed = "directive.mail.failed";

    /// <summary>Tries at which the provider took no letter at all, or refused the account.</summary>
    public const string MailDown = "directive.mail.down";

    private readonly Counter<long> _sweeps;
    private readonly Gauge<double> _oldestDue;
    private readonly Gauge<double> _unsealed;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _down;

    /// <summary>Where they are told; each engine in a process has its own.</summary>
    public Meter Meter { get; } = new(MeterName);

    /// <summary>Begins to tell.</summary>
    public Signals()
    {
        _sweeps = Meter.CreateCounter<long>(Sweeps);
        _oldestDue = Meter.CreateGauge<double>(OldestDueMinutes, "min");
        _unsealed = Meter.CreateGauge<double>(UnsealedMinutes, "min");
        _failed = Meter.CreateCounter<long>(LettersFailed);
        _down = Meter.CreateCounter<long>(MailDown);
    }

    /// <summary>A sweep came to its end.</summary>
    public void Swept() => _sweeps.Add(1);

    /// <summary>How late the engine is.</summary>
    public void Late(TimeSpan due, TimeSpan unsealed)
    {
        _oldestDue.Record(due.TotalMinutes);
        _unsealed.Record(unsealed.TotalMinutes);
    }

    /// <summary>A letter did not leave.</summary>
    public void Failed(MailFaultException fault) => (fault is MailDeferredException { Scope: not MailScope.Letter } ? _down : _failed).Add(1);

    /// <inheritdoc/>
    public void Dispose() => Meter.Dispose();
}
