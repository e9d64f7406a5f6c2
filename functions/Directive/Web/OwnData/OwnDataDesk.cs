using Directives.Access;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Language;
using Directives.Mail;
using Directives.Register;

namespace Directives.Web.OwnData;

/// <summary>
/// Puts together what the system holds about one person: by their posts, their mailbox and their row of assistants. What stands beside it
/// about others (who else held the post, whom a letter was about) is left out.
/// </summary>
public sealed class OwnDataDesk(Installation installation) : IOwnDataPages
{
    /// <inheritdoc/>
    public async ValueTask<OwnDataView> OfAsync(PersonSession person, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var assistants = await installation.Assistants.GetAsync(cancel);
        var (id, now) = (person.Official, installation.Parts.Clock.GetUtcNow());
        var own = register.Official(id) ?? assistants.Find(id)?.Person();
        var body = own?.Body is { } name ? register.Body(name) : null;
        var posts = register.Content.Posts.Where(p => p.Official == id).ToList();
        var access = new OwnAccess(installation, id);
        var stopped = await installation.Silences.FindAsync(id, cancel);
        var data = new OwnData
        {
            At = now,
            Person = own,
            Body = body?.Names(),
            Posts = [.. posts.Select(p => new OwnPost(PlaceOf(register, register.Seat(p.Seat)?.Place), register.Seat(p.Seat)?.Role ?? default, p.From, p.To))],
            Duties = [.. register.Content.Positions.Where(p => p.Official == id).Select(p => new OwnDuty(p.Duty, PlaceOf(register, p.Place), p.From, p.To))],
            Obligations = await ObligationsAsync(id, posts, register, cancel),
            Letters = await LettersAsync(id, cancel),
            Assistant = assistants.Of(id) is { } named ? new OwnAssistant(named.Title, named.Address) : null,
            LettersStopped = stopped is null ? null : new OwnSilence(stopped.Since, stopped.Reason),
            Sessions = await access.SessionsAsync(cancel),
            Account = await access.AccountAsync(cancel),
            Links = await access.LinksAsync(own, [.. posts.Select(p => p.Seat)], register, assistants, cancel),
        };
        return new OwnDataView(data, installation.Parts.Rules.ZoneAt(now).LocalAt);
    }

    private async ValueTask<IReadOnlyList<OwnObligation>> ObligationsAsync(string id, List<Post> posts, RegisterSnapshot register, CancellationToken cancel)
    {
        var found = new List<OwnObligation>();
        foreach (var listed in await installation.Cycles.ListAsync(cancel))
        {
            var cycle = await installation.Cycles.FrozenAsync(listed.Id, cancel);
            foreach (var sheet in cycle.Sheets)
            {
                foreach (var seat in sheet.Seats.Where(s => posts.Any(p => p.Seat == s.Seat)))
                {
                    var at = new SheetRef(cycle.Authority, cycle.Id, sheet.Area, sheet.Part);
                    if (await ObligationAsync(id, cycle, at, seat.Seat, register, cancel) is { } own) found.Add(own);
                }
            }
        }

        return found;
    }

    private async ValueTask<OwnObligation?> ObligationAsync(
        string id, Cycle cycle, SheetRef sheet, string seat, RegisterSnapshot register, CancellationToken cancel)
    {
        if (await installation.Dossiers.RowAsync<Obligation>(sheet.Dossier, SheetRef.ObligationKey(seat), cancel) is not { } owed) return null;
        var zone = cycle.Zone();
        bool Mine(DateTimeOffset at, string? by) => by == id || register.HolderOf(seat, zone.DateAt(at))?.Id == id;
        var reports = new List<OwnReport>();
        for (var version = 1; version <= owed.Versions; version++)
        {
            // By another who held the post: theirs. By the office on behalf: of whoever held it then.
            if (await installation.Reports.FindAsync(sheet, seat, version, cancel) is { } report && Mine(report.At, report.By))
                reports.Add(new OwnReport(version, report.At, report.Receipt, report.Content));
        }

        // A post that was handed over: what is owed is the holder's of the due date.
        var holds = register.HolderOf(seat, owed.Due)?.Id == id;
        var draft = await installation.Drafts.FindAsync(sheet.Partition, seat, owed.Versions, cancel);
        var mine = draft?.By == id ? new OwnDraft(draft.At, draft.Form) : null;
        if (!holds && reports.Count == 0 && mine is null) return null;
        return new OwnObligation(
            cycle.Id, new Bilingual(Texts.Vietnamese.Period(cycle.Cadence, cycle.To), Texts.English.Period(cycle.Cadence, cycle.To)),
            PlaceOf(register, owed.Place), owed.Due, owed.State, holds ? owed.RoundReason : null, owed.Asked?.By == id ? owed.Asked.Reason : null, reports, mine);
    }

    private async ValueTask<IReadOnlyList<OwnLetter>> LettersAsync(string id, CancellationToken cancel)
    {
        var mailbox = MailboxKeys.Dossier(installation.Parts.Authority, id);
        var notices = (await installation.Dossiers.RowsAsync<HeldNotice>(mailbox, "n|", cancel)).ToDictionary(n => n.Notice.Key(), n => n.Notice, StringComparer.Ordinal);
        var letters = await installation.Dossiers.RowsAsync<Letter>(mailbox, MailboxKeys.LetterPrefix, cancel);
        return
        [
            .. letters.OrderByDescending(l => l.Number).Select(l => new OwnLetter(
                l.Number, l.SealedAt, l.SentAt, l.State, l.Delivery?.Kind.ToString(),
                [.. l.Notices.Select(notices.GetValueOrDefault).OfType<Notice>().Select(n => Of(n, id))])),
        ];
    }

    private static OwnNotice Of(Notice notice, string id) =>
        new(notice.Kind, notice.Rung, notice.Cycle, notice.Decided, notice.Owner is null || notice.Owner == id ? notice.Words : null);

    private static string PlaceOf(RegisterSnapshot register, string? code) => code is null ? "" : register.PlaceOf(code)?.Name ?? code;
}
