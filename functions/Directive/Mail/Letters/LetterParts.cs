using System.Globalization;
using Directives.Assistants;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Language;
using Directives.Register;
using Directives.Seals;
using Directives.Web.Persons;

namespace Directives.Mail.Letters;

/// <summary>
/// Reads what a notice says on the day its letter leaves. A new kind of notice is a line in <see cref="Of"/>, a record that is a
/// <see cref="LetterPart"/>, the component that writes it, and its texts <c>letter.{kind}.*</c>.
/// </summary>
/// <param name="texts">The reader's language.</param>
/// <param name="register">The register of the day.</param>
/// <param name="rules">Working days, and the zone of what belongs to no cycle.</param>
/// <param name="toOffice">Whether the reader is the office.</param>
/// <param name="at">When the letter is handed over (UTC).</param>
/// <param name="address">Makes a public address of a path.</param>
internal sealed class LetterParts(
    Texts texts, RegisterSnapshot register, RuleBook rules, bool toOffice, DateTimeOffset at, Func<string, Uri> address)
{
    private readonly CaseParts _cases = new(texts, register, rules, at, address);

    /// <summary>The part that tells a notice.</summary>
    /// <param name="cycle">Its cycle; null for the office's own work.</param>
    public LetterPart Of(DraftNotice item, Cycle? cycle) => (item.Notice.Kind, cycle) switch
    {
        (NoticeKind.Asked, _) => Asked(item.Notice),
        (NoticeKind.SignIn, _) => new SignInPart(item.Code ?? "") { Why = texts["signin.letter.why"], Link = item.LinkKey is { } key ? address($"/sign-in/{key}") : null },
        (NoticeKind.Checkpoint, _) => Checkpoint(item.Notice),
        (NoticeKind.CaseOwed or NoticeKind.CaseReminder or NoticeKind.CaseEscalation, _) => _cases.Of(item),
        (NoticeKind.DeskChanged, _) => DeskChanged(item.Notice),
        (NoticeKind.Vacancy, _) => Vacancy(item.Notice),
        (NoticeKind.StandIn, _) => StandIn(item.Notice),
        (_, null) => throw new InvalidDataException($"There is no cycle '{item.Notice.Cycle}'."),
        (NoticeKind.Tally, _) => Tally(cycle),
        (NoticeKind.Receipt, _) => Receipt(item, cycle),
        (NoticeKind.Returned, _) => new ReturnedPart(About(item, cycle), Inert.Of(item.Notice.Words))
        {
            Why = Event(cycle, "returned", item),
            Link = LinkOf(item),
            PreparedFor = PreparedFor(item),
        },
        (NoticeKind.Extended, _) => new ExtendedPart(About(item, cycle), Inert.Of(item.Notice.Words))
        {
            Why = Event(cycle, "extended", item),
            Link = LinkOf(item),
            PreparedFor = PreparedFor(item),
        },
        (NoticeKind.ExtensionDeclined, _) => new DeclinedPart(About(item, cycle), Inert.Of(item.Notice.Words))
        {
            Why = Event(cycle, "extension-declined", item),
            Link = LinkOf(item),
        },
        (NoticeKind.Escalation, _) => Overdue(item, cycle),
        (NoticeKind.Clerk or NoticeKind.Named, _) => Prepare(item, cycle),
        (NoticeKind.Telephone, _) => new TelephonePart(About(item, cycle), OwnerOf(item.Notice), item.Notice.Words ?? "")
        {
            Why = Why(item, cycle, About(item, cycle).Due),
            Link = address(PersonEndpoints.Unreached),
        },
        (NoticeKind.HandOver, _) => new HandOverPart(About(item, cycle), item.Obligation is { } taken && taken.FirstDue != taken.Due ? taken.FirstDue : null)
        {
            Why = Event(cycle, "hand-over", item),
            Link = address($"/hand-over/{Uri.EscapeDataString(item.Notice.Seat ?? "")}"),
        },
        (NoticeKind.Ready, _) => new ReadyPart(About(item, cycle)) { Why = Event(cycle, "ready", null), Link = LinkOf(item) },
        _ => Owed(item, cycle),
    };

    private OwedPart Owed(DraftNotice item, Cycle cycle)
    {
        var about = About(item, cycle);
        var today = cycle.Zone().DateAt(at);
        return new OwedPart(about, WordsOf(item.Notice.Rung, about.Due, today), DaysBetween(about.Due, today))
        {
            Why = Why(item, cycle, about.Due),
            Link = LinkOf(item),
            Spared = item.Notice.Spared,
            For = item.Notice.Owner is { } owner && owner != item.Notice.Reader ? OwnerOf(item.Notice) : null,
        };
    }

    private PreparePart Prepare(DraftNotice item, Cycle cycle)
    {
        var (notice, about, today) = (item.Notice, About(item, cycle), cycle.Zone().DateAt(at));
        var isNaming = notice.Kind == NoticeKind.Named;
        var words = isNaming ? "named" : today < about.Due ? "before" : today == about.Due ? "due" : "after";
        // Whoever is told before the official must know that they are.
        var alone = !isNaming && today < about.Due && register.ClerkOf(notice.Owner ?? "")?.Id == notice.Reader;
        return new PreparePart(about, OwnerOf(notice), words, DaysBetween(about.Due, today), alone)
        {
            Why = isNaming ? Event(cycle, "named", null) : Why(item, cycle, about.Due),
            Link = LinkOf(item),
        };
    }

    private OverduePart Overdue(DraftNotice item, Cycle cycle)
    {
        var (about, place) = (About(item, cycle), register.PlaceOf(item.Obligation?.Place ?? ""));
        var area = place?.Parent is { } code && register.PlaceOf(code) is { Parent: not null } above ? above : null;
        var line = new OverdueLine($"{place?.Parent}/{place?.Code}", about.Place, area is null ? null : Inert.Of(area.Name), OwnerOf(item.Notice));
        var days = DaysBetween(about.Due, cycle.Zone().DateAt(at));
        return new OverduePart(EscalationWordsOf(item.Notice.Rung), item.Notice.Rung, about.Period, about.Due, days, [line])
        {
            Why = Why(item, cycle, about.Due),
            Link = OfficeOnly(),
        };
    }

    private ReceiptPart Receipt(DraftNotice item, Cycle cycle) => new(
        PlaceOf(item), PeriodOf(cycle), Inert.Of(item.Notice.Words), cycle.Zone().LocalAt(item.Obligation?.FiledAt ?? item.Notice.Decided))
    {
        Why = Event(cycle, "receipt", null),
        FiledBy = item.Notice.By is { } by && register.Official(by) is { } filer ? Inert.Of(filer.Titles().In(texts)) : null,
        PreparedFor = PreparedFor(item),
    };

    private TallyPart Tally(Cycle cycle) => new(PeriodOf(cycle), cycle.Tally ?? Cycles.Tally.Nothing)
    {
        Why = Event(cycle, "tally", null),
        Link = OfficeOnly(),
    };

    private AskedPart Asked(Notice notice)
    {
        var counts = (notice.Words ?? "0/0").Split('/').Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToArray();
        return new AskedPart(counts[0], counts[1]) { Why = texts["letter.asked.why"], Link = address("/office") };
    }

    private CheckpointPart Checkpoint(Notice notice)
    {
        var file = CheckpointFile.Read(notice.Words ?? "") ?? throw new InvalidDataException($"Notice '{notice.Rung}' holds no checkpoint.");
        var zone = rules.ZoneAt(notice.Decided);
        return new CheckpointPart(zone.DateAt(notice.Decided), file.Seal, zone.LocalAt(file.At), file.Write().Split('\n'))
        {
            Why = texts["letter.checkpoint.why"],
            Link = address("/audit"),
        };
    }

    private DeskChangedPart DeskChanged(Notice notice)
    {
        var words = (notice.Words ?? "").Split(' ');
        if (words is not [var kind, var from]) throw new InvalidDataException($"Notice '{notice.Rung}' names no change.");
        return new DeskChangedPart(kind == "give", OwnerOf(notice), DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        {
            Why = texts["confidential.letter.why"],
            Link = address("/me"),
        };
    }

    private VacancyPart Vacancy(Notice notice)
    {
        var seat = register.Seat(notice.Seat ?? "");
        var place = seat is null ? notice.Seat : register.PlaceOf(seat.Place)?.Name ?? seat.Place;
        return new VacancyPart(Inert.Of(place), texts[$"role.{seat?.Role ?? SeatRole.Monitor}"], notice.Due ?? rules.DayAt(notice.Decided), OwnerOf(notice))
        {
            Why = texts["letter.vacancy.why"],
            Link = address("/register/vacancies"),
        };
    }

    private StandInPart StandIn(Notice notice)
    {
        DateOnly? to = DateOnly.TryParseExact(notice.Words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) ? last : null;
        return new StandInPart(OwnerOf(notice), notice.Due ?? rules.DayAt(notice.Decided), to) { Why = texts["letter.stand-in.why"], Link = address("/me") };
    }

    private Matter About(DraftNotice item, Cycle cycle) =>
        new(PlaceOf(item), PeriodOf(cycle), item.Notice.Due ?? item.Obligation?.Due ?? cycle.Zone().DateAt(at));

    private string PlaceOf(DraftNotice item) => Inert.Of(register.PlaceOf(item.Obligation?.Place ?? "")?.Name ?? item.Notice.Seat);

    private string OwnerOf(Notice notice) =>
        register.Official(notice.Owner ?? "") is { } owner ? Inert.Of(owner.Titles().In(texts)) : "";

    private string? PreparedFor(DraftNotice item) => Drafters.IsFor(item.Notice) ? OwnerOf(item.Notice) : null;

    private string PeriodOf(Cycle cycle) => texts.Period(cycle.Cadence, cycle.To);

    private Uri? LinkOf(DraftNotice item) => item.LinkKey is { } key ? address($"/l/{key}") : null;

    // Leaders have no page of their own to open.
    private Uri? OfficeOnly() => toOffice ? address("/office") : null;

    private int DaysBetween(DateOnly due, DateOnly today) =>
        due < today ? rules.Calendar.WorkingDaysAfter(due, today) : rules.Calendar.WorkingDaysAfter(today, due);

    /// <summary>The texts of the rung itself; a rung that only a rules file knows gets those of its side of the due date.</summary>
    private string WordsOf(string rung, DateOnly due, DateOnly today)
    {
        // "Due today" on another day would be untrue: a letter may be late.
        var timely = rung switch
        {
            "due" => due == today,
            _ when rung.StartsWith("before", StringComparison.Ordinal) => today < due,
            _ => today > due,
        };
        return timely && texts.Has($"letter.{rung}.subject") ? rung : today < due ? "before" : today == due ? "due" : "after";
    }

    private string EscalationWordsOf(string rung) =>
        new[] { $"{rung}.{(toOffice ? "office" : "escalation")}", $"{rung}.escalation" }.FirstOrDefault(w => texts.Has($"letter.{w}.subject")) ?? "escalation";

    private string Event(Cycle cycle, string name, DraftNotice? item) =>
        texts["letter.why.event", cycle.Edition.Directive, texts[$"letter.{name}.event"]] + Round(item);

    private string Why(DraftNotice item, Cycle cycle, DateOnly due)
    {
        var rung = item.Notice.Rung;
        var rule = item.Obligation?.RuleIn(cycle.Edition);
        var why = rule?.Ladder.FirstOrDefault(r => r.Name == rung) is { } step
            ? texts["letter.why", cycle.Edition.Directive, texts.Rung(rung), Distance(step.Offset)]
            : texts["letter.why.short", cycle.Edition.Directive, texts.Rung(rung)];
        // A due date that a person set, or that another calendar gave at opening, was not reckoned like this.
        var shift = rule is null || item.Notice.Round > 1 ? null : Deadlines.Shift(rule, cycle.Period(), rules.Calendar);
        return shift?.To == due
            ? $"{why} {LetterDates.Shift(texts, shift)}"
            : $"{why} {texts["letter.why.due", LetterDates.Day(texts, due)]}{Round(item)}";
    }

    private string Distance(int offset) => offset == 0
        ? texts["letter.why.on"]
        : texts[offset < 0 ? "letter.why.before" : "letter.why.after", texts.Count("days", Math.Abs(offset))];

    private string Round(DraftNotice? item) => item is { Notice.Round: > 1, Obligation: { } owed }
        ? " " + texts["letter.why.round", item.Notice.Round, LetterDates.Day(texts, owed.FirstDue)]
        : "";
}
