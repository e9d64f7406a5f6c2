using Directives.Dossiers;
using Directives.Register;

namespace Directives.Mail.Deliveries;

/// <summary>Why a person's letters were not stopped, or not let go again.</summary>
public enum SilenceRefusal
{
    NoReason,
    ReasonTooLong,

    /// <summary>There is nobody of that name.</summary>
    Nobody,

    /// <summary>Their letters are stopped already.</summary>
    Already,

    /// <summary>Their letters are not stopped.</summary>
    NotSilenced,
}

/// <summary>Stops a person's letters at once (death, suspension), and lets them go again. What was withheld meanwhile stays withheld.</summary>
public sealed class SilenceDesk(
    DossierStore dossiers, string authority, UnreachedIndex index, RegisterStore registers, PostHours hours, TimeProvider clock)
{
    public const int LongestReason = 2000;

    // A notice takes two rows, beside head and trail entry.
    private const int MostAtOnce = Act.MostRows / 2;

    /// <summary>The silence over a reader, or null.</summary>
    public async ValueTask<Silence?> FindAsync(string reader, CancellationToken cancel = default) =>
        (await dossiers.HeadAsync<MailboxHead>(MailboxKeys.Dossier(authority, reader), cancel))?.Head.Silenced;

    /// <summary>Stops a person's letters; what waits is withdrawn. Null when done.</summary>
    public async Task<SilenceRefusal?> BeginAsync(string reader, Actor by, string reason, CancellationToken cancel = default)
    {
        if (Judge(reason) is { } refusal) return refusal;
        if ((await registers.GetAsync(cancel)).Official(reader) is null) return SilenceRefusal.Nobody;
        if (await FindAsync(reader, cancel) is not null) return SilenceRefusal.Already;
        await index.AnnounceAsync(reader, cancel);
        var silence = new Silence(clock.GetUtcNow(), by.Id, reason.Trim());
        while (await Races.AgainAsync(() => WithdrawAsync(reader, silence, by, cancel)))
        {
            // As many acts as the notices that wait need; killed in between, the postman withdraws the rest.
        }

        return null;
    }

    /// <summary>Lets a person's letters go again. Null when done.</summary>
    public Task<SilenceRefusal?> EndAsync(string reader, Actor by, string reason, CancellationToken cancel = default) =>
        Races.AgainAsync<SilenceRefusal?>(async () =>
        {
            if (Judge(reason) is { } refusal) return refusal;
            var id = MailboxKeys.Dossier(authority, reader);
            if (await dossiers.HeadAsync<MailboxHead>(id, cancel) is not { Head.Silenced: not null } held) return SilenceRefusal.NotSilenced;
            var act = new Act("letters-resumed", by, reason.Trim()).Note("letters", "stopped", "sent");
            await dossiers.CommitAsync(id, held, held.Head with { Silenced = null }, act, cancel);
            return null;
        });

    /// <summary>Whether more waits.</summary>
    private async Task<bool> WithdrawAsync(string reader, Silence silence, Actor by, CancellationToken cancel)
    {
        var id = MailboxKeys.Dossier(authority, reader);
        var act = new Act("letters-stopped", by, silence.Reason);
        if (await dossiers.HeadAsync<MailboxHead>(id, cancel) is not { } held)
        {
            await dossiers.BeginAsync(id, new MailboxHead { Reader = reader, Silenced = silence }, act, cancel);
            return false;
        }

        var waiting = await WaitingMail.ReadAsync(dossiers, id, null, cancel);
        foreach (var item in waiting.Take(MostAtOnce))
        {
            if (await dossiers.RowAsync<HeldNotice>(id, item.NoticeKey, cancel) is not { } notice) continue;
            act.Delete(item.RowKey).Put(item.NoticeKey, notice with { Withdrawn = Sealing.Silenced })
                .Note(item.NoticeKey, "waiting", $"withdrawn: {Sealing.Silenced}");
        }

        var rest = waiting.Skip(MostAtOnce).ToList();
        var head = held.Head with
        {
            Silenced = held.Head.Silenced ?? silence,
            Window = rest.Count == 0 ? null : rest.Min(w => w.Window),
            Rungs = rest.Any(w => w.IsRung),
            Bell = rest.Any(w => w.IsBell),
        };
        await dossiers.CommitAsync(id, held, head with { Next = hours.NextOf(head, clock.GetUtcNow()) }, act, cancel);
        return rest.Count > 0;
    }

    private static SilenceRefusal? Judge(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? SilenceRefusal.NoReason : reason.Length > LongestReason ? SilenceRefusal.ReasonTooLong : null;
}
