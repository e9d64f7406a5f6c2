using Directives.Register;
using Directives.Web.Cases;

namespace Directives.Web.Registers;

/// <summary>Puts together the story of a seat (R1, R3).</summary>
public sealed class SeatDesk(Installation installation)
{
    /// <summary>The story; null where there is no such seat.</summary>
    public async ValueTask<SeatStory?> ShowAsync(RegisterAsked asked, CaseViewer viewer, string id, CancellationToken cancel)
    {
        var look = await RegisterLook.OfAsync(installation, asked, viewer, cancel);
        if (look.Register.Seat(id) is not { } seat) return null;
        var ledger = new SeatLedger(installation);
        var owed = await ledger.OfAsync(await ledger.CyclesAsync(cancel), new HashSet<string>(StringComparer.Ordinal) { id }, cancel);
        var own = SeatLedger.OwnOf(look);
        var holder = look.Register.HolderOf(id, look.On);
        return new SeatStory
        {
            On = look.On,
            Today = look.Today,
            Problems = asked.Problems,
            Typed = asked.Typed,
            Seat = look.Seat(seat),
            Above = look.Above(seat.Place),
            Holder = RegisterLook.Person(holder),
            VacantSince = holder is null && look.Register.PlaceOf(seat.Place, look.On) is { } place ? Vacancy.Since(RegisterLook.PostsOf(look.Register)[id], place, look.On) : null,
            Held = look.Held(id),
            Owed = [.. owed.Select(o => ledger.Line(o, look, own))],
            Counts = ledger.Count(owed),
        };
    }
}
