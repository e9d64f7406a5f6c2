using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;
using Directives.Tables;

namespace Directives.Assistants;

/// <summary>What an official writes down to name an assistant.</summary>
public sealed record AssistantNaming(string Title, string Address, string Language);

/// <summary>
/// Officials name, change and remove their assistant: an act each, with its trail. Whoever was named before is dead as a reader
/// and for all links at once.
/// </summary>
public sealed class AssistantDesk(
    DossierStore dossiers, AssistantStore store, RegisterStore registers, RuleBook rules, Mailboxes mailboxes, IAlarm alarm, TimeProvider clock)
{
    /// <summary>Names the one assistant of an official. Null when done; the same again changes nothing.</summary>
    /// <param name="official">Who names; by their own link.</param>
    /// <param name="naming">As typed.</param>
    /// <param name="about">The obligation whose draft link the first letter brings.</param>
    /// <param name="cancel">Stops before the act.</param>
    public async Task<AssistantRefusal?> NameAsync(
        string official, AssistantNaming naming, (SheetRef Sheet, Obligation Owed)? about, CancellationToken cancel = default)
    {
        var (title, address) = (naming.Title.Trim(), naming.Address.Trim());
        var register = await registers.GetAsync(cancel);
        string?[] known = [register.Official(official)?.Address, register.ClerkOf(official)?.Address];
        if (AssistantRules.Refuses(title, address, naming.Language, known.OfType<string>()) is { } refusal) return refusal;
        return await Races.AgainAsync<AssistantRefusal?>(async () =>
        {
            var held = await dossiers.HeadAsync<AssistantsHead>(store.Dossier, cancel);
            var row = await store.FindAsync(official, cancel) ?? new AssistantRow { Of = official };
            if (row.Now is { } same && (same.Title, same.Address, same.Language) == (title, address, naming.Language)) return null;
            var now = clock.GetUtcNow();
            var today = rules.DayAt(now);
            var onDay = row.Day == today ? row.OnDay + 1 : 1;
            if (onDay > AssistantRules.MostOnDay) return AssistantRefusal.TooOften;
            var assistant = new Assistant(official, row.Number + 1, title, address, naming.Language);
            var after = row with
            {
                Number = assistant.Number,
                Now = assistant,
                Day = today,
                OnDay = onDay,
                Pending = about is { } owed ? NoticeOf(assistant, owed.Sheet, owed.Owed, now) : null,
            };
            var act = new Act("assistant-named", new Actor(official)).Note(official, row.Now?.Title, title);
            await CommitAsync(held, after, act, now, cancel);
            return null;
        });
    }

    /// <summary>Removes the assistant of an official; nobody there is the same as done.</summary>
    public Task RemoveAsync(string official, CancellationToken cancel = default) =>
        Races.AgainAsync(async () =>
        {
            var held = await dossiers.HeadAsync<AssistantsHead>(store.Dossier, cancel);
            if (held is null || await store.FindAsync(official, cancel) is not { Now: { } former } row) return;
            var act = new Act("assistant-removed", new Actor(official)).Note(official, former.Title, null);
            await CommitAsync(held, row with { Now = null, Pending = null }, act, clock.GetUtcNow(), cancel);
        });

    /// <summary>Delivers what namings owe to mailboxes. Returns when it next wants attention (UTC); null for never by itself.</summary>
    /// <exception cref="VersionRaceException">Another act came first; the alarm may be dropped.</exception>
    public async Task<DateTimeOffset?> WakeAsync(CancellationToken cancel = default)
    {
        if (await dossiers.HeadAsync<AssistantsHead>(store.Dossier, cancel) is not { Head.Owing: { Count: > 0 } owing } held) return null;

        // A batch at a time; what is left wants attention still.
        var some = owing.Take(Act.MostRows).ToList();
        var act = new Act("delivered", Actor.System);
        foreach (var official in some)
        {
            if (await store.FindAsync(official, cancel) is not { Pending: { } pending } row) continue;
            await mailboxes.DeliverAsync([pending], cancel);
            act.Put(AssistantStore.KeyOf(official), row with { Pending = null });
        }

        var rest = owing.Except(some, StringComparer.Ordinal).ToList();
        var head = held.Head with { Owing = rest.Count > 0 ? rest : null, Next = rest.Count > 0 ? clock.GetUtcNow() : null };
        return (await dossiers.CommitAsync(store.Dossier, held, head, act, cancel)).Head.Next;
    }

    private async Task CommitAsync(Held<AssistantsHead>? held, AssistantRow row, Act act, DateTimeOffset now, CancellationToken cancel)
    {
        act.Put(AssistantStore.KeyOf(row.Of), row);
        var head = held?.Head ?? new AssistantsHead();
        if (row.Pending is not null) head = head with { Owing = [.. (head.Owing ?? []).Where(o => o != row.Of), row.Of], Next = now };
        await dossiers.CommitAsync(store.Dossier, held, head, act, cancel);
        store.Forget();
        alarm.Changed(store.Dossier);
    }

    private static Notice NoticeOf(Assistant assistant, SheetRef sheet, Obligation owed, DateTimeOffset now) => new()
    {
        Kind = NoticeKind.Named,
        Reader = assistant.Id,
        Cycle = sheet.Cycle,
        Sheet = sheet.Partition,
        Seat = owed.Seat,
        Round = owed.Round,
        Rung = "named",
        Due = owed.Due,
        Owner = assistant.Of,
        Decided = now,
    };
}
