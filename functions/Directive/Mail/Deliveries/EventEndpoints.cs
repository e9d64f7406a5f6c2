using System.Text.Json;
using Directives.Access;
using Directives.Language;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SendGrid.Helpers.EventWebhook;

namespace Directives.Mail.Deliveries;

/// <summary>The mail provider's signed events. Refusals are problem documents; neither answers nor logs hold anything that was sent.</summary>
public static class EventEndpoints
{
    public const string Path = "/mail/events";

    public static void Map(IEndpointRouteBuilder site) => site.MapPost(Path, HearAsync)
        .Allow(Who.MailProvider)
        // The signature counts here, no cookie is read.
        .WithMetadata(NoFormToken.Instance, new RequestSizeLimitAttribute(EventGate.MostBytes));

    private static async Task<IResult> HearAsync(HttpContext context, CancellationToken cancel)
    {
        var texts = LanguageChoice.Of(context);

        // Without a key there is nobody whose word could be believed.
        if (context.RequestServices.GetService<EventGate>() is not { } gate || context.RequestServices.GetService<DeliveryDesk>() is not { } desk)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        if (await RequestBody.ReadAsync(context.Request, EventGate.MostBytes, cancel) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var signature = context.Request.Headers[RequestValidator.SIGNATURE_HEADER].ToString();
        var timestamp = context.Request.Headers[RequestValidator.TIMESTAMP_HEADER].ToString();
        if (await gate.JudgeAsync(signature, timestamp, body, cancel) is { } refusal) return Refused(texts, refusal);
        IReadOnlyList<DeliveryEvent> events;
        int others;
        try
        {
            (events, others) = EventReader.Read(body);
        }
        catch (JsonException)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, texts["error.400.title"], texts["mail-event.no-json"]);
        }

        var heard = await desk.HearAsync(events, cancel);
        await gate.RememberAsync(timestamp, body, cancel);
        if (heard.Unknown > 0)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(EventEndpoints).FullName!)
                .LogInformation("{Count} events were about letters that are not ours.", heard.Unknown);
        }

        return Results.Json(new { changed = heard.Changed, unknown = heard.Unknown, others }, SiteJson.Options);
    }

    private static IResult Refused(Texts texts, EventRefusal refusal)
    {
        var status = refusal switch
        {
            EventRefusal.NotSigned => StatusCodes.Status401Unauthorized,
            EventRefusal.Replayed => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status403Forbidden,
        };
        return ApiProblem.Of(status, texts["mail-event.title"], texts[$"mail-event.{refusal}"]);
    }
}
