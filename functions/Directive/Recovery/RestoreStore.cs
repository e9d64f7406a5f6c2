using System.Globalization;
using Directives.Dossiers;
using Directives.Recommendations.Confidential;
using Directives.Tables;

namespace Directives.Recovery;

/// <summary>Keeps what restores may have lost, for the office. One dossier; a restore is one act on it.</summary>
public sealed class RestoreStore(Installation installation)
{
    private const int InPage = 100;
    private const int MostPages = 20;
    private const int MostTold = 10;
    private const string Records = "r|";

    private DossierId Dossier => IdOf(installation.Parts.Authority);

    /// <summary>The dossier of an authority.</summary>
    public static DossierId IdOf(string authority) => new(Table.Installation, Keys.Join(authority, "restores"));

    /// <summary>All restores, the newest first.</summary>
    public async ValueTask<IReadOnlyList<RestoreRecord>> ListAsync(CancellationToken cancel) =>
        [.. (await RowsAsync(cancel)).Select(r => r.Record).Reverse()];

    /// <summary>The restore of a backup; null if there was none.</summary>
    public async ValueTask<RestoreRecord?> FindAsync(string copy, CancellationToken cancel) =>
        (await RowsAsync(cancel)).Where(r => r.Copy == copy).Select(r => r.Record).FirstOrDefault();

    /// <summary>Letters of a restore that had left; at most some thousands.</summary>
    public async ValueTask<IReadOnlyList<LostLetter>> LettersAsync(int number, CancellationToken cancel) =>
        [.. (await installation.Dossiers.RowsAsync<List<LostLetter>>(Dossier, PagePrefix(number, "l"), cancel)).SelectMany(p => p)];

    /// <summary>What people had done; at most some thousands.</summary>
    public async ValueTask<IReadOnlyList<LostAct>> ActsAsync(int number, CancellationToken cancel) =>
        [.. (await installation.Dossiers.RowsAsync<List<LostAct>>(Dossier, PagePrefix(number, "a"), cancel)).SelectMany(p => p)];

    /// <summary>Writes a restore down.</summary>
    public async Task<RestoreRecord> AddAsync(RestoreFacts facts, IReadOnlyList<GoneLetter> letters, IReadOnlyList<LostAct> acts, CancellationToken cancel)
    {
        var held = await installation.Dossiers.HeadAsync<RestoresHead>(Dossier, cancel);
        var head = held?.Head ?? new RestoresHead();
        // That a letter about something confidential left is nobody's business but its reader's.
        var shown = letters.Where(l => l.Notices.Count == 0 || !l.Notices.All(SealedNotices.Is)).ToList();
        var record = new RestoreRecord(head.Count + 1, installation.Parts.Clock.GetUtcNow(), facts.TakenAt)
        {
            Letters = shown.Count,
            Acts = acts.Count,
            HadBook = facts.HadBook,
            HadTables = facts.Replaced is not null,
        };
        var act = new Act("restored", Actor.System, $"from a backup of {facts.TakenAt:u}")
            .Note("letters that had left", null, $"{record.Letters}").Note("acts that were lost", null, record.HadTables ? $"{record.Acts}" : "not known")
            .Put(KeyOf(record.Number), new Kept(record, facts.Copy));
        Pages(act, record.Number, "l", shown.OrderBy(l => l.At).Select(l => new LostLetter(l.Reader, l.At, [.. l.Notices.Where(n => !SealedNotices.Is(n)).Take(MostTold).Select(Told)])));
        Pages(act, record.Number, "a", acts.OrderBy(a => a.At));
        await installation.Dossiers.CommitAsync(Dossier, held, head with { Count = record.Number }, act, cancel);
        return record;
    }

    /// <summary>The office has looked after what may have been lost. Done again without harm.</summary>
    /// <returns>False where there is no such restore.</returns>
    public Task<bool> WorkedOffAsync(int number, Actor by, CancellationToken cancel) => Races.AgainAsync(async () =>
    {
        if (await installation.Dossiers.HeadAsync<RestoresHead>(Dossier, cancel) is not { } held) return false;
        if (await installation.Dossiers.RowAsync<Kept>(Dossier, KeyOf(number), cancel) is not { } kept) return false;
        if (kept.Record.Done is not null) return true;
        var done = kept with { Record = kept.Record with { Done = installation.Parts.Clock.GetUtcNow() } };
        await installation.Dossiers.CommitAsync(Dossier, held, held.Head, new Act("restore-worked-off", by).Put(KeyOf(number), done), cancel);
        return true;
    });

    private static LostNotice Told(Chasing.Notice notice) => new(notice.Kind, notice.Seat, notice.Kind == Chasing.NoticeKind.Receipt ? notice.Words : null);

    private static void Pages<T>(Act act, int number, string kind, IEnumerable<T> items)
    {
        foreach (var (page, some) in items.Chunk(InPage).Take(MostPages).Index()) act.Put($"{PagePrefix(number, kind)}{page:D3}", some);
    }

    private static string KeyOf(int number) => Records + number.ToString("D6", CultureInfo.InvariantCulture);

    private static string PagePrefix(int number, string kind) => $"{kind}|{number.ToString("D6", CultureInfo.InvariantCulture)}|";

    private ValueTask<IReadOnlyList<Kept>> RowsAsync(CancellationToken cancel) => installation.Dossiers.RowsAsync<Kept>(Dossier, Records, cancel);

    private sealed record Kept(RestoreRecord Record, string Copy);
}
