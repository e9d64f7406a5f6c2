using Directives.Tables;

namespace Directives.Mail.Deliveries;

/// <summary>
/// Says whose mailboxes to look into for people who cannot be reached. A reader is listed before the act that needs it; the list may hold
/// too many, never too few: whoever uses it asks the mailbox.
/// </summary>
public sealed class UnreachedIndex(ITables tables, string authority, TimeProvider clock)
{
    /// <summary>A reader listed so recently stays: the act they were listed for may still be under way.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private string Partition => Keys.Join(authority, "unreached");

    /// <summary>Lists a reader.</summary>
    public async ValueTask AnnounceAsync(string reader, CancellationToken cancel) =>
        await tables.CommitAsync(Table.Installation, Partition, [new Put(Keys.Join(reader), Stored.Bytes(new Listed(clock.GetUtcNow(), false)))], cancel);

    /// <summary>The readers listed.</summary>
    public async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancel)
    {
        var rows = await tables.QueryAsync(Table.Installation, Partition, KeyRange.All, null, cancel);
        return [.. rows.Where(r => !Stored.Read<Listed>(r).Struck).Select(r => Keys.Split(r.Key)[0])];
    }

    /// <summary>Strikes a reader off if their mailbox says they can be reached; one listed a moment ago stays.</summary>
    /// <param name="canBeReached">Asked after the list was read, so that who is listed meanwhile stays.</param>
    public async ValueTask StrikeAsync(string reader, Func<ValueTask<bool>> canBeReached, CancellationToken cancel)
    {
        if (await tables.ReadAsync(Table.Installation, Partition, Keys.Join(reader), cancel) is not { } row) return;
        var listed = Stored.Read<Listed>(row);
        if (listed.Struck || clock.GetUtcNow() - listed.At <= Grace || !await canBeReached()) return;
        try
        {
            // Not deleted: only a replacement minds that somebody listed them again.
            await tables.CommitAsync(Table.Installation, Partition, [new Replace(row.Key, Stored.Bytes(listed with { Struck = true }), row.Version)], cancel);
        }
        catch (VersionRaceException)
        {
            // Listed again meanwhile.
        }
    }

    private sealed record Listed(DateTimeOffset At, bool Struck);
}
