using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Verification;

/// <summary>
/// Checks a dossier's chain: numbers, hashes, links, the head's tip, that every row is what its last act left, and that the entries
/// which were sealed are those that stand there.
/// </summary>
internal static class TrailCheck
{
    /// <summary>Returns how many entries hold.</summary>
    public static long Run(Walked dossier, TrailSeal seal, SealedChains? seals = null)
    {
        var digests = new Dictionary<string, (string Digest, TrailEntry By)>(StringComparer.Ordinal);
        TrailEntry? last = null;
        // The last entry under each key: with it ends what that key could make.
        var under = new SortedDictionary<int, TrailEntry>();
        var (broken, oldest) = (false, int.MaxValue);
        foreach (var (place, row) in dossier.Rows.Where(r => r.Key.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (!Walked.TryRead<TrailEntry>(row, out var entry) || place != Keys.Trail((last?.Number ?? 0) + 1) || Follows(entry, last, seal, oldest, row) is not { } key)
            {
                var number = (last?.Number ?? 0) + 1;
                dossier.Bad($"trail entry {number} is not what was written after entry {number - 1}", number, last?.At);
                broken = true;
                break;
            }

            foreach (var changed in entry.Rows) digests[changed.Key] = (changed.Digest, entry);
            (last, oldest, under[key]) = (entry, key, entry);
            seals?.Compare(dossier, entry);
        }

        // What follows a break is not to be trusted, and neither is anything that is compared with it.
        if (broken) return last?.Number ?? 0;
        seals?.Ends(dossier, last);
        foreach (var (key, end) in under) seals?.CheckKey(dossier, end, key);
        // Where the end is cut off, the rows are ahead of it, and each would be named in vain.
        if (CheckHead(dossier, last, digests)) CheckRows(dossier, last, digests);
        return last?.Number ?? 0;
    }

    // The bytes too: an entry that says the same in other words was not written by the program.
    private static int? Follows(TrailEntry entry, TrailEntry? last, TrailSeal seal, int oldest, Row row) =>
        entry.Number == (last?.Number ?? 0) + 1 && entry.Before == (last?.Hash ?? "") && entry.Hash is not null && entry.Rows is not null
        && Stored.Bytes(entry).AsSpan().SequenceEqual(row.Body.Span) ? seal.KeyOf(entry, oldest) : null;

    // Returns whether the chain ends where the head says.
    private static bool CheckHead(Walked dossier, TrailEntry? last, Dictionary<string, (string Digest, TrailEntry By)> digests)
    {
        if (!dossier.Rows.TryGetValue(Keys.Head, out var row))
        {
            dossier.Bad("the head is gone", last?.Number, last?.At);
            return true;
        }

        if (dossier.Read<AnyHead>(Keys.Head) is not { Tip: { } tip }) return true;
        var number = last?.Number ?? 0;
        if (tip.Number != number || tip.Hash != (last?.Hash ?? ""))
        {
            dossier.Bad($"the trail ends with entry {number}, the head says {tip.Number}: entries were cut off or the head was changed", number + 1, last?.At);
            return false;
        }

        if (digests.TryGetValue(Keys.Head, out var left) && left.Digest != TrailSeal.HeadDigest(row.Body.Span, tip))
            dossier.Bad("the head is not what its last act left", left.By.Number, left.By.At);
        return true;
    }

    private static void CheckRows(Walked dossier, TrailEntry? last, Dictionary<string, (string Digest, TrailEntry By)> digests)
    {
        foreach (var (key, (digest, by)) in digests)
        {
            if (key == Keys.Head) continue;
            var now = dossier.Rows.TryGetValue(key, out var row) ? TrailSeal.Digest(row.Body.Span) : "";
            if (now != digest) dossier.Bad($"row '{key}' is not what its last act left ({by.Act}, entry {by.Number})", by.Number, by.At);
        }

        foreach (var key in dossier.Rows.Keys)
        {
            var known = key == Keys.Head || key.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal) || digests.ContainsKey(key);
            if (!known) dossier.Bad($"row '{key}' is in no act", last?.Number, last?.At);
        }
    }
}
