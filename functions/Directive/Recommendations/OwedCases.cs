namespace Directives.Recommendations;

/// <summary>An obligation that a party has in a case, as the case says it now.</summary>
public sealed record OwedCase(CaseDuty Duty, OpenCase Case);

/// <summary>What a party owes (R7, R11), urgent and earliest first: read from the index, and each case asked again.</summary>
public sealed class OwedCases(OwedIndex owed, CaseStore cases, TimeProvider clock)
{
    /// <summary>An entry may be struck once nothing was written for so long: until then the batch that needs it may be on its way.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    /// <summary>What a party owes, at most so many; and whether there is more. An entry that is over is passed over, and struck once it is settled.</summary>
    public async Task<(IReadOnlyList<OwedCase> Owed, bool More)> ListAsync(Party party, int most, CancellationToken cancel = default)
    {
        var found = new List<OwedCase>();
        var told = new HashSet<(string Case, string Duty, int Round)>();
        var read = new Dictionary<string, OpenCase?>(StringComparer.Ordinal);
        OwedEntry? last = null;
        while (true)
        {
            var entries = await owed.ListAsync(party, most + 1, cancel, last);
            foreach (var entry in entries)
            {
                if (!read.TryGetValue(entry.Case, out var open)) read[entry.Case] = open = await cases.FindAsync(entry.Case, cancel);
                if (open is null) continue;
                if (open.State.Duties.FirstOrDefault(d => d.Id == entry.Duty && d.Round == entry.Round && d.Party == party) is { } duty)
                {
                    // An entry whose date was wrong lists the same duty again.
                    if (!told.Add(entry.What)) continue;
                    if (found.Count == most) return (found, true);
                    found.Add(new OwedCase(duty, open));
                }
                else if (entry.Round <= open.Held.Head.Events && open.Held.Head.Tip.At + Settled < clock.GetUtcNow())
                {
                    await owed.StrikeAsync(entry.Case, new CaseDuty(entry.Duty, default, party, entry.Due, entry.Due, entry.Round), open.Held.Head.Tip.At, cancel);
                }
            }

            if (entries.Count <= most) return (found, false);
            last = entries[^1];
        }
    }

    /// <summary>What a party owes in one case: the case alone knows, whatever else the party owes.</summary>
    public async Task<IReadOnlyList<OwedCase>> InAsync(string id, Party party, CancellationToken cancel = default) =>
        await cases.FindAsync(id, cancel) is { } open
            ? [.. open.State.Duties.Where(d => d.Party == party && d.Kind != DutyKind.Objection).Select(d => new OwedCase(d, open))]
            : [];
}
