using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Directives.Web.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Directives.Cloud;

/// <summary>
/// Traces and metrics by OpenTelemetry, to Azure Monitor (<c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>), to a collector (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>), to
/// both or to neither. Requests are named by the site's own routes, never by addresses: those may hold keys.
/// </summary>
internal static class Telemetry
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var (monitor, collector) = (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"], configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        if (monitor is not { Length: > 0 } && collector is not { Length: > 0 }) return services;
        var telemetry = services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddRequests().AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddMeter(Signals.MeterName));
        if (monitor is { Length: > 0 }) telemetry.UseAzureMonitorExporter(o => (o.ConnectionString, o.Credential) = (monitor, Identity(configuration)));
        if (collector is { Length: > 0 }) telemetry.UseOtlpExporter();
        return services;
    }

    /// <summary>Where Azure Monitor takes nothing without one, as the platform's own setting says: the app's identity.</summary>
    internal static TokenCredential? Identity(IConfiguration configuration) =>
        configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] is { } text && text.Contains("Authorization=AAD", StringComparison.OrdinalIgnoreCase) ? new DefaultAzureCredential() : null;

    /// <summary>Traces of the site's requests.</summary>
    internal static TracerProviderBuilder AddRequests(this TracerProviderBuilder traces) =>
        traces.AddAspNetCoreInstrumentation(o => o.EnrichWithHttpRequest = static (activity, _) => Forget(activity));

    // The instrumentation notes the path; a letter's key stands in it.
    private static void Forget(System.Diagnostics.Activity activity)
    {
        activity.SetTag("url.path", null);
        activity.SetTag("url.query", null);
    }
}
