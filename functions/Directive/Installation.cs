using Directives.Access;
using Directives.Access.Accounts;
using Directives.Access.Entra;
using Directives.Access.SignIn;
using Directives.Assistants;
using Directives.Attachments;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Extensions;
using Directives.Mail;
using Directives.Mail.Book;
using Directives.Mail.Deliveries;
using Directives.Mail.Faults;
using Directives.Posts;
using Directives.Proposals;
using Directives.Recommendations;
using Directives.Recommendations.Agenda;
using Directives.Recommendations.Confidential;
using Directives.Recommendations.Links;
using Directives.Recommendations.Radar;
using Directives.Register;
using Directives.Register.Import;
using Directives.Reports;
using Directives.Retention;
using Directives.Seals;
using Directives.Tables;

namespace Directives;

/// <summary>What an installation is made of; everything else follows from it.</summary>
public sealed record InstallationParts
{
    /// <summary>First segment of every key: the authority.</summary>
    public required string Authority { get; init; }

    public required ITables Tables { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The machine's own clock, by which sessions and sign-ins live: a sample's clock may stand years in the past.</summary>
    public TimeProvider Machine { get; init; } = TimeProvider.System;

    public required RuleBook Rules { get; init; }

    public required IMailTransport Transport { get; init; }

    /// <summary>Keep the trail's chains; never in the tables.</summary>
    public required KeyRing TrailKey { get; init; }

    /// <summary>Derive the keys of personal links; never in the tables.</summary>
    public required KeyRing LinkSecret { get; init; }

    /// <summary>Seal what is confidential (R6); never in the tables, and not to be derived from others.</summary>
    public required KeyRing ConfidentialKey { get; init; }

    public WatchOptions Watch { get; init; } = new();

    /// <summary>Where files of reports are kept; in memory, unless it is said.</summary>
    public IFiles Files { get; init; } = new MemoryFiles();

    /// <summary>Where it is written down which letters leave, outside the tables.</summary>
    public IPostBook Book { get; init; } = new NoPostBook();

    /// <summary>How long personal content is kept.</summary>
    public RetentionRules Retention { get; init; } = RetentionFile.Program;

    /// <summary>Whether chains are sealed hourly, and old content is removed; a simulation that is thrown away needs none.</summary>
    public bool SealsTrail { get; init; } = true;
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
        Grown = new GrownIndex(parts.Tables, parts.Authority, Due, clock);
        Seals = new SealBook(parts.Tables, parts.Authority, parts.TrailKey);
        Dossiers = new DossierStore(parts.Tables, Due, Seal, clock, parts.SealsTrail ? Grown : null);
        Registers = new RegisterStore(Dossiers, parts.Authority);
        Cycles = new CycleStore(Dossiers, parts.Authority);
        Assistants = new AssistantStore(Dossiers, parts.Authority);
        Chases = new Chases(parts.Rules, Registers, Assistants);
        Mailboxes = new Mailboxes(Dossiers, parts.Authority, parts.Rules, Bell, clock);
        Links = new Links(parts.Tables, parts.Authority, parts.LinkSecret, Secrets.Derive(parts.TrailKey.Oldest, "addresses of links"));
        Faults = new FaultBook(parts.Tables, parts.Authority);
        Extensions = new ExtensionStore(Dossiers, parts.Authority);
        Cases = new CaseStore(Dossiers, parts.Authority, parts.Rules.Calendar);
        Owed = new OwedIndex(parts.Tables, parts.Authority);
        CaseLinks = new CaseLinks(parts.Tables, parts.Authority, parts.LinkSecret, Links);
        Room = new PostRoom(Dossiers, Cycles, Registers, Chases, Extensions, parts.Rules, Mailboxes, Bell, clock);
        Proposals = new ProposalStore(Dossiers, parts.Authority);
        Naming = new AssistantDesk(Dossiers, Assistants, Registers, parts.Rules, Mailboxes, Bell, clock);
        Posts = new PostDesk(Registers, parts.Rules, Bell, clock);
        Absences = new AbsenceDesk(Registers, parts.Rules, Bell, clock);
        Extender = new Extender(Dossiers, Extensions, Cycles, Chases, Registers, parts.Rules, Mailboxes, Room, Bell, clock);
        Keeper = new CycleKeeper(Dossiers, Cycles, Registers, parts.Rules, Mailboxes, clock);
        Unreached = new UnreachedIndex(parts.Tables, parts.Authority, clock);
        Deliveries = new DeliveryDesk(Dossiers, parts.Authority, Unreached, parts.Transport, parts.Book, clock);
        Silences = new SilenceDesk(Dossiers, parts.Authority, Unreached, Registers, new PostHours(parts.Rules), clock);
        Telephone = new TelephoneDesk(Dossiers, Cycles, Registers, clock);
        var signInKeys = new SignInKeys(parts.Authority, parts.LinkSecret);
        Accounts = new AccountStore(Dossiers, parts.Authority);
        Sessions = new SessionBook(Accounts, parts.Tables, parts.Authority, parts.Machine);
        Factors = new FactorDesk(Accounts, Sessions, new FactorKeys(parts.Authority, parts.LinkSecret), parts.Machine);
        var cipher = new DeskCipher(parts.ConfidentialKey);
        Matters = new DeskMatters(new DeskStore(Dossiers, parts.Authority, cipher), cipher, Registers, parts.Rules, Mailboxes, Bell, clock);
        MatterFiles = new SealedFiles(parts.Files, cipher);
        Entra = new EntraDesk(Accounts, parts.Tables, parts.Authority, Registers, parts.Machine);
        Changes = new ProposalDesk(Dossiers, Proposals, Registers, parts.Rules, Factors, Entra, new DeskHolders(Registers, Mailboxes, Matters, parts.Rules, clock), Bell, clock);
        SignIns = new SignInDesk(
            new SignInStore(parts.Tables, parts.Authority, Sessions, parts.Machine), signInKeys, Accounts, Registers, Assistants, Mailboxes, Due, Bell, clock, parts.Machine);
        LetterLinks = new LetterLinks(Links, CaseLinks, signInKeys, Cycles, parts.Rules);
        var reach = new ReachReader(Dossiers, parts.Authority, Unreached, parts.Transport);
        Sealer = new Sealer(Dossiers, Registers, Assistants, parts.Rules, LetterLinks, new LastLook(reach), clock, [new SealedLooks(), new DutyLooks(Cases)]);
        var sparing = new SparingDesk(Dossiers, Cycles, Registers, Bell, clock);
        CaseList = new CaseList(parts.Tables, parts.Authority);
        Radar = new CaseRadar(CaseList);
        OwedCases = new OwedCases(Owed, Cases, clock);
        var caseWriter = new CaseWriter(Dossiers, Cases, Owed, Registers, parts.Rules, Bell, CaseList);
        CaseDesk = new CaseDesk(Cases, caseWriter, Registers, parts.Rules, clock);
        Agenda = new AgendaStore(Dossiers, parts.Authority);
        Merging = new MergeDesk(Cases, CaseDesk, CaseList, clock);
        Decisions = new DecisionDesk(Dossiers, Agenda, Cases, CaseDesk, Merging, Registers, parts.Rules, Bell, clock);
        Meetings = new MeetingDesk(Dossiers, Agenda, parts.Rules, clock);
        Waker = new Waker(
            new RegisterKeeper(Dossiers, Registers, Cycles, Keeper, Mailboxes, parts.Rules, Bell, clock),
            Keeper,
            new Chaser(Dossiers, Cycles, Chases, Mailboxes, reach, new ReportedCases(Dossiers, Cases, CaseDesk, Secrets.Derive(parts.TrailKey.Oldest, "names of cases")), clock),
            new Postman(Dossiers, Sealer, sparing, new PostHours(parts.Rules), new BookedTransport(parts.Transport, parts.Book), Faults, Unreached, clock, parts.Watch.OnMailFault),
            Room,
            Assistants,
            Naming,
            Extensions,
            Extender,
            SignIns,
            Proposals,
            Changes,
            new CaseChaser(Dossiers, Cases, caseWriter, Registers, Mailboxes, clock),
            Agenda,
            Decisions,
            Matters);
        SealKeeper = new SealKeeper(Dossiers, Grown, Seals, Registers, Mailboxes, parts.Rules, clock, parts.Watch.Alone);
        Imports = new ImportDesk(Registers, Cycles, new FixedHolidays(parts.Rules), parts.Rules, Bell, clock);
        Reports = new ReportDesk(Dossiers, Cycles, Chases, Bell, clock);
        Ready = new ReadyDesk(Dossiers, Bell, clock);
        Readings = new ReadingDesk(Dossiers, clock);
        Standing = new Standing(Dossiers);
        Substance = new SubstanceDesk(Dossiers, Cycles, Reports);
        Drafts = new DraftStore(parts.Tables, parts.Authority);
        LastReports = new LastReports(Cycles, Reports, parts.Rules);
        Intake = new AttachmentIntake(parts.Files);
        Rounds = new RoundDesk(Dossiers, Cycles, Chases, Registers, parts.Rules, Bell, clock);
        Chores = parts.SealsTrail ? [SealKeeper, new RetentionKeeper(this, parts.Retention, parts.Files, TimeProvider.System)] : [];
        Watch = new Watch(Dossiers, Due, Waker, Room, Bell, parts.Watch, clock, parts.Watch.Chores ? Chores : []);
    }

    public InstallationParts Parts { get; }

    public DueIndex Due { get; }

    public TrailSeal Seal { get; }

    /// <summary>Which chains have grown and wait for their seal.</summary>
    public GrownIndex Grown { get; }

    /// <summary>The seals of the trail.</summary>
    public SealBook Seals { get; }

    public SealKeeper SealKeeper { get; }

    public DossierStore Dossiers { get; }

    public RegisterStore Registers { get; }

    /// <summary>Imports of register and calendar.</summary>
    public ImportDesk Imports { get; }

    public CycleStore Cycles { get; }

    public Chases Chases { get; }

    public Mailboxes Mailboxes { get; }

    public Links Links { get; }

    /// <summary>Links to one recommendation for one person.</summary>
    public CaseLinks CaseLinks { get; }

    /// <summary>The links that letters bring.</summary>
    public LetterLinks LetterLinks { get; }

    /// <summary>Puts waiting notices into letters.</summary>
    public Sealer Sealer { get; }

    /// <summary>Letters with trouble.</summary>
    public FaultBook Faults { get; }

    public PostRoom Room { get; }

    public CycleKeeper Keeper { get; }

    public Waker Waker { get; }

    /// <summary>What is looked at again and again beside the dossiers.</summary>
    public IReadOnlyList<IChore> Chores { get; }

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

    /// <summary>What administrators have proposed.</summary>
    public ProposalStore Proposals { get; }

    /// <summary>What two administrators change together.</summary>
    public ProposalDesk Changes { get; }

    public AssistantDesk Naming { get; }

    /// <summary>Appoints, ends and hands over.</summary>
    public PostDesk Posts { get; }

    /// <summary>Enters and ends absences.</summary>
    public AbsenceDesk Absences { get; }

    public ExtensionStore Extensions { get; }

    public Extender Extender { get; }

    /// <summary>How each person gets in.</summary>
    public AccountStore Accounts { get; }

    public SessionBook Sessions { get; }

    public FactorDesk Factors { get; }

    /// <summary>Identities of the platform, and whose they are.</summary>
    public EntraDesk Entra { get; }

    public SignInDesk SignIns { get; }

    /// <summary>Recommendations, each from raised to its end.</summary>
    public CaseStore Cases { get; }

    /// <summary>Who owes what in which recommendation.</summary>
    public OwedIndex Owed { get; }

    /// <summary>Takes steps on recommendations.</summary>
    public CaseDesk CaseDesk { get; }

    /// <summary>What stands beside the cases, for lists.</summary>
    public CaseList CaseList { get; }

    /// <summary>Which recommendations are alike; in memory, one for the process.</summary>
    public CaseRadar Radar { get; }

    /// <summary>What a party owes in cases, asked again.</summary>
    public OwedCases OwedCases { get; }

    /// <summary>Meetings and decisions of the Standing Committee.</summary>
    public AgendaStore Agenda { get; }

    public MergeDesk Merging { get; }

    public DecisionDesk Decisions { get; }

    public MeetingDesk Meetings { get; }

    /// <summary>Confidential matters.</summary>
    public DeskMatters Matters { get; }

    /// <summary>Files of confidential matters, sealed among the others.</summary>
    public SealedFiles MatterFiles { get; }

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
        await Changes.LoadEditionsAsync(cancel);
        await Keeper.BeginAsync(since, cancel);
        await Room.BeginAsync(cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => Watch.Dispose();
}
