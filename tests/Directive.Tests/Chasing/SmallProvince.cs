using Directives.Calendars;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;
using Directives.Tables;

namespace Directives.Tests.Chasing;

/// <summary>
/// A province of two districts to test with. District 11 has somebody in charge (<c>boss</c>) and three communes, each with a
/// monitor; nobody is in charge of district 12, which has three communes, too. Every seat owes monthly.
/// </summary>
internal static class SmallProvince
{
    public const string Authority = "1";
    public const string CycleId = "02-QD-TU.2023-04";
    public const string Boss = "11.in-charge";

    /// <summary>The days of April 2023's ladder: before2 … after3, and the last day.</summary>
    public static readonly DateOnly[] Days =
        [new(2023, 4, 28), new(2023, 5, 9), new(2023, 5, 10), new(2023, 5, 12), new(2023, 5, 17), new(2023, 5, 24), new(2023, 5, 31)];

    public static readonly string[] Rungs = ["before2", "before1", "due", "after1", "after2", "after3"];
    public static readonly DateOnly Due = Days[2];
    public static readonly DateOnly Start = new(2021, 4, 29);
    public static readonly DateTimeOffset Begin = new(2023, 4, 3, 0, 0, 0, TimeSpan.Zero);
    public static readonly Zone Zone = Zone.Of("Asia/Ho_Chi_Minh");

    /// <summary>02-QD/TU, with every role owing monthly.</summary>
    public static readonly Edition Edition = EditionFile.Sample with
    {
        Roles = [.. EditionFile.Sample.Roles.Select(r => r with { Cadence = Cadence.Month })],
    };

    /// <summary>One cycle only: April 2023.</summary>
    public static readonly RuleBook OneMonth = new(new EditionLibrary([Edition]), HolidayFile.Vietnam, new DateOnly(2023, 4, 30));

    private static readonly string[] Leaders = ["secretary", "deputy", "head", "office", "boss"];
    private static readonly string[] Communes = ["111", "112", "113", "121", "122", "123"];

    public static string Monitor(string commune) => $"{commune}.monitor";

    public static Official Person(string id) => new(id, $"Chức danh {id}", $"Title {id}", null, $"{id}@place.example");

    public static RegisterContent Content() => new(
        [
            Place("1", null, "province"), Place("11", "1", "district"), Place("12", "1", "district"),
            .. Communes.Select(c => Place(c, c[..2], "commune")),
        ],
        [],
        [.. Leaders.Concat(Communes.Select(c => $"m{c}")).Select(Person)],
        [
            new Seat(Boss, "11", SeatRole.InCharge), new Seat("12.in-charge", "12", SeatRole.InCharge),
            .. Communes.Select(c => new Seat(Monitor(c), c, SeatRole.Monitor)),
        ],
        [new Post(Boss, "boss", Start), .. Communes.Select(c => new Post(Monitor(c), $"m{c}", Start))],
        [
            new Position(Duty.Secretary, "1", "secretary", Start),
            new Position(Duty.StandingDeputySecretary, "1", "deputy", Start),
            new Position(Duty.HeadOfOrganisationCommission, "1", "head", Start),
            new Position(Duty.Office, "1", "office", Start),
        ]);

    /// <summary>An installation over given tables; several may share them.</summary>
    public static Installation Install(
        ITables tables, TimeProvider clock, IMailTransport transport, RuleBook? rules = null, Action<MailFaultException>? logged = null,
        Directives.Chasing.WatchOptions? watch = null) => new(new InstallationParts
        {
            Authority = Authority,
            Tables = tables,
            Clock = clock,
            Rules = rules ?? OneMonth,
            Transport = transport,
            TrailKey = new byte[32],
            LinkSecret = new byte[32],
            ConfidentialKey = new byte[32],
            Watch = watch ?? new Directives.Chasing.WatchOptions { AtOnce = 1, OnMailFault = logged },
        });

    /// <summary>An installation with the register imported and its keeping begun.</summary>
    public static async Task<Installation> BegunAsync(
        ITables tables, TimeProvider clock, IMailTransport transport, RuleBook? rules = null, RegisterContent? content = null)
    {
        var installation = Install(tables, clock, transport, rules);
        await installation.Registers.ReplaceAsync(content ?? Content(), Actor.System, "test");
        await installation.BeginAsync(Zone.DateAt(clock.GetUtcNow()));
        return installation;
    }

    private static Place Place(string code, string? parent, string level) => new(code, $"Nơi {code}", level, level, parent, Start);
}
