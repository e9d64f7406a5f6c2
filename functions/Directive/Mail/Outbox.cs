using System.Globalization;
using Directives.Language;
using Directives.Tables;

namespace Directives.Mail;

/// <summary>A letter as it stands in the readable outbox.</summary>
/// <param name="At">When it was handed over (UTC).</param>
public sealed record OutboxLetter(string Id, DateTimeOffset At, string Reader, Bilingual Title, string Address, ComposedLetter Content);

/// <summary>
/// The transport of a developer's machine and of samples: letters that one can read in the browser. It keeps its word as a provider:
/// a letter that it has, it has once.
/// </summary>
public sealed class Outbox(ITables tables, string authority, Func<LetterDraft, CancellationToken, Task<ComposedLetter>> write) : IMailTransport
{
    private string Partition => Keys.Join(authority);

    /// <inheritdoc/>
    public async Task SendAsync(LetterDraft draft, CancellationToken cancel)
    {
        var letter = new OutboxLetter(
            draft.Id, draft.At, draft.Reader.Id, draft.Reader.Titles(), draft.Reader.Address,
            await write(draft, cancel));
        try
        {
            await tables.CommitAsync(
                Table.Outbox, Partition,
                [new Insert(KeyOf(draft.Id), Stored.Bytes(letter)), new Insert(ListKey(letter), Stored.Bytes(letter with { Content = letter.Content.SubjectOnly() }))],
                cancel);
        }
        catch (RowExistsException)
        {
            // The same letter was handed over before.
        }
    }

    /// <inheritdoc/>
    public async Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel) =>
        await tables.ReadAsync(Table.Outbox, Partition, KeyOf(letterId), cancel) is null ? ProviderWord.HasNot : ProviderWord.Has;

    /// <summary>A letter with its text, or null.</summary>
    public async ValueTask<OutboxLetter?> FindAsync(string letterId, CancellationToken cancel)
    {
        var row = await tables.ReadAsync(Table.Outbox, Partition, KeyOf(letterId), cancel);
        return row is null ? null : Stored.Read<OutboxLetter>(row);
    }

    /// <summary>All letters without their text, newest first.</summary>
    public async ValueTask<IReadOnlyList<OutboxLetter>> ListAsync(CancellationToken cancel)
    {
        var rows = await tables.QueryAsync(Table.Outbox, Partition, KeyRange.Prefix("d|"), null, cancel);
        return [.. rows.Select(Stored.Read<OutboxLetter>)];
    }

    /// <summary>Removes the text of a letter and keeps that it was sent; one that is not here is fine.</summary>
    public static async Task RemoveTextAsync(ITables tables, string authority, string letterId, CancellationToken cancel)
    {
        if (await tables.ReadAsync(Table.Outbox, Keys.Join(authority), KeyOf(letterId), cancel) is not { } row) return;
        var letter = Stored.Read<OutboxLetter>(row);
        if (letter.Content.Text.Length + letter.Content.Html.Length == 0) return;
        await tables.CommitAsync(Table.Outbox, Keys.Join(authority), [new Put(row.Key, Stored.Bytes(letter with { Content = letter.Content.SubjectOnly() }))], cancel);
    }

    private static string KeyOf(string letterId) => Keys.Join("l", letterId);

    // Newest first: rows are ordered by key.
    private static string ListKey(OutboxLetter letter) => Keys.Join(
        "d", (DateTimeOffset.MaxValue.Ticks - letter.At.UtcTicks).ToString("D19", CultureInfo.InvariantCulture), letter.Id);
}
