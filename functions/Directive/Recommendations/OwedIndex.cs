using System.Collections.Concurrent;
using System.Globalization;
using Directives.Tables;

namespace Directives.Recommendations;

/// <summary>One line of what a party owes.</summary>
/// <param name="Due">Local day.</param>
public sealed record OwedEntry(Party Party, string Case, string Duty, int Round, DateOnly Due, bool Urgent)
{
    /// <summary>When it was announced (UTC).</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Tells two announcements of the same apart, so that striking one never strikes the other.</summary>
    public string Mark { get; init; } = "";

    /// <summary>What is owed, whoever announced it and however often.</summary>
    public (string Case, string Duty, int Round) What => (Case, Duty, Round);
}

/// <summary>A case that a seat has raised and that may be open.</summary>
/// <param name="At">When it was announced (UTC).</param>
public sealed record RaisedEntry(string Seat, string Case, DateTimeOffset At, string Mark);

/// <summary>
/// Who owes what, by party, urgent and oldest first (R7, R11). An entry is inserted before the batch that needs it, so it may list too much, never too
/// little: whoever reads it asks the case again. What is over is struck when that is written; what a crash leaves behind is passed over.
/// </summary>
public sealed class OwedIndex(ITables tables, string authority)
{
    private readonly ConcurrentDictionary<Party, bool> _known = new();

    /// <summary>Lists what is owed, before it is; also the party itself.</summary>
    public async Task AnnounceAsync(OwedEntry entry, CancellationToken cancel)
    {
        if (!_known.ContainsKey(entry.Party))
        {
            await InsertAsync(Keys.Join(authority, "Parties"), Keys.Join($"{entry.Party.Kind}", entry.Party.Code), entry.Party, cancel);
            _known[entry.Party] = true;
        }

        entry = entry with { Mark = NewMark() };
        await InsertAsync(Partition(entry.Party), Key(entry), entry, cancel);
    }

    /// <summary>What a party may owe; ask the cases again.</summary>
    /// <param name="after">The entry behind which to begin; null for the first.</param>
    public async ValueTask<IReadOnlyList<OwedEntry>> ListAsync(Party party, int? limit, CancellationToken cancel, OwedEntry? after = null)
    {
        // No key is longer than an entry's own.
        var range = after is null ? KeyRange.All : new KeyRange(Key(after) + "|", KeyRange.All.To);
        var rows = await tables.QueryAsync(Table.Owed, Partition(party), range, limit, cancel);
        return [.. rows.Select(Stored.Read<OwedEntry>)];
    }

    /// <summary>Parties that have ever owed anything.</summary>
    public async ValueTask<IReadOnlyList<Party>> PartiesAsync(CancellationToken cancel) =>
        [.. (await tables.QueryAsync(Table.Owed, Keys.Join(authority, "Parties"), KeyRange.Prefix(""), null, cancel)).Select(Stored.Read<Party>)];

    /// <summary>Takes away what is not owed any more. What was announced since then is another's, and stays.</summary>
    /// <param name="since">When the act before this one was written (UTC).</param>
    public async Task StrikeAsync(string id, CaseDuty duty, DateTimeOffset since, CancellationToken cancel)
    {
        // Its urgency may have been lowered since it was listed.
        foreach (var urgent in (bool[])[true, false])
        {
            var key = Key(new OwedEntry(duty.Party, id, duty.Id, duty.Round, duty.Due, urgent));
            foreach (var row in await tables.QueryAsync(Table.Owed, Partition(duty.Party), KeyRange.Prefix(key), null, cancel))
            {
                if (Stored.Read<OwedEntry>(row).At <= since) await DeleteAsync(Partition(duty.Party), row.Key, cancel);
            }
        }
    }

    /// <summary>Lists a case with the seat that raised it, before it is raised, or reopened after its end.</summary>
    public Task AnnounceRaisedAsync(string seat, string id, DateTimeOffset now, CancellationToken cancel)
    {
        var entry = new RaisedEntry(seat, id, now, NewMark());
        return InsertAsync(RaisedPartition(seat), RaisedKey(entry), entry, cancel);
    }

    /// <summary>Cases that a seat has raised and that may be open.</summary>
    public async ValueTask<IReadOnlyList<RaisedEntry>> RaisedAsync(string seat, int? limit, CancellationToken cancel) =>
        [.. (await tables.QueryAsync(Table.Owed, RaisedPartition(seat), KeyRange.Prefix(""), limit, cancel)).Select(Stored.Read<RaisedEntry>)];

    /// <summary>Takes away a case that has ended. What was announced since then stays.</summary>
    /// <param name="since">When the act before this one was written (UTC).</param>
    public async Task StrikeRaisedAsync(string seat, string id, DateTimeOffset since, CancellationToken cancel)
    {
        foreach (var row in await tables.QueryAsync(Table.Owed, RaisedPartition(seat), KeyRange.Prefix(Keys.Join(id, "")), null, cancel))
        {
            if (Stored.Read<RaisedEntry>(row).At <= since) await DeleteAsync(RaisedPartition(seat), row.Key, cancel);
        }
    }

    private async Task InsertAsync<T>(string partition, string key, T record, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Owed, partition, [new Insert(key, Stored.Bytes(record))], cancel);
        }
        catch (RowExistsException)
        {
            // A party that is known already.
        }
    }

    private async Task DeleteAsync(string partition, string key, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Owed, partition, [new Delete(key)], cancel);
        }
        catch (VersionRaceException)
        {
            // Another reader struck it.
        }
    }

    private static string NewMark() => $"{Guid.NewGuid():N}"[..8];

    private string Partition(Party party) => Keys.Join(authority, $"{party.Kind}", party.Code);

    private string RaisedPartition(string seat) => Keys.Join(authority, "Raised", seat);

    private static string RaisedKey(RaisedEntry entry) => Keys.Join(entry.Case, entry.Mark);

    private static string Key(OwedEntry entry) => Keys.Join(
        entry.Urgent ? "0" : "1", entry.Due.ToString("yyyyMMdd", CultureInfo.InvariantCulture), entry.Case, entry.Duty, entry.Round.ToString("D3", CultureInfo.InvariantCulture), entry.Mark);
}
