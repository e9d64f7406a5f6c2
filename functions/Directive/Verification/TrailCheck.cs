using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Verification;

/// <summary>Checks a dossier's chain: numbers, hashes, links, the head's tip, and that every row is what its last act left.</summary>
internal static class TrailCheck
{
    /// <summary>Returns how many entries hold.</summary>
    public static long Run<THead>(Walked dossier, THead head, TrailSeal seal)
        where THead : Head
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        var (number, hash) = (0L, "");
        foreach (var entry in dossier.All<TrailEntry>(Keys.TrailPrefix).OrderBy(e => e.Number))
        {
            if (entry.Number != number + 1 || entry.Before != hash || !seal.Holds(entry))
            {
                dossier.Check(false, $"trail entry {entry.Number} is not what was written after entry {number}");
                return number;
            }

            foreach (var row in entry.Rows) digests[row.Key] = row.Digest;
            (number, hash) = (entry.Number, entry.Hash);
        }

        dossier.Check(head.Tip.Number == number && head.Tip.Hash == hash, $"the trail ends with entry {number}, the head says {head.Tip.Number}");
        if (digests.Remove(Keys.Head, out var left)) dossier.Check(left == TrailSeal.HeadDigest(head), "the head is not what its last act left");
        foreach (var (key, digest) in digests)
        {
            var now = dossier.Rows.TryGetValue(key, out var row) ? TrailSeal.Digest(row.Body.Span) : "";
            dossier.Check(now == digest, $"row '{key}' is not what its last act left");
        }

        foreach (var key in dossier.Rows.Keys)
        {
            var known = key == Keys.Head || key.StartsWith(Keys.TrailPrefix, StringComparison.Ordinal) || digests.ContainsKey(key);
            dossier.Check(known, $"row '{key}' is in no act");
        }

        return number;
    }
}
