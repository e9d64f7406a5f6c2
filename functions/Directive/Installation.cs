using Directives.Access;
using Directives.Assistants;
using Directives.Attachments;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Extensions;
using Directives.Mail;
using Directives.Mail.Deliveries;
using Directives.Mail.Faults;
using Directives.Register;
using Directives.Reports;
using Directives.Tables;

namespace Directives;

/// <summary>What an installation is made of; everything else follows from it.</summary>
public sealed record InstallationParts
{
    /// <summary>First segment of every key: the authority.</summary>
    public required string Authority { get; init; }

    public required ITables Tables { get; init; }

    public required TimeProvider Clock { get; init; }

    public required RuleBook Rules { get; init; }

    public required IMailTransport Transport { get; init; }

    /// <summary>Keeps the trail's chains; at least 32 bytes, never in the tables.</summary>
    public required byte[] TrailKey { get; init; }

    /// <summary>Derives the keys of personal links; at least 32 bytes, never in the tables.</summary>
    public required byte[] LinkSecret { get; init; }

    public WatchOptions Watch { get; init; } = new();

    /// <summary>Where files of reports are kept; in memory, unless it is said.</summary>
    public IFiles Files { get; init; } = new MemoryFiles();
}

/// <summary>All of Directive for one authority, wired together by hand: heads, tests and simulations use the same.</summary>
public sealed class Installation : IDisposable
{
    public Installation(InstallationParts parts)
    {
        Parts = parts;
        var clock = parts.Clock;
        Due = new DueIndex(parts.Tables, parts.Authority, clock);
        Seal = new TrailSeal(parts.TrailKey);
        Dossiers = new DossierStore(parts.Tables, Due, Seal, clock);
        Registers = new RegisterStore(Dossiers, parts.Authority);
        Cycles = new CycleStore(Dossiers, parts.Authority);
        Assistants = new AssistantStore(Dossiers, parts.Authority);
        Chases = new Chases(parts.Rules, Registers, Assistants);
        Mailboxes = new Mailboxes(Dossiers, parts.Authority, parts.Rules, Bell, clock);
        Links = new Links(parts.Tables, parts.Authority, parts.LinkSecret);
        Faults = new FaultBook(parts.Tables, parts.Authority);
        Extensions = new ExtensionStore(Dossiers, parts.Authority);
        Room = new PostRoom(Dossiers, Cycles, Registers, Chases, Extensions, parts.Rules, Mailboxes, Bell, clock);
        Naming = new AssistantDesk(Dossiers, Assistants, Registers, parts.Rules, Mailboxes, Bell, clock);
        Extender = new Extender(Dossiers, Extensions, Cycles, Chases, Registers, parts.Rules, Mailboxes, Room, Bell, clock);
        Keeper = new CycleKeeper(Dossiers, Due, Cycles, Registers, parts.Rules, Mailboxes, clock);
        Unreached = new UnreachedIndex(parts.Tables, parts.Authority, clock);
        Deliveries = new DeliveryDesk(Dossiers, parts.Authority, Unreached, parts.Transport);
        Silences = new SilenceDesk(Dossiers, parts.Authority, Unreached, Registers, new PostHours(parts.Rules), clock);
        Telephone = new TelephoneDesk(Dossiers, Cycles, Registers, clock);
        var letterLinks = new LetterLinks(Links, Cycles, parts.Rules);
        var reach = new ReachReader(Dossiers, parts.Authority, Unreached, parts.Transport);
        var sealer = new Sealer(Dossiers, Registers, Assistants, parts.Rules, letterLinks, new LastLook(reach), clock);
        var sparing = new SparingDesk(Dossiers, Cycles, Registers, clock);
        Waker = new Waker(
            Keeper,
            new Chaser(Dossiers, Cycles, Chases, Mailboxes, reach, clock),
            new Postman(Dossiers, sealer, sparing, new PostHours(parts.Rules), parts.Transport, Faults, Unreached, clock, parts.Watch.OnMailFault),
            Room,
            Assistants,
            Naming,
            Extensions,
            Extender);
        Watch = new Watch(Dossiers, Due, Waker, Room, Bell, parts.Watch, clock);
        Reports = new ReportDesk(Dossiers, Cycles, Chases, Bell, clock);
        Ready = new ReadyDesk(Dossiers, Bell, clock);
        Readings = new ReadingDesk(Dossiers, clock);
        Standing = new Standing(Dossiers);
        Substance = new SubstanceDesk(Dossiers, Cycles, Reports);
        Drafts = new DraftStore(parts.Tables, parts.Authority);
        LastReports = new LastReports(Cycles, Reports, parts.Rules);
        Intake = new AttachmentIntake(parts.Files);
        Rounds = new RoundDesk(Dossiers, Cycles, Chases, Registers, parts.Rules, Bell, clock);
    }

    public InstallationParts Parts { get; }

    public DueIndex Due { get; }

    public TrailSeal Seal { get; }

    public DossierStore Dossiers { get; }

    public RegisterStore Registers { get; }

    public CycleStore Cycles { get; }

    public Chases Chases { get; }

    public Mailboxes Mailboxes { get; }

    public Links Links { get; }

    /// <summary>Letters with trouble.</summary>
    public FaultBook Faults { get; }

    public PostRoom Room { get; }

    public CycleKeeper Keeper { get; }

    public Waker Waker { get; }

    public Watch Watch { get; }

    public ReportDesk Reports { get; }

    public RoundDesk Rounds { get; }

    /// <summary>Whose mailboxes to look into for people who cannot be reached.</summary>
    public UnreachedIndex Unreached { get; }

    public DeliveryDesk Deliveries { get; }

    public SilenceDesk Silences { get; }

    public TelephoneDesk Telephone { get; }

    public ReadyDesk Ready { get; }

    public AssistantStore Assistants { get; }

    public AssistantDesk Naming { get; }

    public ExtensionStore Extensions { get; }

    public Extender Extender { get; }

    public ReadingDesk Readings { get; }

    public SubstanceDesk Substance { get; }
    public DraftStore Drafts { get; }

    public LastReports LastReports { get; }

    public AttachmentIntake Intake { get; }

    public IFiles Files => Parts.Files;

    public Standing Standing { get; }

    public Bell Bell { get; } = new();

    /// <summary>Begins the keeping of cycles and of the post from a local day on. Done already is fine.</summary>
    public async Task BeginAsync(DateOnly since, CancellationToken cancel = default)
    {
        await Keeper.BeginAsync(since, cancel);
        await Room.BeginAsync(cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => Watch.Dispose();
}
