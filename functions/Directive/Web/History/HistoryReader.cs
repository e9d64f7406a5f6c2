using Directives.Assistants;
using Directives.Calendars;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Language;
using Directives.Tables;

namespace Directives.Web.History;

/// <summary>Reads the history of a thing from the trail of its dossier. Whoever calls has judged that the reader may see the thing.</summary>
public sealed class HistoryReader(Installation installation)
{
    /// <summary>What was done with one obligation, the newest first; by the program, too.</summary>
    public async ValueTask<IReadOnlyList<HistoryEntry>> OfSeatAsync(SheetRef sheet, string seat, CancellationToken cancel)
    {
        var people = await PeopleAsync(cancel);
        var zone = (await installation.Cycles.FrozenAsync(sheet.Cycle, cancel)).Zone();
        var (owed, reports) = (SheetRef.ObligationKey(seat), Keys.Join("r", seat, ""));
        var entries = await installation.Dossiers.RowsAsync<TrailEntry>(sheet.Dossier, Keys.TrailPrefix, cancel);
        return
        [
            .. entries.Where(e => e.Rows.Any(r => r.Key == owed || r.Key.StartsWith(reports, StringComparison.Ordinal)))
                .OrderByDescending(e => e.Number)
                .Select(e => Of(e, seat, zone, people)),
        ];
    }

    /// <summary>
    /// The same for those whose obligation it is. The office's words are shown where it told them, too; what it noted for itself (whom it reached by
    /// telephone, that it read a version, why it took links back) is not.
    /// </summary>
    public async ValueTask<IReadOnlyList<HistoryEntry>> OfOwnAsync(SheetRef sheet, string seat, CancellationToken cancel) =>
        [.. (await OfSeatAsync(sheet, seat, cancel)).Where(e => !OfficeOnly.Contains(e.Act)).Select(e => Told.Contains(e.Act) ? e : e with { Why = null })];

    /// <summary>For the leader of the place: when a report of it came, and from whom.</summary>
    public async ValueTask<IReadOnlyList<HistoryEntry>> OfPlaceAsync(SheetRef sheet, string seat, CancellationToken cancel) =>
        [.. (await OfSeatAsync(sheet, seat, cancel)).Where(e => Filings.Contains(e.Act)).Select(e => e with { Why = null, Changes = null })];

    /// <summary>Who can stand in a trail: officials, and who prepares reports.</summary>
    public async ValueTask<Drafters> PeopleAsync(CancellationToken cancel) =>
        new(await installation.Registers.GetAsync(cancel), await installation.Assistants.GetAsync(cancel));

    /// <summary>A person by title; null for one who is gone.</summary>
    public static Bilingual? TitleOf(Drafters people, string? id) =>
        id is null ? null : people.Find(id)?.Titles();

    // Acts whose words the owner wrote, or was sent.
    private static readonly HashSet<string> Told = ["report-sent-back", "extended", "areas-extended", "extension-asked", "extension-declined", "report-filed", "report-amended"];

    private static readonly HashSet<string> OfficeOnly = ["told-by-telephone", "report-read"];

    private static readonly HashSet<string> Filings = ["report-filed", "report-amended"];

    private static HistoryEntry Of(TrailEntry entry, string about, Zone zone, Drafters people)
    {
        var isSystem = entry.By == Actor.System.Id;
        // The program's own reasons are names of rules, not words for people.
        return new HistoryEntry(
            entry.Act, zone.LocalAt(entry.At), TitleOf(people, entry.By), isSystem, TitleOf(people, entry.For), isSystem ? null : entry.Why,
            [.. (entry.Facts ?? []).Where(f => f.About == about)]);
    }
}
