using Directives.Dossiers;
using Directives.Mail.Book;

namespace Directives.Mail.Deliveries;

/// <summary>What became of a provider's events.</summary>
/// <param name="Changed">Letters on which something new was written.</param>
/// <param name="Unknown">Events about no letter of ours.</param>
public sealed record Heard(int Changed, int Unknown);

/// <summary>
/// Writes the provider's words on letters (R13). Any order, any number of times: only the word that stands is kept
/// (<see cref="DeliveryWord.Standing"/>), so an event that comes again changes nothing.
/// </summary>
public sealed class DeliveryDesk(DossierStore dossiers, string authority, UnreachedIndex index, IMailTransport transport, IPostBook book, TimeProvider clock)
{
    // Well below what an act may hold.
    private const int LettersAtOnce = 50;

    /// <summary>Hears events. When it returns, what they say survives a loss of power, and of the tables.</summary>
    /// <exception cref="IOException">They could not be written into the book; the provider sends them again.</exception>
    public async Task<Heard> HearAsync(IEnumerable<DeliveryEvent> heard, CancellationToken cancel = default)
    {
        var (events, now) = (heard.ToList(), clock.GetUtcNow());
        var words = events.Where(e => e.Word is not null && Letter.NameOf(e.Letter).Reader.Length > 0).Select(e => new PostLine(PostEvent.Heard, e.Letter, now) { Word = e.Word }).ToList();
        if (words.Count > 0) await book.WriteAsync(words, cancel);
        return await ApplyAsync(events, cancel);
    }

    /// <summary>As <see cref="HearAsync(IEnumerable{DeliveryEvent}, CancellationToken)"/>, of what stands in the book already.</summary>
    public async Task<Heard> ApplyAsync(IEnumerable<DeliveryEvent> events, CancellationToken cancel = default)
    {
        var heard = new Heard(0, 0);
        foreach (var reader in events.GroupBy(e => Letter.NameOf(e.Letter).Reader, StringComparer.Ordinal))
        {
            foreach (var some in reader.GroupBy(e => Letter.NameOf(e.Letter).Number).Chunk(LettersAtOnce))
            {
                var one = reader.Key.Length == 0 ? new Heard(0, some.Sum(l => l.Count())) : await HearAsync(reader.Key, some, cancel);
                heard = new Heard(heard.Changed + one.Changed, heard.Unknown + one.Unknown);
            }
        }

        return heard;
    }

    /// <summary>All letters of a reader, by number.</summary>
    public ValueTask<IReadOnlyList<Letter>> LettersAsync(string reader, CancellationToken cancel) =>
        dossiers.RowsAsync<Letter>(MailboxKeys.Dossier(authority, reader), MailboxKeys.LetterPrefix, cancel);

    /// <summary>Whether a reader gets letters and can be reached by them.</summary>
    public async ValueTask<Reach> ReachOfAsync(string reader, CancellationToken cancel)
    {
        var head = await dossiers.HeadAsync<MailboxHead>(MailboxKeys.Dossier(authority, reader), cancel);
        return head?.Head.Silenced is { } silence
            ? new Reach(false, DeliveryReasons.Silenced, silence.Since)
            : Reach.OfReader(await LettersAsync(reader, cancel), transport.Reports);
    }

    // What people and providers say is judged again where another act came first.
    private async Task<Heard> HearAsync(string reader, IReadOnlyList<IGrouping<int, DeliveryEvent>> byLetter, CancellationToken cancel)
    {
        var id = MailboxKeys.Dossier(authority, reader);
        var (heard, arrived) = await Races.AgainAsync(async () =>
        {
            if (await dossiers.HeadAsync<MailboxHead>(id, cancel) is not { } held) return (new Heard(0, byLetter.Sum(l => l.Count())), false);
            var act = new Act("delivery-heard", Actor.System);
            var (unknown, lost, reached) = (0, false, false);
            foreach (var events in byLetter)
            {
                if (await dossiers.RowAsync<Letter>(id, MailboxKeys.Letter(events.Key), cancel) is not { } letter)
                {
                    unknown += events.Count();
                    continue;
                }

                var after = events.Aggregate(letter, Told);
                if (after == letter) continue;
                act.Put(MailboxKeys.Letter(letter.Number), after).Note($"letter {letter.Number}", Said(letter), Said(after));
                lost |= after.Delivery is { Fails: true };
                reached |= after.Delivery is { Kind: DeliveryKind.Delivered };
            }

            if (act.Changes.Count == 0) return (new Heard(0, unknown), false);
            if (lost) await index.AnnounceAsync(reader, cancel);
            await dossiers.CommitAsync(id, held, held.Head, act, cancel);
            return (new Heard(act.Changes.Count, unknown), reached);
        });
        if (arrived) await index.StrikeAsync(reader, async () => (await ReachOfAsync(reader, cancel)).Reached, cancel);
        return heard;
    }

    private static Letter Told(Letter letter, DeliveryEvent said) => said.Word is { } word
        ? letter with { Delivery = DeliveryWord.Standing(letter.Delivery, word) }
        // That the provider has it matters only while the postman may doubt it.
        : letter.State == LetterState.Sent || letter.TakenAt is not null ? letter : letter with { TakenAt = said.At };

    private static string? Said(Letter letter) => letter.Delivery is { } word ? $"{word.Kind} {word.Reason}".TrimEnd() : letter.TakenAt is null ? null : "taken";
}
