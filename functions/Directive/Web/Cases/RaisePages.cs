using Directives.Access;
using Directives.Attachments;
using Directives.Recommendations;

namespace Directives.Web.Cases;

/// <summary>Raises recommendations over the register and the tables.</summary>
public sealed class RaisePages(Installation installation) : IRaisePages
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RaisePlace>> PlacesAsync(CaseViewer viewer, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var today = installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());
        var own = new Own(register, await installation.Assistants.GetAsync(cancel), viewer.Whom, today);
        var (places, known) = (new List<RaisePlace>(), new HashSet<string>(StringComparer.Ordinal));
        // The seats furthest down first: of two above a place the nearer answers for it.
        foreach (var seat in own.Seats.OrderByDescending(s => register.Ancestors(s.Place, today).Count))
        {
            var next = new Stack<string>([seat.Place]);
            while (next.TryPop(out var code))
            {
                if (register.PlaceOf(code, today) is null || !known.Add(code)) continue;
                places.Add(new RaisePlace(code, CaseLook.PlaceName(register, code, today), seat.Id));
                foreach (var below in register.Children(code).Reverse()) next.Push(below.Code);
            }
        }

        return places;
    }

    /// <inheritdoc/>
    public Task<Attachment> TakeAsync(string name, Stream content, CancellationToken cancel) => installation.Intake.TakeAsync(name, content, cancel);

    /// <inheritdoc/>
    public Task RaiseAsync(CaseViewer viewer, string id, Raised raised, CancellationToken cancel) => installation.CaseDesk.RaiseAsync(id, viewer.Actor, raised, cancel);
}
