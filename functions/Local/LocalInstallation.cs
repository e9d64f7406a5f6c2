using Directives.Access;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Local.Data;
using Directives.Mail;
using Directives.Mail.Transports;
using Directives.Moving;
using Directives.Register;
using Directives.Tables;

namespace Directives.Local;

/// <summary>An installation on one machine: a data folder, opened, and if it was new made a sample.</summary>
public sealed class LocalInstallation : IAsyncDisposable
{
    private const string SampleAuthority = "52";
    private const string Confidential = "confidential";
    private readonly Storage _storage;
    private readonly IDisposable? _claim;
    private readonly IMailTransport _transport;

    private LocalInstallation(
        Storage storage, IDisposable? claim, InstallationMark mark, SampleClock clock, Outbox outbox, Installation installation, string eventKey)
    {
        (_storage, _claim, _transport, Lost) = (storage, claim, installation.Parts.Transport, storage.Keeper?.Lost ?? CancellationToken.None);
        (Mark, Clock, Outbox, Installation, EventKey) = (mark, clock, outbox, installation, eventKey);
    }

    public InstallationMark Mark { get; }

    public SampleClock Clock { get; }

    public Outbox Outbox { get; }

    public Installation Installation { get; }

    /// <summary>Cancelled when another engine has the tables: then whoever serves stops.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Who has them then.</summary>
    public EngineHold? LostTo => _storage.Keeper?.LostTo;

    /// <summary>Public key of the mail provider's events; empty where there are none.</summary>
    public string EventKey { get; }

    /// <summary>Opens the folder for its one engine; a new one becomes a sample, for ever.</summary>
    /// <param name="address">Makes a public address of a path.</param>
    /// <exception cref="CannotStartException">Something is missing or damaged, or another engine is at it; the message says what to do.</exception>
    /// <exception cref="TablesUnusableException">The same, of the database.</exception>
    public static async Task<LocalInstallation> OpenAsync(
        DataFolder folder, Func<string, Uri> address, WatchOptions watch, CancellationToken cancel)
    {
        var claim = folder.Claim();
        try
        {
            var cloud = await Storage.CloudAsync(folder, make: true, cancel);
            // Keys before the database: one without them is taken for robbed of them.
            var keys = (folder.Secret("trail"), folder.Secret("links"));
            // A folder from before there was anything confidential gets its key now.
            var begun = folder.IsBegun && !folder.HasSecret(Confidential);
            if (!begun) folder.Secret(Confidential);
            var storage = await Storage.OpenAsync(folder, cloud, cancel);
            try
            {
                await MoveMark.CheckAsync(storage.Tables, cancel);
                if (begun && await AnyAsync(storage.Tables.ScanAsync(Table.Desk, cancel))) throw Robbed(folder);
                return await OpenAsync(folder, storage, (keys.Item1, keys.Item2, folder.Secret(Confidential, late: begun)), claim, address, watch, cancel);
            }
            catch
            {
                await storage.DisposeAsync();
                throw;
            }
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>The installation as it stands now, to be read only; it may be served meanwhile.</summary>
    /// <exception cref="CannotStartException">Something is missing or damaged; the message says what to do.</exception>
    /// <exception cref="TablesUnusableException">The same, of the database.</exception>
    public static async Task<LocalInstallation> ReadAsync(DataFolder folder, CancellationToken cancel)
    {
        var cloud = await Storage.CloudAsync(folder, make: false, cancel);
        var keys = (folder.Secret("trail"), folder.Secret("links"));
        var storage = await Storage.ReadAsync(folder, cloud, cancel);
        // Nothing is made here: without a key there is nothing yet that it could open.
        var key = folder.HasSecret(Confidential) ? folder.Secret(Confidential) : new KeyRing(new byte[32]);
        if (!folder.HasSecret(Confidential) && await AnyAsync(storage.Tables.ScanAsync(Table.Desk, cancel)))
        {
            await storage.DisposeAsync();
            throw Robbed(folder);
        }

        return await OpenAsync(folder, storage, (keys.Item1, keys.Item2, key), null, path => new Uri("http://localhost" + path), new WatchOptions(), cancel);
    }

    /// <summary>The installation in tables that are not served yet, because a backup was put into them; whoever calls holds them.</summary>
    internal static Task<LocalInstallation> OverAsync(DataFolder folder, Storage storage, CancellationToken cancel) => OpenAsync(
        folder, storage, (folder.Secret("trail"), folder.Secret("links"), folder.Secret(Confidential)), null, path => new Uri("http://localhost" + path), new WatchOptions(), cancel);

    private static async Task<LocalInstallation> OpenAsync(
        DataFolder folder, Storage storage, (KeyRing Trail, KeyRing Links, KeyRing Confidential) keys, IDisposable? claim,
        Func<string, Uri> address, WatchOptions watch, CancellationToken cancel)
    {
        var tables = storage.Tables;
        try
        {
            // Before anything is marked: a folder that is refused stays as it was.
            var mail = claim is null ? new MailOptions() : MailSettings.Read(folder, await InstallationMark.ReadAsync(tables, cancel) is not { Sample: false });
            var mark = await MarkAsync(tables, claim is not null, cancel);
            var clock = await SampleClock.OpenAsync(tables, cancel);
            var rules = folder.OwnRules.Rules();
            LetterWriter? writer = null;
            Task<ComposedLetter> WriteAsync(LetterDraft draft, CancellationToken stop) => writer!.WriteAsync(draft, stop);
            var outbox = new Outbox(tables, mark.Authority, WriteAsync);
            var installation = new Installation(new InstallationParts
            {
                Authority = mark.Authority,
                Tables = tables,
                Clock = mark.Sample ? clock.Clock : TimeProvider.System,
                Rules = rules,
                Transport = MailTransports.Make(mail, outbox, WriteAsync, mark.Sample ? clock.Clock : TimeProvider.System),
                TrailKey = keys.Trail,
                LinkSecret = keys.Links,
                ConfidentialKey = keys.Confidential,
                // Whoever claims the folder, or holds the lease of tables elsewhere, is the only one.
                Watch = claim is null ? watch : watch with { Alone = true },
                Files = storage.Files,
                Book = storage.Book,
                Retention = folder.OwnRules.Retention(),
            });
            writer = new LetterWriter(installation.Cycles, installation.Registers, rules, address);
            if (claim is not null) await FillAsync(installation, mark, cancel);
            return new LocalInstallation(storage, claim, mark, clock, outbox, installation, mail.SendGrid.EventKey);
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Installation.Dispose();
        (_transport as IDisposable)?.Dispose();
        await _storage.DisposeAsync();
        // Last: whoever comes next finds everything closed.
        _claim?.Dispose();
    }

    private static async Task<InstallationMark> MarkAsync(ITables tables, bool make, CancellationToken cancel)
    {
        if (await InstallationMark.ReadAsync(tables, cancel) is { } mark) return mark;
        if (!make) throw new CannotStartException("The installation was begun, but nothing is in it yet: start it with 'serve' first.");
        var since = DateOnly.FromDateTime(SampleClock.Start.UtcDateTime);
        return await new InstallationMark(SampleAuthority, true, since, DateTimeOffset.UtcNow).MakeAsync(tables, cancel);
    }

    private static async Task<bool> AnyAsync(IAsyncEnumerable<ScannedRow> rows)
    {
        await foreach (var _ in rows) return true;
        return false;
    }

    private static CannotStartException Robbed(DataFolder folder) =>
        new($"The key '{folder.PathOf(Confidential)}' is missing, but something confidential is in the database: restore the keys folder from its backup.");

    /// <summary>Whatever of the sample is not there yet is made; killed in between, the next start goes on.</summary>
    private static async Task FillAsync(Installation installation, InstallationMark mark, CancellationToken cancel)
    {
        // A real one gets its register otherwise.
        if (mark.Sample && !await installation.Registers.ExistsAsync(cancel))
            await installation.Registers.ReplaceAsync(SampleProvince.WithClerks(), Actor.System, "the sample province", cancel);
        await installation.BeginAsync(mark.Since, cancel);
    }
}
