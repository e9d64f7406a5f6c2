using Directives.Mail;
using Directives.Mail.Book;
using Directives.Mail.Deliveries;

namespace Directives.Recovery;

/// <summary>
/// Brings tables that were put back from a backup up to what had left the house since: no letter goes out twice, its links open, what the provider said stands on it,
/// and the office reads what may have been lost. Killed anywhere and done again, it goes on.
/// </summary>
public sealed class RestoreDesk(Installation installation)
{
    // Letters that were under way when the backup was taken had begun before.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    private readonly RestoreStore _store = new(installation);

    /// <summary>From when on the book is needed (UTC).</summary>
    public static DateTimeOffset From(DateTimeOffset takenAt) => takenAt - Slack;

    /// <summary>Does it. The tables are served by nobody meanwhile.</summary>
    public async Task<RestoreRecord> CatchUpAsync(RestoreFacts facts, CancellationToken cancel = default)
    {
        var lines = new List<PostLine>();
        if (facts.Replaced is { } replaced)
        {
            await foreach (var line in ReplacedTables.LettersAsync(replaced, From(facts.TakenAt), cancel)) lines.Add(line);
        }

        lines.AddRange(facts.Lines);
        var gone = GoneLetter.Of(lines);
        var record = await _store.FindAsync(facts.Copy, cancel) ?? await WriteAsync(facts, gone, cancel);
        foreach (var reader in gone.GroupBy(g => g.Reader, StringComparer.Ordinal))
        {
            await new LetterMemory(installation).RememberAsync(reader.Key, [.. reader], cancel);
            await OpenLinksAsync(reader.Key, [.. reader], cancel);
        }

        var words = lines.Where(l => l is { Event: PostEvent.Heard, Word: not null }).Select(l => new DeliveryEvent(l.Letter, l.Word!.At, l.Word)).ToList();
        await installation.Deliveries.ApplyAsync(words, cancel);
        return record;
    }

    private async Task<RestoreRecord> WriteAsync(RestoreFacts facts, IReadOnlyList<GoneLetter> gone, CancellationToken cancel)
    {
        var unknown = new List<GoneLetter>();
        foreach (var letter in gone)
        {
            var id = MailboxKeys.Dossier(installation.Parts.Authority, letter.Reader);
            if (await installation.Dossiers.RowAsync<Letter>(id, MailboxKeys.Letter(letter.Number), cancel) is not { State: LetterState.Sent }) unknown.Add(letter);
        }

        var acts = new List<LostAct>();
        if (facts.Replaced is { } replaced)
        {
            await foreach (var act in ReplacedTables.ActsAsync(replaced, installation.Parts.Tables, cancel)) acts.Add(act);
        }

        return await _store.AddAsync(facts, unknown, acts, cancel);
    }

    /// <summary>The links that such letters brought are the same again, wherever what they open is still there.</summary>
    private async Task OpenLinksAsync(string reader, IReadOnlyList<GoneLetter> letters, CancellationToken cancel)
    {
        var id = MailboxKeys.Dossier(installation.Parts.Authority, reader);
        foreach (var gone in letters)
        {
            if (await installation.Dossiers.RowAsync<Letter>(id, MailboxKeys.Letter(gone.Number), cancel) is { } letter)
                await installation.Sealer.DraftAsync(id, letter, null, cancel);
        }
    }
}
