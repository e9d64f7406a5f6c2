using System.Runtime.CompilerServices;
using Directives.Language;
using Directives.Register;

namespace Directives.Web.Office;

/// <summary>Finds places and officials by words, whose marks may be missing, and leads to what they owe.</summary>
public sealed class SearchDesk(Installation installation)
{
    /// <summary>As many as one looks at.</summary>
    public const int Most = 30;

    private const int LongestQuestion = 100;
    private const int MostSeats = 12;
    private const int MostCycles = 4;

    // Folded once for each register.
    private readonly ConditionalWeakTable<RegisterSnapshot, IReadOnlyList<Entry>> _entries = [];

    /// <summary>What was found for words as typed; nothing for none.</summary>
    public async ValueTask<SearchView> SearchAsync(string asked, CancellationToken cancel)
    {
        asked = asked.Length > LongestQuestion ? asked[..LongestQuestion] : asked;
        var folded = Folding.Fold(asked);
        var register = await installation.Registers.GetAsync(cancel);
        // What begins with the words comes first; the order of the register decides between equals.
        var found = _entries.GetValue(register, EntriesOf).Where(e => Folding.Finds(e.Folded, folded))
            .OrderByDescending(e => e.Folded.EndsWith(folded, StringComparison.Ordinal)).ToList();
        var seats = found.Take(Most).Select(e => (Entry: e, Seats: SeatsOf(e, register))).ToList();
        var owed = await OwedAsync([.. seats.SelectMany(s => s.Seats).Select(s => s.Id)], cancel);
        return new SearchView(asked, [.. seats.Select(s => RowOf(s.Entry, s.Seats, owed, register))], Math.Max(0, found.Count - Most));
    }

    private static List<Entry> EntriesOf(RegisterSnapshot register) =>
    [
        .. register.Content.Places.GroupBy(p => p.Code, StringComparer.Ordinal).Select(g => register.PlaceOf(g.Key)!)
            .Select(p => new Entry(Folding.Fold(p.Name), p, null)),
        .. register.Content.Officials.Select(o => new Entry($"{Folding.Fold(o.Title)} {Folding.Fold(o.TitleEn)}", null, o)),
    ];

    private List<Seat> SeatsOf(Entry entry, RegisterSnapshot register)
    {
        var today = Today();
        return entry switch
        {
            { Place: { } place } => [.. register.Content.Seats.Where(s => s.Place == place.Code).Take(MostSeats)],
            { Official: { } official } => [.. register.PostsOf(official.Id, today).Select(p => register.Seat(p.Seat)).OfType<Seat>().Take(MostSeats)],
            _ => [],
        };
    }

    private FoundRow RowOf(Entry entry, List<Seat> seats, ILookup<string, (CycleRow, string)> owed, RegisterSnapshot register)
    {
        var today = Today();
        var name = entry.Place is { } place ? new Bilingual(place.Name, place.Name) : entry.Official!.Titles();
        var above = entry.Place is { Parent: { } parent } ? register.PlaceOf(parent)?.Name : null;
        return new FoundRow(
            name,
            above is null ? null : new Bilingual(above, above),
            [.. seats.Select(s => new FoundSeat(register.PlaceOf(s.Place)?.Name ?? s.Place, s.Role, register.HolderOf(s.Id, today)?.Titles(), [.. owed[s.Id]]))]);
    }

    /// <summary>Where the seats stand in the newest cycles; one pass over each plan.</summary>
    private async ValueTask<ILookup<string, (CycleRow, string)>> OwedAsync(HashSet<string> seats, CancellationToken cancel)
    {
        var found = new List<(string Seat, (CycleRow, string) Owed)>();
        foreach (var row in (await installation.Cycles.ListAsync(cancel)).OrderByDescending(c => c.To).Take(MostCycles))
        {
            var shown = new CycleRow(row.Id, row.Edition.Directive, row.Cadence, row.From, row.To, row.State, SeatCounts.None);
            foreach (var sheet in (await installation.Cycles.FrozenAsync(row.Id, cancel)).Sheets)
            {
                found.AddRange(sheet.Seats.Where(s => seats.Contains(s.Seat))
                    .Select(s => (s.Seat, (shown, new SeatPath(row.Id, sheet.Area, sheet.Part, s.Seat).Address))));
            }
        }

        return found.ToLookup(f => f.Seat, f => f.Owed, StringComparer.Ordinal);
    }

    private DateOnly Today()
    {
        var now = installation.Parts.Clock.GetUtcNow();
        return installation.Parts.Rules.DayAt(now);
    }

    private sealed record Entry(string Folded, Place? Place, Official? Official);
}
