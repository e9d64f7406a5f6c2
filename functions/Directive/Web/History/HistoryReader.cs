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

    /// <summary>Who can stand in a trail: officials, and who prepares reports.</summary>
    public async ValueTask<Drafters> PeopleAsync(CancellationToken cancel) =>
        new(await installation.Registers.GetAsync(cancel), await installation.Assistants.GetAsync(cancel));

    /// <summary>A person by title; null for one who is gone.</summary>
    public static Bilingual? TitleOf(Drafters people, string? id) =>
        id is not null && people.Find(id) is { } person ? new Bilingual(person.Title, person.TitleEn) : null;

    private static HistoryEntry Of(TrailEntry entry, string about, Zone zone, Drafters people)
    {
        var isSystem = entry.By == Actor.System.Id;
        // The program's own reasons are names of rules, not words for people.
        return new HistoryEntry(
            entry.Act, zone.LocalAt(entry.At), TitleOf(people, entry.By), isSystem, TitleOf(people, entry.For), isSystem ? null : entry.Why,
            [.. (entry.Facts ?? []).Where(f => f.About == about)]);
    }
}
