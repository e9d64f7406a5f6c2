using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Directives.Cloud;

/// <summary>Runs the site's pipeline behind a trigger; the same as under Kestrel.</summary>
public sealed partial class SiteRunner(IServiceProvider services, ILogger<SiteRunner> log)
{
    private readonly Lazy<RequestDelegate> _site = new(() => new ApplicationBuilder(services).UseDirective().Build());

    /// <summary>Answers a request.</summary>
    public async Task RunAsync(HttpContext context)
    {
        try
        {
            await _site.Value(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            // What leaves a trigger would be a bare answer without a word.
            Failed(log, e);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await ErrorPages.WriteAsync(context);
        }
    }

    [LoggerMessage(LogLevel.Error, "A request failed outside the site's own handling of errors.")]
    private static partial void Failed(ILogger log, Exception e);
}
