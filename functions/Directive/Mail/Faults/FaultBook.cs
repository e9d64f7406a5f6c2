using System.Globalization;
using Directives.Tables;

namespace Directives.Mail.Faults;

/// <summary>The account with the provider is refused: nothing leaves.</summary>
/// <param name="Code">One of <see cref="MailCodes"/>.</param>
/// <param name="Reason">Number and words of the provider; never an address.</param>
/// <param name="Since">UTC.</param>
/// <param name="Last">When it was last tried (UTC).</param>
public sealed record AccountTrouble(string Code, string Reason, DateTimeOffset Since, DateTimeOffset Last);

/// <summary>A letter that had trouble once.</summary>
/// <param name="Since">When it began (UTC).</param>
public sealed record FaultEntry(string Reader, int Number, DateTimeOffset Since);

/// <summary>
/// Where letters with trouble are listed, so that nobody has to look into all mailboxes. An entry stands before the act that needs
/// it: it may list too much, never too little; whoever reads it looks into the mailbox.
/// </summary>
public sealed class FaultBook(ITables tables, string authority)
{
    private const string AccountKey = "account";
    private const string Prefix = "f|";

    private string Partition => Keys.Join(authority, "post-faults");

    /// <summary>Lists a letter; listed already is fine.</summary>
    public async Task NoteAsync(FaultEntry entry, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Installation, Partition, [new Insert(KeyOf(entry), Stored.Bytes(entry))], cancel);
        }
        catch (RowExistsException)
        {
            // Noted before a crash.
        }
    }

    /// <summary>Strikes a letter off; struck off already is fine.</summary>
    public Task ForgetAsync(FaultEntry entry, CancellationToken cancel) => DeleteAsync(KeyOf(entry), cancel);

    /// <summary>Letters that had trouble from the month of a time (UTC) on, the latest month first.</summary>
    public async Task<IReadOnlyList<FaultEntry>> ListAsync(DateTimeOffset from, CancellationToken cancel)
    {
        var range = new KeyRange(Prefix + Month(from), Prefix + "~");
        var rows = await tables.QueryAsync(Table.Installation, Partition, range, null, cancel);
        return [.. rows.Select(Stored.Read<FaultEntry>).DistinctBy(e => (e.Reader, e.Number)).OrderByDescending(e => e.Since)];
    }

    /// <summary>Says that the account is refused.</summary>
    public async Task NoteAccountAsync(MailDeferredException fault, DateTimeOffset now, CancellationToken cancel)
    {
        var since = (await AccountAsync(cancel))?.Since ?? now;
        var row = new Put(AccountKey, Stored.Bytes(new AccountTrouble(fault.Code, fault.Reason, since, now)));
        await tables.CommitAsync(Table.Installation, Partition, [row], cancel);
    }

    /// <summary>Whether the account is refused.</summary>
    public async Task<AccountTrouble?> AccountAsync(CancellationToken cancel) =>
        await tables.ReadAsync(Table.Installation, Partition, AccountKey, cancel) is { } row ? Stored.Read<AccountTrouble>(row) : null;

    /// <summary>A letter left: the account is in order.</summary>
    public async Task ClearAccountAsync(CancellationToken cancel)
    {
        if (await AccountAsync(cancel) is not null) await DeleteAsync(AccountKey, cancel);
    }

    private static string KeyOf(FaultEntry entry) =>
        $"{Prefix}{Month(entry.Since)}|{Keys.Join(entry.Reader, entry.Number.ToString("D6", CultureInfo.InvariantCulture))}";

    private static string Month(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);

    private async Task DeleteAsync(string key, CancellationToken cancel)
    {
        try
        {
            await tables.CommitAsync(Table.Installation, Partition, [new Delete(key)], cancel);
        }
        catch (VersionRaceException)
        {
            // Not there any more.
        }
    }
}
