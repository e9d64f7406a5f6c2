using System.Threading.RateLimiting;

namespace Directives.Web;

/// <summary>
/// How often one network, and whoever holds one key, may ask. A whole office stands behind one address: fifty people who work quickly stay below. This machine's own
/// address is not counted, unless it is said.
/// </summary>
public sealed class RateLimits
{
    /// <summary>Requests of one network.</summary>
    public RateLimit Network { get; set; } = new(2000, 40);

    /// <summary>Those of them that may change something.</summary>
    public RateLimit NetworkPosts { get; set; } = new(400, 8);

    /// <summary>Requests with the same personal key.</summary>
    public RateLimit Key { get; set; } = new(60, 1);

    /// <summary>Whether this machine's own address counts like any other.</summary>
    public bool LoopbackToo { get; set; }
}

/// <summary>So many at once, and then so many a second.</summary>
public sealed record RateLimit(int AtOnce, int PerSecond)
{
    /// <summary>As a bucket of tokens.</summary>
    internal TokenBucketRateLimiterOptions Bucket() => new()
    {
        TokenLimit = AtOnce,
        TokensPerPeriod = PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
