using Directives.Calendars;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;

namespace Directives.Local.Bench;

/// <summary>An installation with a nation's register on SQLite tables, whose cycles of April 2023 have not opened yet.</summary>
internal sealed class BenchInstallation : IAsyncDisposable
{
    /// <summary>The day from which cycles are kept.</summary>
    public static readonly DateOnly Since = new(2023, 4, 1);
    private static readonly Lazy<RegisterContent> Nation = new(() =>
        TitledRegister.From(PlacesFile.Read(System.Text.Encoding.UTF8.GetBytes(SyntheticNation.Csv()), Since), Since));

    private readonly SqliteTables _tables;

    private BenchInstallation(SqliteTables tables)
    {
        _tables = tables;
        Installation = Over("nation", tables);
    }

    /// <summary>An installation over tables, before April 2023 was opened in them.</summary>
    public static Installation Over(string authority, ITables tables) => new Installation(new InstallationParts
    {
        Authority = authority,
        Tables = tables,
        Clock = new MovableClock(new DateTimeOffset(2023, 4, 28, 3, 0, 0, TimeSpan.Zero)),
        Rules = new RuleBook(EditionLibrary.Sample, HolidayFile.Vietnam, new DateOnly(2023, 4, 30)),
        Transport = new CountingTransport(),
        TrailKey = new byte[32],
        LinkSecret = new byte[32],
        ConfidentialKey = new byte[32],
    });

    public Installation Installation { get; }

    /// <summary>A nation's register: 11,303 posts.</summary>
    public static RegisterContent OfNation => Nation.Value;

    /// <summary>Makes it in a file, of the nation unless told otherwise: the register is read, and cycles are kept from 1 April on.</summary>
    public static async Task<BenchInstallation> MakeAsync(string file, CancellationToken cancel, RegisterContent? content = null)
    {
        var made = new BenchInstallation(SqliteTables.Open(file));
        await made.Installation.Registers.ReplaceAsync(content ?? Nation.Value, Actor.System, "benchmark", cancel);
        await made.Installation.BeginAsync(Since, cancel);
        await made.Installation.Registers.GetAsync(cancel);
        return made;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Installation.Dispose();
        await _tables.DisposeAsync();
    }
}
