namespace Directives.Local.Cost;

/// <summary>How the Flex Consumption plan counts the seconds in which an instance works.</summary>
public sealed record FlexBilling
{
    /// <summary>Shortest time that is billed, in seconds.</summary>
    public required double MinimumSeconds { get; init; }

    /// <summary>Beyond it, time is rounded up to these, in seconds.</summary>
    public required double StepSeconds { get; init; }

    /// <summary>Megabytes of a gigabyte, as memory is billed.</summary>
    public required double MegabytesInGigabyte { get; init; }

    public required bool Confirmed { get; init; }

    /// <summary>Where the seller says it.</summary>
    public required string Source { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Note { get; init; }

    /// <summary>Seconds billed for one run.</summary>
    /// <param name="seconds">How long it works.</param>
    public double Seconds(double seconds)
    {
        // What floating point leaves over is no further step.
        var steps = Math.Ceiling(Math.Round(seconds / StepSeconds, 6));
        return Math.Max(MinimumSeconds, steps * StepSeconds);
    }

    /// <summary>GB-s of billed seconds.</summary>
    /// <param name="megabytes">Memory of the instance.</param>
    public double GbSeconds(double seconds, double megabytes) => seconds * megabytes / MegabytesInGigabyte;

    /// <summary>What is wrong with it; empty if nothing is.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!(MinimumSeconds >= 0)) yield return $"flex.minimumSeconds is {MinimumSeconds}: write 0 or more.";
        if (!(StepSeconds > 0)) yield return $"flex.stepSeconds is {StepSeconds}: write more than 0.";
        if (!(MegabytesInGigabyte > 0)) yield return $"flex.megabytesInGigabyte is {MegabytesInGigabyte}: write more than 0.";
    }
}
