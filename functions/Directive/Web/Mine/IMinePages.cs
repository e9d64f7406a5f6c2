using Directives.Access;
using Directives.Web.History;
using Directives.Web.Office;

namespace Directives.Web.Mine;

/// <summary>What the page of whoever has signed in asks of the engine. What is whose is found out inside, never taken from the request.</summary>
public interface IMinePages
{
    /// <summary>The page.</summary>
    /// <param name="may">The roles that count in the session.</param>
    /// <param name="lacking">Those that would, if a second factor were shown.</param>
    ValueTask<MineView> ShowAsync(PersonSession person, Who may, Who lacking, CancellationToken cancel);

    /// <summary>Opens a report of an own post, or one that the person prepares; null where it is neither.</summary>
    ValueTask<PersonSession?> OpenAsync(PersonSession person, Who may, SeatPath path, CancellationToken cancel);

    /// <summary>The history of an own obligation, or of one that the person prepares for; null where it is neither.</summary>
    ValueTask<ThingHistory?> HistoryAsync(PersonSession person, Who may, SeatPath path, CancellationToken cancel);

    /// <summary>The parts of a report of an own place that are for it; null where there is none.</summary>
    ValueTask<SharedReport?> SharedAsync(PersonSession person, SeatPath path, CancellationToken cancel);

    /// <summary>The session in which the person acts for another; null where they may not.</summary>
    ValueTask<PersonSession?> ActForAsync(PersonSession person, string other, CancellationToken cancel);

    /// <summary>The session in which the person acts for themselves again.</summary>
    ValueTask<PersonSession> StopAsync(PersonSession person, CancellationToken cancel);
}
