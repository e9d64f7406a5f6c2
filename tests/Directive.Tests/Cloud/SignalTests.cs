using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Net;
using Azure.Identity;
using Directives.Alarms;
using Directives.Cloud;
using Directives.Mail;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Mail;
using Directives.Web.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Directives.Tests.Cloud;

/// <summary>What the app tells whoever watches it: how late it is after each sweep, and whether letters leave.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly Signals _signals = new();
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value)> _told = new();

    public SignalTests()
    {
        _listener.SetMeasurementEventCallback<long>((i, value, _, _) => _told.Enqueue((i.Name, value)));
        _listener.SetMeasurementEventCallback<double>((i, value, _, _) => _told.Enqueue((i.Name, value)));
        // Other tests tell theirs at the same time.
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, _signals.Meter)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _signals.Dispose();
    }

    [Fact]
    public async Task After_a_sweep_it_is_told_how_late_everything_is()
    {
        var clock = new MovableClock(SmallProvince.Begin);
        using var it = await SmallProvince.BegunAsync(new MemoryTables(), clock, new RememberingTransport());
        await Timers.OpenDueCyclesAsync(it, new Forgetful(), default);
        await it.Watch.TickAsync();
        await SweepAsync(it);
        Assert.Equal((1, 0, 0), (Last(Signals.Sweeps), Last(Signals.OldestDueMinutes), Last(Signals.UnsealedMinutes)));

        // Nobody wakes anything, and nobody seals: the first letters were due on the 28th, the acts of the first hour were to be sealed an hour after it began.
        clock.MoveTo(new DateTimeOffset(SmallProvince.Days[0], new TimeOnly(12, 0), TimeSpan.Zero));
        await SweepAsync(it);
        Assert.True(Last(Signals.OldestDueMinutes) > Readiness.TooLate.TotalMinutes, $"{Last(Signals.OldestDueMinutes)}");
        Assert.Equal((clock.GetUtcNow() - SmallProvince.Begin.AddHours(1)).TotalMinutes, Last(Signals.UnsealedMinutes));

        await it.SealKeeper.LookAsync(default);
        await SweepAsync(it);
        Assert.Equal(0, Last(Signals.UnsealedMinutes));
    }

    [Fact]
    public void A_letter_that_fails_for_itself_is_told_apart_from_a_provider_that_takes_none()
    {
        _signals.Failed(new MailRefusedException(MailCodes.Address));
        _signals.Failed(new MailDeferredException(MailScope.Letter, MailCodes.Reader));
        _signals.Failed(new MailUnknownException());
        _signals.Failed(new MailDeferredException(MailScope.Provider, MailCodes.Server, 503));
        _signals.Failed(new MailDeferredException(MailScope.Account, MailCodes.Login, 401));
        Assert.Equal((3, 2), (_told.Count(t => t.Name == Signals.LettersFailed), _told.Count(t => t.Name == Signals.MailDown)));
    }

    [Fact]
    public void The_app_sends_them_where_it_sends_its_metrics()
    {
        var sent = new Sent();
        var services = new ServiceCollection();
        services.AddTelemetry(new ConfigurationManager { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9" });
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddReader(new BaseExportingMetricReader(sent)));
        using var provider = services.BuildServiceProvider();
        var metrics = provider.GetRequiredService<MeterProvider>();
        _signals.Swept();
        _signals.Late(TimeSpan.FromMinutes(50), TimeSpan.Zero);
        _signals.Failed(new MailUnknownException());
        _signals.Failed(new MailDeferredException(MailScope.Provider, MailCodes.Busy));
        metrics.ForceFlush(10_000);
        Assert.Equal(
            [Signals.OldestDueMinutes, Signals.MailDown, Signals.LettersFailed, Signals.Sweeps, Signals.UnsealedMinutes],
            sent.Names.Distinct().Where(n => n.StartsWith("directive.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Azure_Monitor_hears_them_by_the_names_and_numbers_that_the_alerts_ask_for()
    {
        // What the exporter tells its maker of itself is nobody's business here.
        Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true");
        var heard = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var monitor = builder.Build();
        monitor.MapPost("{*path}", async (HttpRequest request) =>
        {
            await using var body = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
            using var reader = new StreamReader(body);
            foreach (var line in (await reader.ReadToEndAsync()).Split('\n')) heard.Enqueue(line);
            return Results.Json(new { itemsReceived = 1, itemsAccepted = 1, errors = Array.Empty<string>() });
        });
        await monitor.StartAsync();
        var services = new ServiceCollection();
        services.AddTelemetry(new ConfigurationManager { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={monitor.Urls.Single()}/" });
        await using (var provider = services.BuildServiceProvider())
        {
            var metrics = provider.GetRequiredService<MeterProvider>();
            _signals.Late(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(61));
            _signals.Swept();
            metrics.ForceFlush(20_000);
        }

        Assert.Contains(heard, line => line.Contains($"\"name\":\"{Signals.OldestDueMinutes}\"", StringComparison.Ordinal) && line.Contains("\"value\":50", StringComparison.Ordinal));
        Assert.Contains(heard, line => line.Contains($"\"name\":\"{Signals.UnsealedMinutes}\"", StringComparison.Ordinal) && line.Contains("\"value\":61", StringComparison.Ordinal));
        Assert.Contains(heard, line => line.Contains($"\"name\":\"{Signals.Sweeps}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_Azure_Monitor_takes_nothing_without_one_the_app_signs_in_with_its_identity()
    {
        Assert.Null(Telemetry.Identity(new ConfigurationManager()));
        Assert.IsType<DefaultAzureCredential>(Telemetry.Identity(new ConfigurationManager { ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "Authorization=AAD" }));
    }

    private Task SweepAsync(Installation it) => Timers.SweepAsync(it, new Forgetful(), new Pulse(it, _signals), default);

    private double Last(string name) => _told.Last(t => t.Name == name).Value;

    /// <summary>An alarm clock that never rings.</summary>
    private sealed class Forgetful : IAlarmClock
    {
        public Task<AlarmState> StateAsync(AlarmName alarm, CancellationToken cancel) => Task.FromResult(AlarmState.Missing);

        public Task SetAsync(AlarmName alarm, CancellationToken cancel) => Task.CompletedTask;

        public Task RingAsync(AlarmName alarm, CancellationToken cancel) => Task.CompletedTask;
    }

    private sealed class Sent : BaseExporter<Metric>
    {
        public ConcurrentQueue<string> Names { get; } = new();

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch) Names.Enqueue(metric.Name);
            return ExportResult.Success;
        }
    }
}
