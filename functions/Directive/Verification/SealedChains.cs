using Directives.Dossiers;
using Directives.Seals;

namespace Directives.Verification;

/// <summary>The seals as they stand, checked for themselves, and compared with the chains that they bind.</summary>
internal sealed class SealedChains
{
    private readonly Dictionary<string, SortedDictionary<long, (string Hash, Seal Seal)>> _bound = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings;
    private readonly HashSet<DossierId> _marked = [];
    private readonly Dictionary<long, int> _keys = [];
    private DateTimeOffset? _begun;
    private Seal? _last;

    private SealedChains(List<Finding> findings) => _findings = findings;

    /// <summary>The seals that hold, in order, without heads.</summary>
    public List<GoodSeal> Good { get; } = [];

    /// <summary>The checkpoints that were made.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints { get; private set; } = [];

    /// <summary>Hash of a good seal.</summary>
    public Dictionary<long, string> Hashes { get; } = [];

    /// <summary>Reads and checks the chain of seals.</summary>
    public static async Task<SealedChains> ReadAsync(Installation installation, List<Finding> findings, CancellationToken cancel)
    {
        var (book, chains) = (installation.Seals, new SealedChains(findings));
        chains._begun = await book.BegunAsync(cancel);
        chains._marked.UnionWith((await installation.Grown.AllAsync(cancel)).Select(m => m.Id));
        var (before, oldest) = (SealTip.None, int.MaxValue);
        foreach (var month in await book.MonthsAsync(cancel))
        {
            foreach (var seal in await book.SealsAsync(month, cancel))
            {
                if (seal.Number != before.Number + 1 || seal.Before != before.Hash || book.KeyOf(seal, oldest) is not { } key)
                {
                    var number = before.Number + 1;
                    findings.Add(new Finding($"Trail:{month}", $"seal {number} is not what was written after seal {number - 1}", number, before.At));
                    return chains;
                }

                chains.Add(seal, key);
                oldest = key;
                before = new SealTip(seal.Number, seal.At, seal.Hash);
            }
        }

        if (await book.TipAsync(cancel) is var tip && tip != before)
            findings.Add(new Finding("Trail", $"the seals end with {before.Number}, but {tip.Number} were made", before.Number + 1, before.At));
        chains.Checkpoints = await book.CheckpointsAsync(cancel);
        foreach (var made in chains.Checkpoints) chains.Compare($"the checkpoint of {made.Month:yyyy-MM}", made.Seal, made.Hash, made.At);
        return chains;
    }

    /// <summary>Compares the seals with a checkpoint that was kept elsewhere.</summary>
    public void Compare(string checkpoint, long number, string hash, DateTimeOffset at)
    {
        if (Hashes.GetValueOrDefault(number) == hash) return;
        _findings.Add(new Finding(
            "Trail",
            Hashes.ContainsKey(number)
                ? $"{checkpoint} knows another seal {number}: the trail was written anew"
                : $"{checkpoint} knows seal {number}, but the good seals end with {Good.Count}: the trail was cut off",
            Hashes.ContainsKey(number) ? number : Good.Count + 1,
            at));
    }

    /// <summary>Compares an entry that stands with what was sealed.</summary>
    public void Compare(Walked dossier, TrailEntry entry)
    {
        if (BoundOf(dossier) is not { } bound || !bound.TryGetValue(entry.Number, out var sealedAs) || sealedAs.Hash == entry.Hash) return;
        dossier.Bad($"trail entry {entry.Number} is not the one that seal {sealedAs.Seal.Number} binds", entry.Number, entry.At);
    }

    /// <summary>Says that a dossier's chain ends here.</summary>
    public void Ends(Walked dossier, TrailEntry? last)
    {
        _seen.Add($"{dossier.Id}");
        var bound = BoundOf(dossier);
        var number = last?.Number ?? 0;
        if (bound?.FirstOrDefault(b => b.Key > number) is { Value.Seal: { } seal, Key: var cut })
        {
            dossier.Bad($"the trail ends with entry {number}, but seal {seal.Number} binds entry {cut}: entries were cut off", number + 1, last?.At);
        }
        else if (_begun is not null && last is not null && (bound is null || bound.Keys.Last() < number) && !_marked.Contains(dossier.Id))
        {
            dossier.Bad($"no seal binds entry {number}, and none is under way", (bound?.Keys.Last() ?? 0) + 1, last.At);
        }
    }

    /// <summary>
    /// Checks the last entry that a chain has under a key: once the seals have turned to a newer key, nothing new is made under it. Without this, whoever has
    /// an old key could go on with a chain that had rested since.
    /// </summary>
    /// <param name="key">Place of the key among the keys; 0 is the newest.</param>
    public void CheckKey(Walked dossier, TrailEntry entry, int key)
    {
        var bound = BoundOf(dossier)?.FirstOrDefault(b => b.Key >= entry.Number) is { Value.Seal: { } seal } ? seal : _last;
        if (bound is not { Turn: null } || _keys[bound.Number] >= key) return;
        dossier.Bad($"trail entry {entry.Number} was made with a key that had been replaced", entry.Number, entry.At);
    }

    /// <summary>Chains that were sealed and that nobody has walked over are gone as a whole.</summary>
    public void End(IEnumerable<string> walked)
    {
        foreach (var id in walked) _seen.Add(id);
        foreach (var (id, bound) in _bound.Where(b => !_seen.Contains(b.Key)).OrderBy(b => b.Key, StringComparer.Ordinal))
        {
            var (number, (_, seal)) = bound.First();
            _findings.Add(new Finding(id, $"the whole dossier is gone; seal {seal.Number} binds its entry {number}", 1, seal.At));
        }
    }

    /// <summary>The first seal that binds this entry of a dossier or a later one; null where none does.</summary>
    public long? SealOf(string dossier, long entry) =>
        _bound.GetValueOrDefault(dossier)?.FirstOrDefault(b => b.Key >= entry) is { Value.Seal: { } seal } ? seal.Number : null;

    private SortedDictionary<long, (string Hash, Seal Seal)>? BoundOf(Walked dossier) => _bound.GetValueOrDefault($"{dossier.Id}");

    private void Add(Seal seal, int key)
    {
        Good.Add(new GoodSeal(seal.Number, seal.At));
        (Hashes[seal.Number], _keys[seal.Number]) = (seal.Hash, key);
        var light = _last = seal with { Heads = [] };
        foreach (var head in seal.Heads)
        {
            if (!_bound.TryGetValue(head.Dossier, out var bound)) _bound[head.Dossier] = bound = [];
            // Of an entry that was sealed twice, the first seal tells since when.
            bound.TryAdd(head.Number, (head.Hash, light));
        }
    }
}
