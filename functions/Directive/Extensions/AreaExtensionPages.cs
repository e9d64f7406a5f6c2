using Directives.Access;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Register;
using Directives.Reports;
using Directives.Tables;
using Directives.Web.Office;

namespace Directives.Extensions;

/// <summary>Answers the office's page of extensions from the tables.</summary>
public sealed class AreaExtensionPages(Installation installation) : IAreaExtensionPages
{
    // Sheets that are extended while somebody waits for the page.
    private const int MostAtOnce = 50;

    /// <inheritdoc/>
    public async ValueTask<AreaExtensionView?> ViewAsync(string cycle, string? done, CancellationToken cancel)
    {
        if (await installation.Cycles.FindAsync(cycle, cancel) is not { } found) return null;
        var register = await installation.Registers.GetAsync(cancel);
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in found.SheetRefs())
        {
            if (await Sheet.ReadAsync(installation.Dossiers, id, cancel) is not { } sheet) continue;
            foreach (var owed in sheet.Obligations) Count(owed, id.Area, register, open);
        }

        return new AreaExtensionView
        {
            Cycle = new CycleRow(found.Id, found.Edition.Directive, found.Cadence, found.From, found.To, found.State, SeatCounts.None),
            Places = [.. Tree(register, open)],
            Done = done is null ? null : await installation.Extensions.FindAsync(done, cancel) is { } extension && extension.Request.Cycle == cycle ? extension : null,
        };
    }

    /// <inheritdoc/>
    public Task<(RoundRefusal? Refusal, AreaExtensionPreview? Preview)> PreviewAsync(ExtensionRequest request, CancellationToken cancel) =>
        installation.Extender.PreviewAsync(request, cancel);

    /// <inheritdoc/>
    public async Task<RoundRefusal?> ConfirmAsync(string id, ExtensionRequest request, PersonSession by, CancellationToken cancel)
    {
        if (await installation.Extender.ConfirmAsync(id, request, by.Actor, cancel) is { } refusal) return refusal;
        if ((await installation.Extensions.FindAsync(id, cancel))?.Sheets.Count > MostAtOnce) return null;
        try
        {
            // Whoever confirmed wants to see it done; a larger one, or one that stops midway, is left to the engine.
            await installation.Extender.WakeAsync(cancel);
        }
        catch (VersionRaceException)
        {
            // The engine was first.
        }

        return null;
    }

    // Every place that has something of the cycle below it; seats' own places only where they have no other level above.
    private static void Count(Obligation owed, string area, RegisterSnapshot register, Dictionary<string, int> open)
    {
        var one = owed.State == ObligationState.Open ? 1 : 0;
        var codes = register.Ancestors(owed.Place).Select(p => p.Code).Append(area);
        if (owed.Role == SeatRole.InCharge) codes = codes.Append(owed.Place);
        foreach (var code in codes.Distinct(StringComparer.Ordinal)) open[code] = open.GetValueOrDefault(code) + one;
    }

    private static IEnumerable<ExtensionPlace> Tree(RegisterSnapshot register, Dictionary<string, int> open)
    {
        var stack = new Stack<(Place Place, int Depth)>(register.Roots.Reverse().Select(r => (r, 0)));
        while (stack.TryPop(out var top))
        {
            var known = open.TryGetValue(top.Place.Code, out var count);
            if (known) yield return new ExtensionPlace(top.Place.Code, top.Place.Name, top.Depth, count);
            foreach (var child in register.Children(top.Place.Code).Reverse()) stack.Push((child, known ? top.Depth + 1 : top.Depth));
        }
    }
}
