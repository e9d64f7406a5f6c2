using Directives.Access;
using Directives.Assistants;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Language;
using Directives.Mail;
using Directives.Register;

namespace Directives.Web.Office;

/// <summary>How the office sees obligations of one cycle now.</summary>
internal sealed class SeatViews(Installation installation, Cycle cycle, RegisterSnapshot register)
{
    private readonly Zone _zone = cycle.Zone();
    private readonly DateTimeOffset _now = installation.Parts.Clock.GetUtcNow();

    /// <summary>Overdue is computed, never stored.</summary>
    public static SeatState StateOf(Obligation owed, Zone zone, DateTimeOffset now) => owed switch
    {
        { State: ObligationState.Open } => now < zone.EndOfDay(owed.Due) ? SeatState.Open : SeatState.Overdue,
        { State: ObligationState.NotOwed, Mark: null } => SeatState.NotOwed,
        { Mark: FilingMark.OnTime } => SeatState.OnTime,
        { Mark: FilingMark.Late } => SeatState.Late,
        _ => SeatState.Missed,
    };

    public SeatState StateOf(Obligation owed) => StateOf(owed, _zone, _now);

    public DateTime Local(DateTimeOffset at) => _zone.LocalAt(at);

    public Official? HolderOf(Obligation owed) => register.HolderOf(owed.Seat, _zone.DateAt(_now));

    public async ValueTask<IReadOnlyList<SeatRow>> RowsAsync(IReadOnlyList<(SheetRef Sheet, Obligation Owed)> seats, CancellationToken cancel)
    {
        var rows = new List<SeatRow>(seats.Count);
        foreach (var (sheet, owed) in seats)
        {
            var holder = HolderOf(owed);
            // Before the due date a clerk may have been told alone.
            var clerk = holder is null ? null : register.ClerkOf(holder.Id);
            var last = owed.Told?.LastOrDefault(t => t.Skipped is null && (t.Reader == holder?.Id || (t.Reader is not null && t.Reader == clerk?.Id)));
            rows.Add(new SeatRow(
                new SeatPath(cycle.Id, sheet.Area, sheet.Part, owed.Seat),
                register.PlaceOf(owed.Place)?.Name ?? owed.Place,
                owed.Role,
                holder?.Titles(),
                StateOf(owed),
                owed.Due,
                RungOf(owed),
                DaysLate(owed),
                last is null ? LastLetter.None : (await LetterAsync(sheet, owed.Seat, last, cancel)).Letter));
        }

        return rows;
    }

    public async ValueTask<IReadOnlyList<HistoryRow>> HistoryAsync(SheetRef sheet, Obligation owed, CancellationToken cancel)
    {
        var rows = new List<HistoryRow>();
        var readers = new Drafters(register, await installation.Assistants.GetAsync(cancel));
        foreach (var told in owed.Told ?? [])
        {
            var reader = readers.Find(told.Reader ?? "");
            var (letter, withdrawn) = told.Skipped is null ? await LetterAsync(sheet, owed.Seat, told, cancel) : (LastLetter.None, null);
            var why = told.Skipped ?? withdrawn;
            rows.Add(new HistoryRow(
                told.Round,
                NameOf(told.Rung),
                Local(told.At),
                reader?.Titles(),
                letter,
                why is null ? null : $"office.remark.{why}"));
        }

        return rows;
    }

    /// <summary>A request for more time as the office sees it.</summary>
    public QueueRow AskedRow(SeatPath path, Obligation owed, ExtensionAsk asked) =>
        new(path.Address, register.PlaceOf(owed.Place)?.Name ?? owed.Place, ActorName.Of(register, asked.By, asked.For), Local(asked.At), asked.Wished, asked.Reason);

    /// <summary>A use of a personal link as the office sees it.</summary>
    /// <param name="filed">Whether a report came by it, or it was only opened.</param>
    public UseRow UseRow(LinkUsed used, bool filed) =>
        new(Local(used.At), filed, register.Official(used.By)?.Titles(), used.From.Network, used.From.Device);

    /// <summary>Where the letter of a notice is, read from its reader's mailbox.</summary>
    private async ValueTask<(LastLetter Letter, string? Withdrawn)> LetterAsync(SheetRef sheet, string seat, ToldRung told, CancellationToken cancel)
    {
        var mailbox = MailboxKeys.Dossier(sheet.Authority, told.Reader ?? "");
        var key = Tables.Keys.Join("n", sheet.Cycle, seat, $"{told.Round}", told.Rung);
        var held = await installation.Dossiers.RowAsync<HeldNotice>(mailbox, key, cancel);
        if (held is null) return (LastLetter.None, null);
        if (held.Withdrawn is { } why) return (LastLetter.None, why);
        var letter = held.Letter is { } number ? await installation.Dossiers.RowAsync<Letter>(mailbox, MailboxKeys.Letter(number), cancel) : null;
        return letter switch
        {
            { Delivery: { Fails: true } word } => (new LastLetter(LetterPlace.Failed, Local(word.At)), null),
            { State: LetterState.Withdrawn } => (LastLetter.None, Sealing.Silenced),
            { SentAt: { } at } => (new LastLetter(LetterPlace.Sent, Local(at)), null),
            { Refusal: { } refusal } => (new LastLetter(LetterPlace.Failed, Local(refusal.At)), null),
            _ => (new LastLetter(LetterPlace.Waiting), null),
        };
    }

    // A rung, or an event: the second of its kind is numbered.
    private static string NameOf(string rung)
    {
        if (Texts.Vietnamese.Has($"rung.{rung}")) return rung;
        var bare = rung.TrimEnd([.. "0123456789"]).TrimEnd('-');
        return Texts.Vietnamese.Has($"letter.{rung}.event") ? $"letter.{rung}.event" : Texts.Vietnamese.Has($"letter.{bare}.event") ? $"letter.{bare}.event" : rung;
    }

    private string? RungOf(Obligation owed)
    {
        var ladder = owed.RuleIn(cycle.Edition)?.Ladder;
        return ladder is not null && owed.Rung >= 0 && owed.Rung < ladder.Count ? ladder[owed.Rung].Name : null;
    }

    private int DaysLate(Obligation owed)
    {
        // A report in stops the count; what was missed is late for ever, so no number says more.
        var until = owed switch
        {
            { State: ObligationState.Open } => _zone.DateAt(_now),
            { State: ObligationState.Filed, Mark: FilingMark.Late, FiledAt: { } filed } => _zone.DateAt(filed),
            _ => owed.Due,
        };
        return installation.Parts.Rules.Calendar.WorkingDaysAfter(owed.Due, until);
    }
}
