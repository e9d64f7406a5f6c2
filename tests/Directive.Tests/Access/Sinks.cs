using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Directives.Tests.Access;

/// <summary>
/// Every sink of telemetry of this process beside its logs: what activities and instruments say. The client's own side is left out: it is the test's browser, which
/// must know where it goes.
/// </summary>
internal sealed class Sinks : IDisposable
{
    private const string Client = "System.Net";
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Sinks()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => !source.Name.StartsWith(Client, StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (!instrument.Meter.Name.StartsWith(Client, StringComparison.Ordinal)) listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((i, _, tags, _) => Hear(i, tags));
        _meters.SetMeasurementEventCallback<int>((i, _, tags, _) => Hear(i, tags));
        _meters.SetMeasurementEventCallback<double>((i, _, tags, _) => Hear(i, tags));
        _meters.Start();
    }

    /// <summary>All that was said, one line each.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    public int Activities { get; private set; }

    public int Measurements { get; private set; }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Hear(Activity activity)
    {
        Activities++;
        var said = activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags)).Select(t => $"{t.Key}={t.Value}").Concat(activity.Baggage.Select(b => $"{b.Key}={b.Value}"));
        Lines.Enqueue($"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', said)}");
    }

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Measurements++;
        var line = instrument.Name;
        foreach (var tag in tags) line += $" {tag.Key}={tag.Value}";
        Lines.Enqueue(line);
    }
}
