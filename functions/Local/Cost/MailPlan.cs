namespace Directives.Local.Cost;

/// <summary>A plan of the mail provider: so many letters a month for one amount.</summary>
public sealed record MailPlan
{
    public required string Name { get; init; }

    /// <summary>Most letters a month.</summary>
    public required double Letters { get; init; }

    /// <summary>A month, in the list's currency.</summary>
    public required double Amount { get; init; }

    public required bool Confirmed { get; init; }

    /// <summary>Where the seller says it.</summary>
    public required string Source { get; init; }

    /// <summary>Where it was read, and what was assumed.</summary>
    public required string Note { get; init; }

    /// <summary>The cheapest plan that holds so many letters a month.</summary>
    /// <exception cref="CannotStartException">None does.</exception>
    public static MailPlan For(IEnumerable<MailPlan> plans, double letters) =>
        plans.Where(p => p.Letters >= letters).MinBy(p => p.Amount)
        ?? throw new CannotStartException(FormattableString.Invariant($"No mail plan holds {letters:0} letters a month: add one to mailPlans in the file of prices."));

    /// <summary>What is wrong with it; empty if nothing is.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!double.IsFinite(Amount) || Amount < 0) yield return $"mailPlans '{Name}': amount is {Amount}: write what a month costs, 0 or more.";
        if (!double.IsFinite(Letters) || Letters <= 0) yield return $"mailPlans '{Name}': letters is {Letters}: write how many letters a month it holds.";
    }
}
