using Azure.Core;
using Azure.Core.Pipeline;

namespace Directives.Tables;

/// <summary>How often a request was sent: after a second time nobody knows what the first one did.</summary>
internal sealed class AzureTries
{
    private static readonly string Property = typeof(AzureTries).FullName!;

    /// <summary>Stands behind the SDK's retries and tells whoever watches a request of each that is sent.</summary>
    public static HttpPipelinePolicy Policy { get; } = new Counting();

    /// <summary>Whether it was sent more than once.</summary>
    public bool Again { get; private set; }

    /// <summary>Watches the requests that are made until what is returned is disposed.</summary>
    public IDisposable Watch() => HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = this });

    private sealed class Counting : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.ProcessingContext.RetryNumber > 0 && message.TryGetProperty(Property, out var found) && found is AzureTries tries) tries.Again = true;
        }
    }
}
