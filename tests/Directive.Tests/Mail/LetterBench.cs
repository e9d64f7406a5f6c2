using Directives.Calendars;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;

namespace Directives.Tests.Mail;

/// <summary>The sample province with a few cycles, to write letters in: what a letter says follows from the facts given here.</summary>
internal sealed class LetterBench
{
    public const string Site = "https://nhac-viec.example";
    public const string April = "02-QD-TU.2023-04";
    public const string March = "02-QD-TU.2023-03";
    public const string FirstQuarter = "02-QD-TU.2023-Q1";
    public const string Swapped = "02-QD-TU.2025-04";
    public const string Office = "office-desk";
    public const string Head = "member-04";
    public const string Deputy = "member-02";

    private const string Authority = "52";
    private readonly Installation _installation;

    private LetterBench(Installation installation, RegisterSnapshot register)
    {
        (_installation, Register) = (installation, register);
        Writer = new LetterWriter(installation.Cycles, installation.Registers, installation.Parts.Rules, path => new Uri(Site + path));
    }

    public RegisterSnapshot Register { get; }

    public LetterWriter Writer { get; }

    /// <summary>With the titles of the register, or others in their stead.</summary>
    public static async Task<LetterBench> MakeAsync(Func<Official, Official>? titled = null, Func<Place, Place>? named = null)
    {
        var installation = new Installation(new InstallationParts
        {
            Authority = Authority,
            Tables = new MemoryTables(),
            Clock = new MovableClock(SmallProvince.Begin),
            Rules = new RuleBook(EditionLibrary.Sample, HolidayFile.Vietnam),
            Transport = new RememberingTransport(),
            TrailKey = new byte[32],
            LinkSecret = new byte[32],
            ConfidentialKey = new byte[32],
        });
        var content = SampleProvince.WithClerks();
        content = content with
        {
            Officials = [.. content.Officials.Select(titled ?? (o => o))],
            Places = [.. content.Places.Select(named ?? (p => p))],
        };
        await installation.Registers.ReplaceAsync(content, Actor.System, "test");
        var act = new Act("cycles-made", Actor.System);
        CycleStore.Freeze(act, CycleOf(April, Cadence.Month));
        CycleStore.Freeze(act, CycleOf(March, Cadence.Month) with { State = CycleState.Closed, Tally = new Tally(159, 141, 12, 6) });
        CycleStore.Freeze(act, CycleOf(FirstQuarter, Cadence.Quarter));
        CycleStore.Freeze(act, CycleOf(Swapped, Cadence.Month));
        await installation.Dossiers.BeginAsync(
            installation.Cycles.Dossier, new CyclesHead { Since = new DateOnly(2023, 4, 1) }, act, default);
        return new LetterBench(installation, await installation.Registers.GetAsync());
    }

    /// <summary>Nine in the morning of a day in the province.</summary>
    public static DateTimeOffset Morning(int year, int month, int day) => SmallProvince.Zone.At(new DateOnly(year, month, day), new TimeOnly(9, 0));

    /// <summary>Who holds the seat of a place.</summary>
    public Official Holder(string place) => Register.HolderOf(SeatOf(place), new DateOnly(2023, 4, 3))!;

    /// <summary>The clerk who prepares the report of a place.</summary>
    public Official Clerk(string place) => Register.ClerkOf(Holder(place).Id)!;

    /// <summary>A letter in a language.</summary>
    public LetterDraft Letter(string language, string reader, DateTimeOffset at, params DraftNotice[] notices) => new(
        $"{reader}.000001", Register.Official(reader)! with { Language = language }, [.. notices.Select(n => n with { Notice = n.Notice with { Reader = reader } })], at);

    /// <summary>A rung or an event about a place's seat, in round 1 as reckoned, or in another with its date.</summary>
    public DraftNotice About(
        NoticeKind kind, string place, string rung, string cycle = April, int round = 1, DateOnly? due = null, string? words = null)
    {
        var frozen = CycleOf(cycle, cycle == FirstQuarter ? Cadence.Quarter : Cadence.Month);
        var role = place.Length == 3 ? SeatRole.InCharge : SeatRole.Monitor;
        var first = Deadlines.Due(frozen.Edition.For(role)!, frozen.Period(), HolidayFile.Vietnam);
        var asks = kind is not (NoticeKind.Receipt or NoticeKind.Escalation);
        return new DraftNotice(
            new Notice
            {
                Kind = kind,
                Reader = "",
                Cycle = cycle,
                Sheet = $"{Authority}|{cycle}|{place[..2]}|0",
                Seat = SeatOf(place),
                Round = round,
                Rung = rung,
                Due = due ?? first,
                Owner = Holder(place).Id,
                Decided = Morning(2023, 5, 4),
                Words = words,
            },
            new Obligation
            {
                Seat = SeatOf(place),
                Place = place,
                Role = role,
                Round = round,
                FirstDue = first,
                Due = due ?? first,
                FiledAt = kind == NoticeKind.Receipt ? Morning(2023, 5, 4) : null,
            },
            asks ? $"q7Jm2xVt0bWc4Yh8Ns5Lr1Zk{place}" : null);
    }

    /// <summary>A notice that is about no seat.</summary>
    public static DraftNotice Whole(NoticeKind kind, string cycle, string? words = null) => new(
        new Notice { Kind = kind, Reader = "", Cycle = cycle, Rung = kind.ToString(), Decided = Morning(2023, 5, 4), Words = words }, null, null);

    private static string SeatOf(string place) => place.Length == 3 ? $"{place}.in-charge" : $"{place}.monitor";

    private static Cycle CycleOf(string id, Cadence cadence)
    {
        var period = Period.Of(cadence, PeriodKind.Calendar, id[(id.IndexOf('.') + 1)..]);
        return new Cycle
        {
            Id = id,
            Authority = Authority,
            Edition = EditionFile.Sample,
            Cadence = cadence,
            PeriodKind = PeriodKind.Calendar,
            From = period.From,
            To = period.To,
            AsOf = period.From,
            Sheets = [],
            State = CycleState.Open,
            OpenedAt = SmallProvince.Begin,
        };
    }
}
