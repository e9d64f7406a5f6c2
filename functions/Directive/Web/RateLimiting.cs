using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Directives.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Directives.Web;

/// <summary>Refuses with 429 who asks too often, by network and by key; the answer says when to come again. What a request says of its sender is not believed.</summary>
public static class RateLimiting
{
    /// <summary>Registers the limits; <see cref="RateLimits"/> holds the numbers.</summary>
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<RateLimits>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) => SayWhen(rejected);
        });
        services.AddOptions<RateLimiterOptions>().Configure<RateLimits>((options, limits) => options.GlobalLimiter = Limiter(limits));
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(RateLimits limits) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => Counts(context, limits)
            ? RateLimitPartition.GetTokenBucketLimiter(Origin.NetworkOf(context.Connection.RemoteIpAddress), _ => limits.Network.Bucket())
            : Free()),
        PartitionedRateLimiter.Create<HttpContext, string>(context => Counts(context, limits) && !HttpMethods.IsGet(context.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(Origin.NetworkOf(context.Connection.RemoteIpAddress), _ => limits.NetworkPosts.Bucket())
            : Free()),
        PartitionedRateLimiter.Create<HttpContext, string>(context => Counts(context, limits) && context.GetRouteValue("key") is string key
            ? RateLimitPartition.GetTokenBucketLimiter(Links.Hash(key), _ => limits.Key.Bucket())
            : Free()));

    private static bool Counts(HttpContext context, RateLimits limits) =>
        limits.LoopbackToo || context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address);

    private static RateLimitPartition<string> Free() => RateLimitPartition.GetNoLimiter("");

    private static ValueTask SayWhen(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
