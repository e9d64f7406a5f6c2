using System.Text;
using Directives.Attachments;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Mail.Book;
using Directives.Moving;
using Directives.Recommendations;
using Directives.Recommendations.Confidential;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;

namespace Directives.Tests.Moving;

/// <summary>
/// The small province in the middle of a month: a running cycle, reports with a file, recommendations under way, one confidential matter, letters read and unread.
/// </summary>
internal static class LivingProvince
{
    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly string[] Agencies = ["roads", "land"];
    private static readonly string[] Desk = ["desk1", "desk2", "desk3"];
    private static readonly string[] People = ["head-roads", "head-land", "recorder", "leader-111", .. Desk];

    /// <summary>An installation over tables, as a process that has just started.</summary>
    public static Installation Open(ITables tables, IFiles files, TimeProvider clock, IMailTransport mail, IPostBook? book = null) => new(new InstallationParts
    {
        Authority = SmallProvince.Authority,
        Tables = tables,
        Files = files,
        Clock = clock,
        Machine = clock,
        Rules = SmallProvince.OneMonth,
        Transport = mail,
        TrailKey = Key,
        LinkSecret = Key,
        ConfidentialKey = Key,
        Watch = new Directives.Chasing.WatchOptions { AtOnce = 1, Alone = true },
        Book = book ?? new NoPostBook(),
    });

    /// <summary>Lives until 10 May 2023, 08:00: the due date, a while before its reminders.</summary>
    public static async Task LiveAsync(Installation it, MovableClock clock)
    {
        await new InstallationMark(SmallProvince.Authority, false, new DateOnly(2023, 4, 3), SmallProvince.Begin).MakeAsync(it.Parts.Tables, default);
        await it.Registers.ReplaceAsync(Content(), Actor.System, "test");
        await it.BeginAsync(new DateOnly(2023, 4, 3));
        await RunAsync(it, clock, MonthScript.Local(5, 8, 10));
        await MonthScript.FileAsync(it, "111");
        using (var file = new MemoryStream(Encoding.UTF8.GetBytes("%PDF-1.7 of a visit"))) await it.Files.PutAsync(file);
        foreach (var id in (string[])["c1", "c2"])
            await it.CaseDesk.RaiseAsync(id, new Actor("m111"), new Raised { Kind = CaseKind.Difficulty, Text = "Cầu yếu.", Place = "111", Seat = SmallProvince.Monitor("111") });
        Assert.NotNull(await it.Matters.RaiseAsync("m121", "form", CaseKind.Violation, "Nhận tiền.", null, [new Named(NamedKind.Official, "leader-111")], [], default));
        await RunAsync(it, clock, MonthScript.Local(5, 9, 9));
        Assert.Null((await it.CaseDesk.StepAsync("c1", new Actor("office"), _ => new SentToCommittee())).Refused);
        await it.Rounds.ExtendAsync(MonthScript.SheetOf("121"), "121.monitor", new Actor("office"), "flood", new DateOnly(2023, 5, 22));
        await RunAsync(it, clock, MonthScript.Local(5, 10, 7));
    }

    /// <summary>Goes on until the cycle is closed, with what people do meanwhile.</summary>
    public static async Task GoOnAsync(Installation it, MovableClock clock)
    {
        await RunAsync(it, clock, MonthScript.Local(5, 16, 10));
        await MonthScript.FileAsync(it, "112");
        Assert.Null((await it.CaseDesk.StepAsync("c2", new Actor("office"), _ => new SentToCommittee())).Refused);
        await RunAsync(it, clock, MonthScript.Local(6, 20, 0));
    }

    public static Task RunAsync(Installation it, MovableClock clock, DateTimeOffset until) => new Clockwork(it.Watch, clock, chores: true).RunAsync(until);

    /// <summary>A copy as <c>export</c> writes it.</summary>
    public static async Task<CopyManifest> CopyAsync(string file, ITables tables, IFiles files, MovableClock clock, CopyKind kind = CopyKind.Export)
    {
        await using var target = File.Create(file);
        return await CopyWriter.WriteAsync(target, new CopyParts
        {
            Tables = tables,
            Files = files,
            Kind = kind,
            Mark = (await InstallationMark.ReadAsync(tables, default))!,
            Keys = new Dictionary<string, string> { ["trail"] = KeyPrints.Of(Key) },
            TakenAt = clock.GetUtcNow(),
            ClockAt = clock.GetUtcNow(),
        });
    }

    /// <summary>All rows, a line each.</summary>
    /// <param name="everything">False: of what is sealed only that it is there, and of entries without the words drawn for them, because neither is twice alike.</param>
    /// <param name="but">Tables that are left out.</param>
    public static async Task<IReadOnlyList<string>> RowsAsync(ITables tables, bool everything, params Table[] but)
    {
        var lines = new List<string>();
        foreach (var table in Enum.GetValues<Table>().Except(but))
        {
            await foreach (var (partition, row) in tables.ScanAsync(table))
            {
                if (partition is MoveMark.Partition or "engine") continue;
                lines.Add((table, everything) switch
                {
                    (Table.Desk, false) => $"{table} {partition} {row.Key}",
                    (Table.Owed, false) => $"{table} {partition} {row.Key[..(row.Key.LastIndexOf('|') + 1)]}",
                    _ => $"{table} {partition} {row.Key} {Encoding.UTF8.GetString(row.Body.Span)}",
                });
            }
        }

        return lines;
    }

    private static RegisterContent Content()
    {
        var content = SmallProvince.Content();
        return content with
        {
            Bodies = [.. Agencies.Select(b => new Body(b, b, b, "agency", "1", Leader: $"head-{b}"))],
            Officials = [.. content.Officials, .. People.Select(SmallProvince.Person)],
            Positions =
            [
                .. content.Positions, new Position(Duty.Recorder, "1", "recorder", SmallProvince.Start), new Position(Duty.LocalLeader, "111", "leader-111", SmallProvince.Start),
                .. Desk.Select(d => new Position(Duty.ConfidentialDesk, "1", d, SmallProvince.Start)),
            ],
        };
    }
}
