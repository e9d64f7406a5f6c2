using Directives.Dossiers;
using Directives.Register;
using Directives.Seals;
using Directives.Tables;

namespace Directives.Verification;

/// <summary>
/// Checks the trail and nothing else: every chain, every row against its chain, every chain against its seals, the seals against a
/// checkpoint that was kept outside. It knows no contents and changes nothing.
/// </summary>
public sealed class TrailAudit(Installation installation)
{
    private readonly List<Finding> _findings = [];

    /// <summary>Walks.</summary>
    /// <param name="checkpoint">A checkpoint that an auditor has kept; null for none.</param>
    public async Task<AuditResult> RunAsync(CheckpointFile? checkpoint = null, CancellationToken cancel = default)
    {
        var seals = await SealedChains.ReadAsync(installation, _findings, cancel);
        if (checkpoint is not null) seals.Compare("the checkpoint that was kept", checkpoint.Seal, checkpoint.Hash, checkpoint.At);
        var (dossiers, entries) = (new List<string>(), 0L);
        foreach (var table in ChainTables.All)
        {
            await foreach (var dossier in Walked.AllAsync(installation.Parts.Tables, table, _findings, cancel))
            {
                if (!dossier.IsDossier) continue;
                dossiers.Add($"{dossier.Id}");
                entries += TrailCheck.Run(dossier, installation.Seal, seals);
                if (table == Table.Register) await CheckRegisterAsync(dossier, cancel);
            }
        }

        seals.End(dossiers);
        var findings = _findings.OrderBy(f => f.At ?? DateTimeOffset.MaxValue).ThenBy(f => f.Where, StringComparer.Ordinal).ToList();
        var last = LastGood(seals);
        return new AuditResult(dossiers.Count, entries, seals.Good.Count, last, LastGood(seals, checkpoint, last), findings);
    }

    /// <summary>The rows of a generation are in no act: the head's digest vouches for them.</summary>
    private async Task CheckRegisterAsync(Walked dossier, CancellationToken cancel)
    {
        if (dossier.Read<RegisterHead>(Keys.Head) is not { Digest: not null } head) return;
        var rows = await installation.Registers.RowsAsync(head, cancel);
        if (RegisterRows.Digest(rows.Select(r => r.Body)) != head.Digest)
            dossier.Bad("the register's rows are not what was put in force", head.Tip.Number, head.Tip.At);
    }

    private GoodSeal? LastGood(SealedChains seals)
    {
        var bad = _findings.Select(f => f.Where.StartsWith("Trail", StringComparison.Ordinal) ? f.Entry : seals.SealOf(f.Where, f.Entry ?? 1)).OfType<long>();
        var first = bad.DefaultIfEmpty(long.MaxValue).Min();
        return seals.Good.LastOrDefault(s => s.Number < first);
    }

    private static GoodSeal? LastGood(SealedChains seals, CheckpointFile? kept, GoodSeal? last)
    {
        var known = seals.Checkpoints.Select(c => (c.Seal, c.Hash, c.At)).Concat(kept is null ? [] : [(kept.Seal, kept.Hash, kept.At)]);
        var good = known.Where(c => c.Seal <= last?.Number && seals.Hashes.GetValueOrDefault(c.Seal) == c.Hash).OrderBy(c => c.Seal).ToList();
        return good.Count > 0 ? new GoodSeal(good[^1].Seal, good[^1].At) : null;
    }
}
