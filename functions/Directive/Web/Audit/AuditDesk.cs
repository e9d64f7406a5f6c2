using System.Globalization;
using Directives.Assistants;
using Directives.Calendars;
using Directives.Dossiers;
using Directives.Seals;
using Directives.Tables;
using Directives.Web.History;

namespace Directives.Web.Audit;

/// <summary>Answers the auditors' pages from the seals and the chains that they bind; it opens no row but heads and entries.</summary>
public sealed class AuditDesk(Installation installation) : IAuditPages
{
    private const int ChainsOnPage = 20;
    private const int EntriesOnPage = 100;

    // A seal comes an hour and its grace after what it binds.
    private static readonly TimeSpan Behind = TimeSpan.FromHours(2);

    private readonly HistoryReader _history = new(installation);
    private readonly DossierNames _names = new(installation);

    private DateTimeOffset Now => installation.Parts.Clock.GetUtcNow();

    private Zone Zone => installation.Parts.Rules.ZoneAt(Now);

    /// <inheritdoc/>
    public async ValueTask<AuditView> OverviewAsync(string? month, CancellationToken cancel)
    {
        var (tip, waiting) = (await installation.Seals.TipAsync(cancel), await installation.Grown.AllAsync(cancel));
        var months = await MonthsAsync(cancel);
        var shown = months.FirstOrDefault(m => Name(m) == month, months.Count > 0 ? months[0] : First(Zone.DateAt(Now)));
        var days = (await BetweenAsync(Zone.StartOfDay(shown), Zone.StartOfDay(shown.AddMonths(1)), cancel))
            .GroupBy(s => Zone.DateAt(s.At)).OrderByDescending(g => g.Key)
            .Select(g => new AuditDayRow(g.Key, g.Count(), g.SelectMany(s => s.Heads).Select(h => h.Dossier).Where(IsShown).Distinct(StringComparer.Ordinal).Count()));
        return new AuditView
        {
            Seals = tip.Number,
            LastAt = tip.Number > 0 ? Zone.LocalAt(tip.At) : null,
            Waiting = waiting.Select(w => w.Id).Distinct().Count(),
            IsLate = waiting.Any(w => w.Hour.AddHours(1) + Behind < Now),
            Checkpoints = [.. (await installation.Seals.CheckpointsAsync(cancel)).Reverse()],
            Month = shown,
            Months = months,
            Days = [.. days],
        };
    }

    /// <inheritdoc/>
    public async ValueTask<AuditDayView> DayAsync(DateOnly day, int page, CancellationToken cancel)
    {
        var people = await _history.PeopleAsync(cancel);
        var (from, to) = (Zone.StartOfDay(day), Zone.EndOfDay(day));
        var heads = (await BetweenAsync(from, to + Behind, cancel)).SelectMany(s => s.Heads).Where(h => IsShown(h.Dossier))
            .GroupBy(h => h.Dossier).Select(g => (g.Key, Last: g.Max(h => h.Number))).OrderBy(h => h.Key, StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (heads.Count + ChainsOnPage - 1) / ChainsOnPage);
        page = Math.Clamp(page, 1, pages);
        var chains = new List<AuditChain>();
        foreach (var (name, last) in heads.Skip((page - 1) * ChainsOnPage).Take(ChainsOnPage))
        {
            var id = DossierId.Parse(name);
            var entries = (await EntriesAsync(id, last, cancel)).Where(e => e.At >= from && e.At < to).Select(e => Of(e, people)).ToList();
            if (entries.Count > 0) chains.Add(new AuditChain(await _names.OfAsync(id, people, cancel), AuditEndpoints.AddressOf(name), entries));
        }

        return new AuditDayView(day, chains, heads.Count, page, pages);
    }

    /// <inheritdoc/>
    public async ValueTask<AuditChainView?> ChainAsync(string dossier, int page, CancellationToken cancel)
    {
        if (Find(dossier) is not { } id || await installation.Dossiers.HeadAsync<AnyHead>(id, cancel) is not { } held) return null;
        var people = await _history.PeopleAsync(cancel);
        var total = held.Head.Tip.Number;
        if (id.Table == Table.Mailboxes) return await MailboxAsync(id, dossier, people, cancel);
        var pages = (int)Math.Max(1, (total + EntriesOnPage - 1) / EntriesOnPage);
        page = Math.Clamp(page, 1, pages);
        var entries = await EntriesAsync(id, total - ((page - 1L) * EntriesOnPage), cancel);
        var chain = new AuditChain(await _names.OfAsync(id, people, cancel), AuditEndpoints.AddressOf(dossier), [.. entries.Select(e => Of(e, people))]);
        return new AuditChainView(chain, total, page, pages);
    }

    /// <summary>
    /// Of a mailbox only what people did to it: when the program delivers and sends would tell who reads what is sealed (R6). That its chain
    /// holds, <c>audit verify</c> says all the same.
    /// </summary>
    private async ValueTask<AuditChainView?> MailboxAsync(DossierId id, string dossier, Drafters people, CancellationToken cancel)
    {
        var own = (await installation.Dossiers.RowsAsync<TrailEntry>(id, Keys.TrailPrefix, cancel)).Where(e => e.By != Actor.System.Id).ToList();
        if (own.Count == 0) return null;
        var entries = own.Select((e, i) => Of(e with { Number = i + 1 }, people)).Reverse().Take(EntriesOnPage).ToList();
        return new AuditChainView(new AuditChain(await _names.OfAsync(id, people, cancel), AuditEndpoints.AddressOf(dossier), entries), own.Count, 1, 1);
    }

    private static bool IsShown(string dossier) => DossierId.Parse(dossier).Table != Table.Mailboxes;

    /// <inheritdoc/>
    public async ValueTask<CheckpointFile?> CheckpointAsync(string month, CancellationToken cancel)
    {
        var checkpoint = (await installation.Seals.CheckpointsAsync(cancel)).FirstOrDefault(c => Name(c.Month) == month);
        if (month == "now" && await installation.Seals.TipAsync(cancel) is { Number: > 0 } tip)
            checkpoint = new Checkpoint(First(Zone.DateAt(Now)), tip.Number, tip.At, tip.Hash);
        return checkpoint is null ? null : CheckpointFile.Of(installation.Parts.Authority, checkpoint);
    }

    /// <summary>The newest first, up to a number.</summary>
    private async ValueTask<IReadOnlyList<TrailEntry>> EntriesAsync(DossierId id, long last, CancellationToken cancel)
    {
        var range = new KeyRange(Keys.Trail(Math.Max(1, last - EntriesOnPage + 1)), Keys.Trail(last) + "~");
        return [.. (await installation.Parts.Tables.QueryAsync(id.Table, id.Partition, range, EntriesOnPage, cancel)).Select(Stored.Read<TrailEntry>).Reverse()];
    }

    private async ValueTask<IReadOnlyList<Seal>> BetweenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var seals = new List<Seal>();
        // Months of seals are of UTC: a local month or day may touch two.
        foreach (var month in new[] { SealBook.MonthOf(from), SealBook.MonthOf(to) }.Distinct()) seals.AddRange(await installation.Seals.SealsAsync(month, cancel));
        return [.. seals.Where(s => s.At >= from && s.At < to)];
    }

    private async ValueTask<IReadOnlyList<DateOnly>> MonthsAsync(CancellationToken cancel)
    {
        var months = (await installation.Seals.MonthsAsync(cancel)).Select(m => DateOnly.ParseExact(m + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        var today = First(Zone.DateAt(Now));
        if (months.Count > 0 && months[^1] < today) months.Add(today);
        months.Reverse();
        return months;
    }

    private AuditEntry Of(TrailEntry entry, Drafters people) => new(entry.Number, new HistoryEntry(
        entry.Act, Zone.LocalAt(entry.At), HistoryReader.TitleOf(people, entry.By), entry.By == Actor.System.Id, HistoryReader.TitleOf(people, entry.For)));

    // Only a dossier of this authority, in a table that holds chains: an auditor reads no other rows.
    private DossierId? Find(string dossier)
    {
        try
        {
            var id = DossierId.Parse(dossier);
            return ChainTables.All.Contains(id.Table) && id.ToString() == dossier && dossier.Length * 2 < TableLimits.BytesInKey && dossier.All(TableLimits.AllowsInKey)
                && Keys.Split(id.Partition)[0] == installation.Parts.Authority ? id : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
