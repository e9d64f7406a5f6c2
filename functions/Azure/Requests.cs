using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Directives.Cloud;

/// <summary>
/// The HTTP triggers: some by name, for telemetry and for whoever looks at the app, and one for all the rest; behind each stands the whole site. The host
/// matches routes in the order of the functions' names, so the last must sort last.
/// </summary>
public sealed class Requests(SiteRunner site, AlarmLine line)
{
    [Function(nameof(SubmitReport))]
    public Task<IActionResult> SubmitReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reports/{key}")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function(nameof(MailEvents))]
    public Task<IActionResult> MailEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail/events")] HttpRequest request, [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    [Function(nameof(Health))]
    public Task<IActionResult> Health(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{probe:regex(^(healthz|readyz)$)}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        AnswerAsync(request, client);

    [Function(nameof(Web))]
    public Task<IActionResult> Web(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "delete", "patch", "options", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => AnswerAsync(request, client);

    private async Task<IActionResult> AnswerAsync(HttpRequest request, DurableTaskClient client)
    {
        line.Use(client);
        await site.RunAsync(request.HttpContext);
        return new EmptyResult();
    }
}
