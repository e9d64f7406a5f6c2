using Directives.Alarms;
using Directives.Attachments;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Mail.Book;
using Directives.Mail.Domains;
using Directives.Mail.Transports;
using Directives.Moving;
using Directives.Retention;
using Directives.Tables;
using Directives.Web.Health;

namespace Directives.Cloud;

/// <summary>An installation on Azure: its tables and files, opened; a new one is begun.</summary>
public sealed class CloudInstallation : IAsyncDisposable
{
    // An orchestration keeps sheets and recommendations; what it leaves undone, the watch does.
    private static readonly TimeSpan PatienceWithAlarms = TimeSpan.FromMinutes(5);

    // A nation's cycle takes its time to open.
    private static readonly TimeSpan PatienceWithCycles = TimeSpan.FromMinutes(30);

    private readonly IMailTransport _transport;

    private CloudInstallation(Installation installation, CloudSettings settings, InstallationMark mark, EngineKeeper keeper, Signals signals) =>
        (Installation, Settings, Mark, Keeper, Signals, _transport) = (installation, settings, mark, keeper, signals, installation.Parts.Transport);

    public Installation Installation { get; }

    public CloudSettings Settings { get; }

    public InstallationMark Mark { get; }

    /// <summary>Keeps other engines off the tables.</summary>
    public EngineKeeper Keeper { get; }

    /// <summary>What it tells whoever watches it.</summary>
    public Signals Signals { get; }

    /// <summary>How the watch works beside the alarms: it wakes what has none, and what an alarm has left undone.</summary>
    internal static WatchOptions Watch { get; } = new()
    {
        Chores = false,
        Patience = id => id.Table == Table.Cycles ? PatienceWithCycles : AlarmName.For(id) is null ? TimeSpan.Zero : PatienceWithAlarms,
    };

    /// <summary>Opens it.</summary>
    /// <param name="log">Told of what could not be done.</param>
    /// <param name="clock">The machine's, but in trials.</param>
    /// <exception cref="CannotStartException">Something is missing or wrong; the message says what to do.</exception>
    /// <exception cref="TablesUnusableException">The same, of the tables.</exception>
    public static Task<CloudInstallation> OpenAsync(CloudSettings settings, Func<LogWatch?> log, TimeProvider clock, CancellationToken cancel) =>
        OpenAsync(settings, log, clock, new DnsNames(null, StartChecks.Patience), cancel);

    /// <summary>The same.</summary>
    /// <param name="names">Where the sender's domain is looked up.</param>
    internal static async Task<CloudInstallation> OpenAsync(CloudSettings settings, Func<LogWatch?> log, TimeProvider clock, IDomainNames names, CancellationToken cancel)
    {
        // Before anything is held or marked: tables that are refused stay as they were.
        StartChecks.Rules(settings);
        var own = new RulesFolder(settings.Rules);
        var (rules, retention) = (own.Rules(), own.Retention());
        StartChecks.Editions(settings, rules.Editions);
        await StartChecks.SenderAsync(settings.Mail, names, Console.Error.WriteLine, cancel);
        var tables = await AzureTables.OpenAsync(AzureAccount.Parse(settings.Tables), settings.Prefix, cancel: cancel);
        var files = await BlobFiles.OpenAsync(AzureAccount.Parse(settings.Blobs), settings.Prefix, cancel: cancel);
        var book = await BlobPostBook.OpenAsync(AzureAccount.Parse(settings.Blobs), settings.Prefix, cancel: cancel);
        var keeper = await EngineKeeper.HoldAsync(tables, EngineRule.Azure, "app", cancel);
        try
        {
            return await OpenAsync(settings, tables, files, book, rules, retention, keeper, log, clock, cancel);
        }
        catch
        {
            await keeper.DisposeAsync();
            throw;
        }
    }

    private static async Task<CloudInstallation> OpenAsync(
        CloudSettings settings, AzureTables tables, BlobFiles files, BlobPostBook book, RuleBook rules, RetentionRules retention, EngineKeeper keeper, Func<LogWatch?> log, TimeProvider clock,
        CancellationToken cancel)
    {
        await MoveMark.CheckAsync(tables, cancel);
        var mark = await InstallationMark.ReadAsync(tables, cancel)
            ?? await new InstallationMark(settings.Authority, false, settings.Since, DateTimeOffset.UtcNow).MakeAsync(tables, cancel);
        if (mark.Authority != settings.Authority)
            throw new CannotStartException($"Directive__Authority is '{settings.Authority}', but these tables are those of '{mark.Authority}': set that, or name other tables.");
        if (mark.Sample && settings.Mail.Transport != MailOptions.OutboxName)
            throw new CannotStartException("These tables are a sample's for ever, which sends nothing: set Directive__Mail__Transport to Outbox, or name other tables.");
        LetterWriter? writer = null;
        var signals = new Signals();
        Task<ComposedLetter> WriteAsync(LetterDraft draft, CancellationToken stop) => writer!.WriteAsync(draft, stop);
        void Failed(MailFaultException fault)
        {
            signals.Failed(fault);
            log()?.Failed(fault);
        }

        var installation = new Installation(new InstallationParts
        {
            Authority = mark.Authority,
            Tables = tables,
            Clock = clock,
            Rules = rules,
            Transport = MailTransports.Make(settings.Mail, new Outbox(tables, mark.Authority, WriteAsync), WriteAsync, clock),
            TrailKey = settings.TrailKey,
            LinkSecret = settings.LinkSecret,
            ConfidentialKey = settings.ConfidentialKey,
            Files = files,
            Book = book,
            Retention = retention,
            Watch = Watch with { OnError = (id, e) => log()?.Failed(id, e), OnMailFault = Failed },
        });
        writer = new LetterWriter(installation.Cycles, installation.Registers, rules, path => new Uri(settings.PublicAddress, path));
        await installation.BeginAsync(mark.Since, cancel);
        return new CloudInstallation(installation, settings, mark, keeper, signals);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Installation.Dispose();
        Signals.Dispose();
        (_transport as IDisposable)?.Dispose();
        await Keeper.DisposeAsync();
    }
}
