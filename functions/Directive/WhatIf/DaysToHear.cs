namespace Directives.WhatIf;

/// <summary>In how many days (calendar days) difficulties were heard of.</summary>
/// <param name="Median">The median over all of them, those never heard of counting as longer than any; null where it is one of those, or there are none.</param>
/// <param name="Max">The longest of those heard of; null where none was.</param>
/// <param name="Unheard">How many were not heard of within <see cref="Hearing.MonthsAfter"/> months after the span.</param>
/// <param name="Difficulties">How many arose.</param>
public sealed record DaysToHear(double? Median, int? Max, int Unheard, int Difficulties)
{
    /// <summary>Counts days, one per difficulty; null for one never heard of.</summary>
    public static DaysToHear Of(IEnumerable<int?> days)
    {
        var all = days.Select(d => d ?? int.MaxValue).Order().ToArray();
        var heard = Array.IndexOf(all, int.MaxValue) is var first and >= 0 ? first : all.Length;
        return new DaysToHear(MedianOf(all), heard == 0 ? null : all[heard - 1], all.Length - heard, all.Length);
    }

    private static double? MedianOf(int[] all)
    {
        if (all.Length == 0) return null;
        var (low, high) = (all[(all.Length - 1) / 2], all[all.Length / 2]);
        return high == int.MaxValue ? null : (low + (double)high) / 2;
    }
}
