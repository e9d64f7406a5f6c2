using Directives.Assistants;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Extensions;
using Directives.Mail;
using Directives.Mail.Deliveries;
using Directives.Proposals;
using Directives.Recovery;
using Directives.Register;
using Directives.Tables;

namespace Directives.Verification;

/// <summary>
/// Walks everything and says what is out of order: chains, counts, one obligation per seat, every notice in one place,
/// and that nothing that wants attention is missing from the due index. It changes nothing.
/// </summary>
public sealed class Verifier(Installation installation)
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<(string, string)> _obligations = [];
    private readonly Dictionary<DossierId, DateTimeOffset> _wanted = [];
    private Dictionary<string, Cycle> _cycles = [];
    private readonly HashSet<string> _unreached = new(StringComparer.Ordinal);
    private readonly List<string> _walked = [];
    private SealedChains? _seals;
    private int _dossiers;
    private long _entries;
    private int _notices;
    private int _letters;

    /// <summary>Walks.</summary>
    public async Task<VerificationResult> RunAsync(CancellationToken cancel = default)
    {
        _seals = await SealedChains.ReadAsync(installation, _findings, cancel);
        var register = await installation.Registers.ExistsAsync(cancel);
        if (!register) _findings.Add(new Finding("Register", "there is no register yet"));
        await CheckRegisterAsync(cancel);
        await foreach (var dossier in DossiersAsync(Table.Cycles, cancel)) CheckCycles(dossier);
        await foreach (var dossier in DossiersAsync(Table.Sheets, cancel)) CheckSheet(dossier);
        await foreach (var dossier in DossiersAsync(Table.Mailboxes, cancel)) CheckMailbox(dossier);
        await foreach (var dossier in DossiersAsync(Table.Installation, cancel)) CheckInstallation(dossier);
        await foreach (var dossier in DossiersAsync(Table.Accounts, cancel))
        {
            if (dossier.Rows.ContainsKey(Keys.Head)) Head<AnyHead>(dossier);
        }

        foreach (var table in (Table[])[Table.Cases, Table.Desk])
        {
            await foreach (var dossier in DossiersAsync(table, cancel))
            {
                if (dossier.Rows.ContainsKey(Keys.Head)) Head<AnyHead>(dossier);
            }
        }

        _seals.End(_walked);
        CheckPlans();
        await CheckUnreachedAsync(cancel);
        await CheckDueAsync(cancel);
        return new VerificationResult(_dossiers, _entries, _obligations.Count, _notices, _letters, _findings)
        {
            Missing = register ? await MissingAsync(cancel) : [],
        };
    }

    /// <summary>The rows of a generation are in no act: the head's digest vouches for them. Partitions without a head are staged or left over.</summary>
    private async Task CheckRegisterAsync(CancellationToken cancel)
    {
        await foreach (var dossier in DossiersAsync(Table.Register, cancel))
        {
            if (!dossier.Rows.ContainsKey(Keys.Head) || Head<RegisterHead>(dossier) is not { } head) continue;
            var rows = await installation.Registers.RowsAsync(head, cancel);
            dossier.Check(RegisterRows.Digest(rows.Select(r => r.Body)) == head.Digest, "the register's rows are not what was put in force");
        }
    }

    /// <summary>Nothing is out of order where duties are not filled yet; but nobody does then what they are for.</summary>
    private async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancel)
    {
        var today = installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());
        var register = await installation.Registers.GetAsync(cancel);
        return [.. ProposalRules.Missing(register, today).Select(m => $"{m.Duty} at {m.Place}: {m.Held} of {m.Fewest}")];
    }

    private void CheckInstallation(Walked dossier)
    {
        if (!dossier.Rows.ContainsKey(Keys.Head)) return;
        if (dossier.Id == installation.Assistants.Dossier) Head<AssistantsHead>(dossier);
        else if (dossier.Id == installation.Extensions.Dossier) Head<ExtensionsHead>(dossier);
        else if (dossier.Id == installation.Proposals.Dossier) Head<ProposalsHead>(dossier);
        else if (dossier.Id == RestoreStore.IdOf(installation.Parts.Authority)) Head<RestoresHead>(dossier);
        else Head<PostHead>(dossier);
    }

    private void CheckCycles(Walked dossier)
    {
        Head<CyclesHead>(dossier);
        _cycles = dossier.All<Cycle>("c|")
            .Select(c => c with { Sheets = [.. dossier.All<List<SheetPlan>>(CycleStore.PlanPrefix(c.Id)).SelectMany(p => p)] })
            .ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var cycle in _cycles.Values)
            dossier.Check(cycle.State == CycleState.Closed == cycle.Tally is not null, $"cycle '{cycle.Id}' is {cycle.State} with tally {cycle.Tally}");
    }

    private void CheckSheet(Walked dossier)
    {
        if (Head<SheetHead>(dossier) is not { } head) return;
        foreach (var obligation in SheetCheck.Run(dossier, head, _cycles.GetValueOrDefault(head.Cycle)))
            _obligations.Add((dossier.Id.Partition, obligation.Seat));
    }

    private void CheckMailbox(Walked dossier)
    {
        if (Head<MailboxHead>(dossier) is not { } head) return;
        var (notices, letters) = MailboxCheck.Run(dossier, head, _obligations);
        _notices += notices;
        _letters += letters;
        var lost = !Reach.OfReader([.. dossier.All<Letter>(MailboxKeys.LetterPrefix).OrderBy(l => l.Number)], installation.Parts.Transport.Reports).Reached;
        if (lost || head.Silenced is not null) _unreached.Add(head.Reader);
    }

    /// <summary>Whoever cannot be reached and is not listed would never be telephoned.</summary>
    private async Task CheckUnreachedAsync(CancellationToken cancel)
    {
        var listed = await installation.Unreached.ListAsync(cancel);
        foreach (var reader in _unreached.Except(listed, StringComparer.Ordinal))
            _findings.Add(new Finding(MailboxKeys.Dossier(installation.Parts.Authority, reader).ToString(), "cannot be reached, but is not listed so"));
    }

    /// <summary>Every sheet that an open cycle froze is written.</summary>
    private void CheckPlans()
    {
        foreach (var cycle in _cycles.Values.Where(c => c.State != CycleState.Opening))
        {
            foreach (var sheet in cycle.SheetRefs())
            {
                var seats = cycle.Sheets.First(s => s.Area == sheet.Area && s.Part == sheet.Part).Seats;
                if (!seats.All(s => _obligations.Contains((sheet.Partition, s.Seat))))
                    _findings.Add(new Finding(sheet.Dossier.ToString(), "the plan of the cycle knows seats that owe nothing here"));
            }
        }
    }

    /// <summary>A missing entry would be fatal: nobody would ever look again.</summary>
    private async Task CheckDueAsync(CancellationToken cancel)
    {
        var now = installation.Parts.Clock.GetUtcNow();
        for (var shard = 0; shard < DueIndex.Shards; shard++)
        {
            foreach (var entry in await installation.Due.AllAsync(shard, cancel))
            {
                if (_wanted.TryGetValue(entry.Id, out var next) && entry.At <= (next > now ? next : now)) _wanted.Remove(entry.Id);
            }
        }

        foreach (var (id, next) in _wanted) _findings.Add(new Finding(id.ToString(), $"wants attention at {next:u}, but is not in the due index"));
    }

    private THead? Head<THead>(Walked dossier)
        where THead : Head
    {
        _dossiers++;
        var head = dossier.Read<THead>(Keys.Head);
        dossier.Check(head is not null, "there is no head");
        if (head is null) return null;
        if (head.Next is { } next) _wanted[dossier.Id] = next;
        _walked.Add($"{dossier.Id}");
        _entries += TrailCheck.Run(dossier, installation.Seal, _seals);
        return head;
    }

    private IAsyncEnumerable<Walked> DossiersAsync(Table table, CancellationToken cancel) =>
        Walked.AllAsync(installation.Parts.Tables, table, _findings, cancel);
}
