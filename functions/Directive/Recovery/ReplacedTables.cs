using System.Runtime.CompilerServices;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Mail.Book;
using Directives.Tables;

namespace Directives.Recovery;

/// <summary>What the tables that a restore replaces still tell, where they can be read: which letters had left, and what people had done since.</summary>
public static class ReplacedTables
{
    /// <summary>Letters that stand there as sent, or as in a postman's hands, from a time (UTC) on.</summary>
    public static async IAsyncEnumerable<PostLine> LettersAsync(ITables replaced, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var (partition, row) in replaced.ScanAsync(Table.Mailboxes, cancel))
        {
            if (!row.Key.StartsWith(MailboxKeys.LetterPrefix, StringComparison.Ordinal)) continue;
            var letter = Stored.Read<Letter>(row);
            if (letter.State is not (LetterState.Sent or LetterState.Leased) || (letter.SentAt ?? letter.SealedAt) < from) continue;
            var notices = new List<Chasing.Notice>(letter.Notices.Count);
            foreach (var key in letter.Notices)
            {
                if (await replaced.ReadAsync(Table.Mailboxes, partition, key, cancel) is { } told) notices.Add(Stored.Read<HeldNotice>(told).Notice);
            }

            var at = letter.SentAt ?? letter.SealedAt;
            yield return new PostLine(PostEvent.Going, letter.Id(), at) { Notices = notices };
            if (letter.Delivery is { } word) yield return new PostLine(PostEvent.Heard, letter.Id(), at) { Word = word };
        }
    }

    /// <summary>Acts of people that the tables now in force do not have. What is confidential is left out, and how people got in.</summary>
    public static async IAsyncEnumerable<LostAct> ActsAsync(ITables replaced, ITables now, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var table in ChainTables.All.Except([Table.Desk, Table.Accounts]))
        {
            await foreach (var (partition, row) in replaced.ScanAsync(table, cancel))
            {
                if (row.Key != Keys.Head) continue;
                var known = await now.ReadAsync(table, partition, Keys.Head, cancel) is { } head ? Stored.Read<AnyHead>(head).Tip.Number : 0;
                if (Stored.Read<AnyHead>(row).Tip.Number <= known) continue;
                var entries = await replaced.QueryAsync(table, partition, new KeyRange(Keys.Trail(known + 1), KeyRange.Prefix(Keys.TrailPrefix).To), null, cancel);
                foreach (var entry in entries.Select(Stored.Read<TrailEntry>).Where(e => e.By != Actor.System.Id))
                    yield return new LostAct(new DossierId(table, partition).ToString(), entry.Act, entry.By, entry.For, entry.At);
            }
        }
    }
}
