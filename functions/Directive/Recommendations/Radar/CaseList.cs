using System.Globalization;
using Directives.Tables;

namespace Directives.Recommendations.Radar;

/// <summary>What a case says, for lists and for the radar; it never changes.</summary>
/// <param name="Place">Code of the place.</param>
/// <param name="On">UTC day of the raising.</param>
public sealed record ListedCase(string Id, CaseKind Kind, string Place, DateOnly On, string Text);

/// <summary>A case that may wait for the decision of another.</summary>
public sealed record ListedMerge(string Into, string Id);

/// <summary>
/// Rows beside the cases (design, idea 2): each is written before the batch that needs it, so that a list may hold too much, never too little;
/// whoever reads it asks the case again. Nothing confidential stands here.
/// </summary>
public sealed class CaseList(ITables tables, string authority)
{
    private string Said => Keys.Join(authority, "said");

    private string Open => Keys.Join(authority, "open");

    private string Merges => Keys.Join(authority, "merged");

    /// <summary>Writes down what a step will make of a case, before it does.</summary>
    /// <param name="before">The case's head; null where the step begins it.</param>
    /// <param name="after">Where it will stand.</param>
    internal async Task AnnounceAsync(string id, CaseEvent step, CaseHead? before, CaseState after, CancellationToken cancel)
    {
        if (after.Kind == CaseKind.Violation) return;
        if (step is Raised raised && before is null)
        {
            var day = DateOnly.FromDateTime(raised.At.UtcDateTime);
            await InsertAsync(Said, Keys.Join(Key(day), id), new ListedCase(id, raised.Kind, raised.Place, day, raised.Text), cancel);
        }

        if (after.IsOpen && before is null or { End: not null }) await InsertAsync(Open, Keys.Join(id), id, cancel);
        if (step is Merged merged) await InsertAsync(Merges, Keys.Join(merged.Into, id), new ListedMerge(merged.Into, id), cancel);
    }

    /// <summary>What was raised since a UTC day, in the order of days.</summary>
    public async ValueTask<IReadOnlyList<ListedCase>> SaidSinceAsync(DateOnly since, CancellationToken cancel = default) =>
        [.. (await tables.QueryAsync(Table.Listed, Said, new KeyRange(Key(since), KeyRange.All.To), null, cancel)).Select(Stored.Read<ListedCase>)];

    /// <summary>Ids of the cases that may be open.</summary>
    public async ValueTask<IReadOnlyList<string>> OpenAsync(CancellationToken cancel = default) =>
        [.. (await tables.QueryAsync(Table.Listed, Open, KeyRange.All, null, cancel)).Select(Stored.Read<string>)];

    /// <summary>Cases that may wait for the decision of another.</summary>
    /// <param name="into">That other one; null for all.</param>
    public async ValueTask<IReadOnlyList<ListedMerge>> MergesAsync(string? into = null, CancellationToken cancel = default)
    {
        var range = into is null ? KeyRange.All : KeyRange.Prefix(Keys.Join(into, ""));
        return [.. (await tables.QueryAsync(Table.Listed, Merges, range, null, cancel)).Select(Stored.Read<ListedMerge>)];
    }

    /// <summary>Strikes a case that is over from those that are open. Struck already is fine.</summary>
    public ValueTask StrikeOpenAsync(string id, CancellationToken cancel = default) => DeleteAsync(Open, Keys.Join(id), cancel);

    /// <summary>Strikes a merging that is over. Struck already is fine.</summary>
    public ValueTask StrikeMergeAsync(ListedMerge merge, CancellationToken cancel = default) => DeleteAsync(Merges, Keys.Join(merge.Into, merge.Id), cancel);

    private static string Key(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private async Task InsertAsync<T>(string partition, string key, T row, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Listed, partition, [new Insert(key, Stored.Bytes(row))], cancel);
        }
        catch (RowExistsException)
        {
            // Announced by one who lost the race, or was killed after it.
        }
    }

    private async ValueTask DeleteAsync(string partition, string key, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Listed, partition, [new Delete(key)], cancel);
        }
        catch (VersionRaceException)
        {
            // Another reader struck it.
        }
    }
}
