using System.Diagnostics;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Language;
using Directives.Mail;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>
/// Letters put into words on one thread: the reminders of the sample province's 159 monitors, every rung, both languages, HTML and
/// plain text; against the same words put together by hand.
/// </summary>
internal static class LettersBench
{
    private const int Repetitions = 15;
    private const int Rounds = 8;
    private const string Cycle = "02-QD-TU.2023-04";
    private static readonly DateOnly Since = new(2023, 4, 1);

    public static async Task<IReadOnlyList<BenchLine>> RunAsync(CancellationToken cancel)
    {
        using var installation = await MakeAsync(cancel);
        var writer = new LetterWriter(installation.Cycles, installation.Registers, installation.Parts.Rules, Address);
        var drafts = await DraftsAsync(installation, cancel);
        var (ours, byHand, rates) = (new List<double>(), new List<double>(), new List<double>());
        // The first ones are for the compiler, which looks twice at what runs often.
        for (var i = -10; i < Repetitions; i++)
        {
            // In turns, so that whatever else the machine does troubles both.
            var watch = Stopwatch.StartNew();
            var letters = 0L;
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var draft in drafts) letters += (await writer.WriteAsync(draft, cancel)).Html.Length > 0 ? 1 : 0;
            }

            var written = watch.Elapsed.TotalMicroseconds / letters;
            watch.Restart();
            letters = 0;
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var draft in drafts) letters += LetterByHand.Write(draft, Cycle, Address).Html.Length > 0 ? 1 : 0;
            }

            var concatenated = watch.Elapsed.TotalMicroseconds / letters;
            if (i < 0) continue;
            ours.Add(written);
            byHand.Add(concatenated);
            rates.Add(1_000_000 / written);
        }

        var rate = Spread.Of(rates);
        return
        [
            new BenchLine("letters", "letters in words, one thread", "1/s", rate, null, rate.Median, 5_000, false),
            BenchLine.Ratio("letters", "a letter from components / its words put together by hand", "µs", Spread.Of(ours), Spread.Of(byHand), 10, true),
        ];
    }

    private static Uri Address(string path) => new("https://nhac-viec.example" + path);

    private static async Task<Installation> MakeAsync(CancellationToken cancel)
    {
        var installation = new Installation(new InstallationParts
        {
            Authority = "52",
            Tables = new MemoryTables(),
            Clock = new MovableClock(new DateTimeOffset(2023, 4, 28, 3, 0, 0, TimeSpan.Zero)),
            Rules = new RuleBook(EditionLibrary.Sample, HolidayFile.Vietnam, new DateOnly(2023, 4, 30)),
            Transport = new CountingTransport(),
            TrailKey = new byte[32],
            LinkSecret = new byte[32],
            ConfidentialKey = new byte[32],
        });
        await installation.Registers.ReplaceAsync(SampleProvince.Load(), Actor.System, "benchmark", cancel);
        await installation.BeginAsync(Since, cancel);
        await installation.Keeper.WakeAsync(cancel);
        return installation;
    }

    private static async Task<List<LetterDraft>> DraftsAsync(Installation installation, CancellationToken cancel)
    {
        var (register, cycle) = (await installation.Registers.GetAsync(cancel), await installation.Cycles.FrozenAsync(Cycle, cancel));
        var (rule, calendar) = (cycle.Edition.For(SeatRole.Monitor)!, installation.Parts.Rules.Calendar);
        var due = Deadlines.Due(rule, cycle.Period(), calendar);
        var days = Deadlines.RungDays(rule, due, calendar);
        return [.. cycle.Sheets.SelectMany(s => s.Seats).Select((seat, i) =>
        {
            var holder = register.HolderOf(seat.Seat, Since)!;
            var rung = i % days.Count;
            var notice = new Notice
            {
                Kind = NoticeKind.Reminder,
                Reader = holder.Id,
                Cycle = Cycle,
                Sheet = "52",
                Seat = seat.Seat,
                Round = 1,
                Rung = rule.Ladder[rung].Name,
                Due = due,
                Owner = holder.Id,
                Decided = cycle.OpenedAt,
            };
            var owed = new Obligation { Seat = seat.Seat, Place = seat.Place, Role = seat.Role, FirstDue = due, Due = due };
            var language = Texts.All[i % Texts.All.Count].Language;
            return new LetterDraft(
                $"{holder.Id}.000001", holder with { Language = language }, [new DraftNotice(notice, owed, "q7Jm2xVt0bWc4Yh8Ns5Lr1Zk")],
                cycle.Zone().At(days[rung], cycle.Edition.Letters.From));
        })];
    }
}
