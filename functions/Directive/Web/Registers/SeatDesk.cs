using Directives.Access;
using Directives.Posts;
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
            VacantSince = holder is null ? VacancyRules.Of(look.Register, look.On).FirstOrDefault(v => v.Seat.Id == id)?.Since : null,
            TookOver = [.. look.Register.Content.SeatSuccessions.Where(s => s.To == id).Select(s => Passing(s.From, s, look))],
            PassedTo = [.. look.Register.Content.SeatSuccessions.Where(s => s.From == id).Select(s => Passing(s.To, s, look))],
            Held = look.Held(id),
            MayChange = (viewer.Roles & May.Do(Deed.KeepRegister)) != 0,
            Owed = [.. owed.Select(o => ledger.Line(o, look, own))],
            Counts = ledger.Count(owed),
        };
    }

    private static SeatPassing Passing(string other, SeatSuccession by, RegisterLook look) => new(look.Seat(look.Register.Seat(other)!), by.On, by.Decree);
}
