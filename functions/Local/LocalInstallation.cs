using Directives.Calendars;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Local.Data;
using Directives.Mail;
using Directives.Register;
using Directives.Tables;

namespace Directives.Local;

/// <summary>An installation on one machine: a data folder, opened, and if it was new made a sample.</summary>
public sealed class LocalInstallation : IAsyncDisposable
{
    private const string SampleAuthority = "52";
    private readonly SqliteTables _tables;

    private LocalInstallation(SqliteTables tables, InstallationMark mark, SampleClock clock, Outbox outbox, Installation installation)
    {
        _tables = tables;
        (Mark, Clock, Outbox, Installation) = (mark, clock, outbox, installation);
    }

    public InstallationMark Mark { get; }

    public SampleClock Clock { get; }

    public Outbox Outbox { get; }

    public Installation Installation { get; }

    /// <summary>Opens the folder; a new one becomes a sample, for ever.</summary>
    /// <param name="address">Makes a public address of a path.</param>
    /// <param name="make">Whether a new folder may be made.</param>
    /// <exception cref="CannotStartException">Something is missing or damaged; the message says what to do.</exception>
    public static async Task<LocalInstallation> OpenAsync(
        DataFolder folder, Func<string, Uri> address, bool make, WatchOptions watch, CancellationToken cancel)
    {
        if (!make && !folder.HasDatabase)
            throw new CannotStartException($"There is no installation in '{folder.Root.FullName}'. Start one with 'serve --data', or name another folder with --data.");
        var (trailKey, linkSecret) = (folder.Secret("trail"), folder.Secret("links"));
        var tables = folder.OpenTables();
        try
        {
            var mark = await InstallationMark.ReadAsync(tables, cancel)
                ?? await new InstallationMark(SampleAuthority, true, DateOnly.FromDateTime(SampleClock.Start.UtcDateTime), DateTimeOffset.UtcNow)
                    .MakeAsync(tables, cancel);
            var clock = await SampleClock.OpenAsync(tables, cancel);
            var rules = new RuleBook(EditionLibrary.Sample, HolidayFile.Vietnam);
            LetterWriter? writer = null;
            var outbox = new Outbox(tables, mark.Authority, (draft, stop) => writer!.WriteAsync(draft, stop));
            var installation = new Installation(new InstallationParts
            {
                Authority = mark.Authority,
                Tables = tables,
                Clock = clock.Clock,
                Rules = rules,
                Transport = outbox,
                TrailKey = trailKey,
                LinkSecret = linkSecret,
                Watch = watch,
            });
            writer = new LetterWriter(installation.Cycles, installation.Registers, rules, address);
            if (make) await FillAsync(installation, mark, cancel);
            return new LocalInstallation(tables, mark, clock, outbox, installation);
        }
        catch
        {
            await tables.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Installation.Dispose();
        await _tables.DisposeAsync();
    }

    /// <summary>Whatever of the sample is not there yet is made; killed in between, the next start goes on.</summary>
    private static async Task FillAsync(Installation installation, InstallationMark mark, CancellationToken cancel)
    {
        if (!await installation.Registers.ExistsAsync(cancel))
            await installation.Registers.ReplaceAsync(SampleProvince.Load(), Actor.System, "the sample province", cancel);
        await installation.BeginAsync(mark.Since, cancel);
    }
}
