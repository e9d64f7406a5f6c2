using Azure.Data.Tables;

namespace Directives.Tables;

/// <summary>A partition and a range of its keys, as the service's filter says it.</summary>
internal static class AzureFilter
{
    /// <summary>The filter, or null where no key can be in the range.</summary>
    public static string? Of(string partition, KeyRange range)
    {
        if (!partition.All(TableLimits.AllowsInKey) || string.CompareOrdinal(range.From ?? "", range.To) >= 0) return null;
        // Bounds may hold what no key holds, and what a filter should not be asked to: they are moved to the next key that there could be.
        if (Next(range.From ?? "") is not { } from) return null;
        var to = Next(range.To);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        if (from.Length > 0) filter += TableClient.CreateQueryFilter($" and RowKey ge {from}");
        if (to is not null) filter += TableClient.CreateQueryFilter($" and RowKey lt {to}");
        return filter;
    }

    /// <summary>The smallest text that only holds what keys may hold and is not before the bound; null where there is none.</summary>
    internal static string? Next(string bound)
    {
        for (var i = 0; i < bound.Length; i++)
        {
            if (!TableLimits.AllowsInKey(bound[i])) return Raised(bound, i);
        }

        return bound;
    }

    // The character at this place becomes the next that is allowed; where there is none, the one before it is raised.
    private static string? Raised(string bound, int at)
    {
        for (; at >= 0; at--)
        {
            for (var c = bound[at] + 1; c <= char.MaxValue; c++)
            {
                if (TableLimits.AllowsInKey((char)c)) return string.Concat(bound.AsSpan(0, at), [(char)c]);
            }
        }

        return null;
    }
}
