using System.Globalization;
using Directives.Tables;

namespace Directives.Recommendations;

/// <summary>One line of what a party owes.</summary>
/// <param name="Due">Local day.</param>
public sealed record OwedEntry(Party Party, string Case, string Duty, int Round, DateOnly Due, bool Urgent);

/// <summary>
/// Who owes what, by party, urgent and oldest first (R7, R11). An entry is inserted before the batch that needs it, so it may list too much, never too
/// little: whoever reads it asks the case again, and strikes what is over.
/// </summary>
public sealed class OwedIndex(ITables tables, string authority)
{
    /// <summary>Lists what is owed, before it is. There already is fine.</summary>
    public async Task AnnounceAsync(OwedEntry entry, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Owed, Partition(entry.Party), [new Insert(Key(entry), Stored.Bytes(entry))], cancel);
        }
        catch (RowExistsException)
        {
            // Announced by one who lost the race, or was killed after it.
        }
    }

    /// <summary>What a party may owe; ask the cases again.</summary>
    public async ValueTask<IReadOnlyList<OwedEntry>> ListAsync(Party party, int? limit, CancellationToken cancel)
    {
        var rows = await tables.QueryAsync(Table.Owed, Partition(party), KeyRange.Prefix(""), limit, cancel);
        return [.. rows.Select(Stored.Read<OwedEntry>)];
    }

    /// <summary>Takes away what is not owed any more. Gone already is fine.</summary>
    public async Task StrikeAsync(OwedEntry entry, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Owed, Partition(entry.Party), [new Delete(Key(entry))], cancel);
        }
        catch (VersionRaceException)
        {
            // Another reader struck it.
        }
    }

    private string Partition(Party party) => Keys.Join(authority, $"{party.Kind}", party.Code);

    private static string Key(OwedEntry entry) => Keys.Join(
        entry.Urgent ? "0" : "1", entry.Due.ToString("yyyyMMdd", CultureInfo.InvariantCulture), entry.Case, entry.Duty, entry.Round.ToString("D3", CultureInfo.InvariantCulture));
}
