using Directives.Chasing;
using Directives.Cycles;

namespace Directives.Web.History;

/// <summary>Puts together the history of one obligation for those whose it is. Whoever calls has judged that it is theirs.</summary>
public sealed class ThingHistories(Installation installation)
{
    /// <summary>The history; null where nothing is owed there.</summary>
    /// <param name="back">Path of the page that led here.</param>
    public async ValueTask<ThingHistory?> OfAsync(SheetRef sheet, string seat, string back, CancellationToken cancel)
    {
        if (await installation.Cycles.FindFrozenAsync(sheet.Cycle, cancel) is not { } cycle
            || await installation.Dossiers.RowAsync<Obligation>(sheet.Dossier, SheetRef.ObligationKey(seat), cancel) is not { } owed) return null;
        var register = await installation.Registers.GetAsync(cancel);
        return new ThingHistory(
            register.PlaceOf(owed.Place)?.Name ?? owed.Place, owed.Role, cycle.Cadence, cycle.From, cycle.To,
            await new HistoryReader(installation).OfOwnAsync(sheet, seat, cancel), back);
    }
}
