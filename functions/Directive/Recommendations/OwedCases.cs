namespace Directives.Recommendations;

/// <summary>An obligation that a party has in a case, as the case says it now.</summary>
public sealed record OwedCase(CaseDuty Duty, OpenCase Case);

/// <summary>What a party owes (R7, R11), urgent and earliest first: read from the index, and each case asked again.</summary>
public sealed class OwedCases(OwedIndex owed, CaseStore cases, TimeProvider clock)
{
    /// <summary>An entry may be struck once nothing was written for so long: until then the batch that needs it may be on its way.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    /// <summary>What a party owes, at most so many; and whether there may be more.</summary>
    public async Task<(IReadOnlyList<OwedCase> Owed, bool More)> ListAsync(Party party, int most, CancellationToken cancel = default)
    {
        while (true)
        {
            var entries = await owed.ListAsync(party, most + 1, cancel);
            var found = new List<OwedCase>();
            var struck = 0;
            foreach (var entry in entries.Take(most))
            {
                if (await cases.FindAsync(entry.Case, cancel) is not { } open) continue;
                if (open.State.Duties.FirstOrDefault(d => d.Id == entry.Duty && d.Round == entry.Round && d.Party == party) is { } duty)
                {
                    // An entry whose date was wrong lists the same duty again.
                    if (!found.Any(f => f.Case.Ref == open.Ref && f.Duty.Id == duty.Id)) found.Add(new OwedCase(duty, open));
                }
                else if (entry.Round <= open.Held.Head.Events && open.Held.Head.Tip.At + Settled < clock.GetUtcNow())
                {
                    await owed.StrikeAsync(entry.Case, new CaseDuty(entry.Duty, default, party, entry.Due, entry.Due, entry.Round), open.Held.Head.Tip.At, cancel);
                    struck++;
                }
            }

            // What was struck made room.
            if (entries.Count <= most || struck == 0) return (found, entries.Count > most);
        }
    }
}
