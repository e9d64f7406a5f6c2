using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;

namespace Directives.Tests.Cloud;

/// <summary>Keeps the traces of requests that have ended.</summary>
internal sealed class EndedTraces : BaseProcessor<Activity>
{
    public ConcurrentQueue<Activity> Ended { get; } = new();

    public override void OnEnd(Activity data) => Ended.Enqueue(data);
}
