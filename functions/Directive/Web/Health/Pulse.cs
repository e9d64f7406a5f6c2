using Directives.Dossiers;

namespace Directives.Web.Health;

/// <summary>Looks, after each sweep, how late the engine is, and tells it. Where it cannot, the sweep counts as none: the silence is heard.</summary>
public sealed class Pulse(Installation installation, Signals signals)
{
    /// <summary>A sweep has come to its end.</summary>
    public async Task AfterSweepAsync(CancellationToken cancel)
    {
        var (dossiers, clock) = (installation.Dossiers, installation.Parts.Clock);
        var due = await new DueLook(dossiers, installation.Due, clock).LatenessAsync(cancel);
        // An hour's acts are sealed once it is over.
        var unsealed = await installation.Grown.OldestDueAsync(cancel) is { } hour ? clock.GetUtcNow() - hour.AddHours(1) : TimeSpan.Zero;
        signals.Late(due, unsealed);
        signals.Swept();
    }
}
