using Directives.Access;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Language;
using Directives.Register;
using Directives.Web.Audit;
using Directives.Web.History;

namespace Directives.Recovery;

/// <summary>Answers the office's page on restores.</summary>
public sealed class RestorePages(Installation installation) : IRestorePages
{
    private const int Most = 300;
    private readonly RestoreStore _store = new(installation);
    private readonly DossierNames _names = new(installation);

    /// <inheritdoc/>
    public async ValueTask<RestoresView> ListAsync(CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var zone = installation.Parts.Rules.ZoneAt(installation.Parts.Clock.GetUtcNow());
        var views = new List<RestoreView>();
        foreach (var record in await _store.ListAsync(cancel)) views.Add(await ViewAsync(record, register, zone, cancel));
        return new RestoresView(views);
    }

    /// <inheritdoc/>
    public Task<bool> WorkedOffAsync(int number, Actor by, CancellationToken cancel) => _store.WorkedOffAsync(number, by, cancel);

    /// <summary>Name of the text <c>restore.tells.*</c> for a kind of notice.</summary>
    public static string Tells(NoticeKind kind) => kind switch
    {
        NoticeKind.Receipt => "restore.tells.receipt",
        NoticeKind.Reminder or NoticeKind.Clerk or NoticeKind.CaseReminder => "restore.tells.reminder",
        NoticeKind.Escalation or NoticeKind.CaseEscalation or NoticeKind.Telephone => "restore.tells.escalation",
        NoticeKind.Returned or NoticeKind.Extended or NoticeKind.ExtensionDeclined => "restore.tells.office",
        NoticeKind.CaseOwed => "restore.tells.case",
        NoticeKind.SignIn => "restore.tells.sign-in",
        _ => "restore.tells.other",
    };

    private async ValueTask<RestoreView> ViewAsync(RestoreRecord record, RegisterSnapshot register, Zone zone, CancellationToken cancel)
    {
        var (at, taken) = (zone.LocalAt(record.At), zone.LocalAt(record.TakenAt));
        // Worked off, its figures are enough.
        if (record.Done is not null) return new RestoreView(record, at, taken, [], [], [], 0);
        var letters = (await _store.LettersAsync(record.Number, cancel)).ToList();
        var receipts = letters.Where(l => l.Tells.Any(t => t.Kind == NoticeKind.Receipt)).ToList();
        var others = letters.Except(receipts).ToList();
        var people = await new HistoryReader(installation).PeopleAsync(cancel);
        var acts = new List<LostActLine>();
        foreach (var act in (await _store.ActsAsync(record.Number, cancel)).Take(Most))
        {
            var where = await _names.OfAsync(DossierId.Parse(act.Where), people, cancel);
            acts.Add(new LostActLine(where, act.Act, ActorName.Of(register, act.By, act.For), zone.LocalAt(act.At)));
        }

        var more = record.Letters + record.Acts - acts.Count - Math.Min(receipts.Count, Most) - Math.Min(others.Count, Most);
        return new RestoreView(record, at, taken, [.. receipts.Take(Most).Select(Line)], acts, [.. others.Take(Most).Select(Line)], more);

        LostLine Line(LostLetter letter) => new(
            people.Find(letter.Reader)?.Titles() ?? new Bilingual(letter.Reader, letter.Reader), zone.LocalAt(letter.At),
            [.. letter.Tells.Select(t => Tells(t.Kind)).Distinct()],
            [.. letter.Tells.Select(t => t.Seat is { } seat && register.Seat(seat) is { } known ? register.PlaceOf(known.Place)?.Name : null).OfType<string>().Distinct()],
            letter.Tells.Select(t => t.Words).FirstOrDefault(w => w is not null));
    }
}
