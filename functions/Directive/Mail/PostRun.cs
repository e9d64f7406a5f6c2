using Directives.Dossiers;

namespace Directives.Mail;

/// <summary>Head of the dossier in which the postman keeps his forecast and asks the office.</summary>
public sealed record PostHead : Head
{
    /// <summary>The local working day the forecast is for.</summary>
    public DateOnly? ForecastDay { get; init; }

    /// <summary>Letters with rungs expected on that day at most.</summary>
    public int Forecast { get; init; }

    /// <summary>A run that was stopped and waits for the office.</summary>
    public HeldRun? Held { get; init; }

    /// <summary>The local day on which the office let everything go.</summary>
    public DateOnly? Released { get; init; }
}

/// <summary>A run that was about to send more than twice its own forecast.</summary>
/// <param name="Day">Local day.</param>
/// <param name="Letters">Letters it would have sent.</param>
/// <param name="Forecast">What was expected.</param>
public sealed record HeldRun(DateOnly Day, int Letters, int Forecast);

/// <summary>Whether a run may go on; pure.</summary>
public static class PostRun
{
    /// <summary>So many letters may always go, whatever the forecast.</summary>
    public const int Floor = 20;

    /// <summary>What is held, or null to go on.</summary>
    public static HeldRun? Holds(PostHead head, int letters, DateOnly today)
    {
        if (head.Released == today) return null;
        var forecast = head.ForecastDay == today ? head.Forecast : 0;
        return letters > Math.Max(2 * forecast, Floor) ? new HeldRun(today, letters, forecast) : null;
    }
}
