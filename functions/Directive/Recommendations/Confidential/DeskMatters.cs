using Directives.Attachments;
using Directives.Calendars;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;
using Directives.Tables;

namespace Directives.Recommendations.Confidential;

/// <summary>Takes confidential matters from raised to their end (R6, R7). Who reads one is judged at each look, by the register of that moment.</summary>
public sealed class DeskMatters(DeskStore store, DeskCipher cipher, RegisterStore registers, RuleBook rules, Mailboxes mailboxes, IAlarm alarm, TimeProvider clock)
{
    private const int Tries = 50;
    private readonly PostHours _hours = new(rules);

    /// <summary>Who would read a matter that names these; its desk is empty where nobody is left.</summary>
    public async ValueTask<DeskReaders> WouldReadAsync(string raiser, IReadOnlyCollection<Named> named, CancellationToken cancel) =>
        DeskReaders.Of(raiser, named, [], await registers.GetAsync(cancel), rules.DayAt(clock.GetUtcNow()));

    /// <summary>Raises a matter. Raised already by the same form is the same as done.</summary>
    /// <param name="form">Random, and the same when the form is sent again.</param>
    /// <returns>Its id; null where nobody would be left to read it: then nothing is stored.</returns>
    public async Task<string?> RaiseAsync(
        string raiser, string form, CaseKind kind, string text, string? urgent, IReadOnlyList<Named> named, IReadOnlyList<Attachment> files, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (register, edition) = (await registers.GetAsync(cancel), rules.Current(now));
        var concerned = Concerned.Of(named, register, Zone.Of(edition.Zone).DateAt(now));
        if (DeskReaders.Of(raiser, named, concerned, register, rules.DayAt(now)).Desk.Count == 0) return null;
        var id = cipher.NameOf("matter", raiser, form);
        var raised = new Raised
        {
            Number = 1,
            At = now,
            By = raiser,
            Kind = kind,
            Text = text,
            Place = "",
            Seat = "",
            Urgent = urgent,
            Confidential = true,
        };
        var content = new DeskContent
        {
            Raiser = raiser,
            Named = named,
            Concerned = [.. concerned.Order(StringComparer.Ordinal)],
            Rules = CaseRules.Sample,
            Zone = edition.Zone,
            Events = [raised],
            Files = files,
        };
        try
        {
            await WriteAsync(id, null, content, now, cancel);
        }
        catch (RowExistsException)
        {
            // The form was sent twice.
        }

        return id;
    }

    /// <summary>A matter to one of its readers; null for everybody else, as if it had never been, after the same reads.</summary>
    public async ValueTask<OpenMatter?> FindAsync(string id, string reader, CancellationToken cancel) =>
        (await OpenAsync(id, reader, cancel))?.Matter;

    /// <summary>What an official raised, and what they may read for the desk; the newest first.</summary>
    public async ValueTask<IReadOnlyList<OpenMatter>> ListAsync(string reader, CancellationToken cancel)
    {
        var found = new List<OpenMatter>();
        foreach (var id in await store.ListedAsync(reader, cancel))
        {
            if (await FindAsync(id, reader, cancel) is { } matter) found.Add(matter);
        }

        return [.. found.OrderByDescending(m => m.Raised.At)];
    }

    /// <summary>Takes a step of the reader's own; a state of null is that of a matter that never was.</summary>
    public async Task<CaseResult> StepAsync(string id, string reader, CaseEvent step, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await OpenAsync(id, reader, cancel) is not var (held, open) || !DeskSteps.May(open.IsRaiser, step)) return new CaseResult(null, null);
            var now = clock.GetUtcNow();
            step = step with { Number = open.Content.Events.Count + 1, At = now, By = reader, For = null };
            var guard = new CaseGuard(rules.Calendar, await registers.GetAsync(cancel), Zone.Of(open.Content.Zone).DateAt(now));
            if (guard.Refuses(open.State, step) is { } refused) return new CaseResult(refused, open.State);
            try
            {
                return new CaseResult(null, await WriteAsync(id, held, open.Content with { Events = [.. open.Content.Events, step] }, now, cancel));
            }
            catch (VersionRaceException) when (attempt < Tries)
            {
                // A person's act that loses a race is judged again.
            }
        }
    }

    /// <summary>Brings a matter up to date. Returns when it next wants attention (UTC); null once it never will by itself.</summary>
    /// <exception cref="VersionRaceException">Another act came first; the alarm may be dropped.</exception>
    public async Task<DateTimeOffset?> WakeAsync(DossierId about, CancellationToken cancel = default)
    {
        var id = DeskStore.IdOf(about.Partition);
        while (true)
        {
            if (await store.FindAsync(id, cancel) is not var (held, content)) return null;
            var now = clock.GetUtcNow();
            if (held.Head.Next is not { } wanted || wanted > now) return held.Head.Next;
            await mailboxes.DeliverAsync(content.Ladders.SelectMany(l => l.Pending ?? []), cancel);
            content = content with { Ladders = [.. content.Ladders.Select(l => l with { Pending = null })] };
            var state = StateOf(content);
            if (state.SilentUntil is { } until && Zone.Of(content.Zone).EndOfDay(until) <= now)
                content = content with { Events = [.. content.Events, new Unanswered { Number = content.Events.Count + 1, At = now, By = Actor.System.Id }] };
            await WriteAsync(id, held, content, now, cancel);
        }
    }

    /// <summary>The desk has changed hands: whoever may read now finds it on their list.</summary>
    public async Task RelistAsync(CancellationToken cancel)
    {
        await foreach (var id in store.AllAsync(cancel))
        {
            if (await store.FindAsync(id, cancel) is not var (_, content)) continue;
            foreach (var reader in (await ReadersAsync(content, cancel)).Desk.Except(content.Listed, StringComparer.Ordinal)) await store.ListAsync(id, reader, cancel);
        }
    }

    private async ValueTask<(Held<DeskHead> Held, OpenMatter Matter)?> OpenAsync(string id, string reader, CancellationToken cancel)
    {
        var found = await store.FindAsync(id, cancel);
        var register = await registers.GetAsync(cancel);
        var today = rules.DayAt(clock.GetUtcNow());
        if (found is not var (held, content))
        {
            // As much work as for one that is there.
            DeskReaders.Of(reader, [new Named(NamedKind.Official, reader)], [], register, today);
            return null;
        }

        var readers = DeskReaders.Of(content.Raiser, content.Named, content.Concerned, register, today);
        return readers.Has(reader) ? (held, new OpenMatter(id, content, StateOf(content), readers, reader == content.Raiser)) : null;
    }

    /// <summary>Lists first, then one act: what happened, the ladders that follow, what is owed to mailboxes.</summary>
    private async Task<CaseState> WriteAsync(string id, Held<DeskHead>? held, DeskContent content, DateTimeOffset now, CancellationToken cancel)
    {
        var (state, readers) = (StateOf(content), await ReadersAsync(content, cancel));
        string[] listed = [content.Raiser, .. readers.Desk];
        foreach (var reader in listed.Except(content.Listed, StringComparer.Ordinal)) await store.ListAsync(id, reader, cancel);
        var chase = new DeskChase(
            content.Rules, rules.Calendar, Zone.Of(content.Zone), _hours,
            party => party.Kind == PartyKind.Desk ? readers.Desk : [content.Raiser],
            reader => SealedNotices.NameFor(cipher, id, reader));
        var advice = chase.Advance(state, content.Ladders, now);
        IReadOnlyList<DutyLadder> ladders = [.. advice.With(content.Ladders)];
        var owing = ladders.Any(l => l.Pending is not null);
        await store.CommitAsync(
            id, held, content with { Ladders = ladders, Listed = [.. content.Listed.Union(listed, StringComparer.Ordinal)] }, owing ? now : advice.Next, cancel);
        if (owing) alarm.Changed(store.Dossier(id));
        return state;
    }

    private async ValueTask<DeskReaders> ReadersAsync(DeskContent content, CancellationToken cancel) =>
        DeskReaders.Of(content.Raiser, content.Named, content.Concerned, await registers.GetAsync(cancel), rules.DayAt(clock.GetUtcNow()));

    private CaseState StateOf(DeskContent content) => new CasePath(content.Rules, rules.Calendar, Zone.Of(content.Zone)).Of(content.Events);
}
