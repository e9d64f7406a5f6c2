using Directives.Dossiers;

namespace Directives.Web.Health;

/// <summary>What was found.</summary>
/// <param name="Tables"><c>ok</c>, or <c>unreachable</c>.</param>
/// <param name="Mail"><c>ok</c>, <c>refused</c> where the provider refuses the account, or <c>unknown</c> where the tables cannot say.</param>
/// <param name="MinutesLate">Whole minutes for which the oldest due dossier has waited; null where the tables cannot say.</param>
public sealed record ReadinessFound(bool Ready, string Tables, string Mail, int? MinutesLate);

/// <summary>Whether the installation does its work: the tables answer, the mail account is in order, nothing due waits too long.</summary>
public sealed class Readiness(Installation installation)
{
    /// <summary>An engine that is restarted, or whose every alarm was lost, has caught up by then.</summary>
    public static readonly TimeSpan TooLate = TimeSpan.FromMinutes(45);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Looks once.</summary>
    public async Task<ReadinessFound> LookAsync(CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            var mail = await installation.Faults.AccountAsync(limit.Token) is null ? "ok" : "refused";
            var late = await new DueLook(installation.Dossiers, installation.Due, installation.Parts.Clock).LatenessAsync(limit.Token);
            return new ReadinessFound(mail == "ok" && late < TooLate, "ok", mail, (int)late.TotalMinutes);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is not OutOfMemoryException)
        {
            // Whatever it was: without tables nothing works.
            return new ReadinessFound(false, "unreachable", "unknown", null);
        }
    }
}
