using Directives.Dossiers;

namespace Directives.Web.Health;

/// <summary>Looks, after each sweep, how late the engine is, and tells it. What cannot be looked at is told by the silence.</summary>
public sealed class Pulse(Installation installation, Signals signals)
{
    /// <summary>A sweep has come to its end.</summary>
    public async Task AfterSweepAsync(CancellationToken cancel)
    {
        signals.Swept();
        var (dossiers, clock) = (installation.Dossiers, installation.Parts.Clock);
        var due = await new DueLook(dossiers, installation.Due, clock).LatenessAsync(cancel);
        // An hour's acts are sealed once it is over.
        var unsealed = await installation.Grown.OldestDueAsync(cancel) is { } hour ? clock.GetUtcNow() - hour.AddHours(1) : TimeSpan.Zero;
        signals.Late(due, unsealed);
    }
}
