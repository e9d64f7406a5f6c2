using Directives.Access;
using Directives.Language;
using Directives.Web;
using Microsoft.AspNetCore.Http;

namespace Directives.Reports;

/// <summary>The pages with which the form of a report is answered.</summary>
internal static class FormAnswers
{
    /// <summary>The form.</summary>
    public static IResult Form(HttpContext context, ReportFormView view, int status)
    {
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyWithScript;
        if (view is { Owed.Amends: null, MayFile: true }) view = view with { ExtensionAddress = ExtensionEndpoints.Path };
        return Pages.Show<ReportPage, ReportFormView>(context, view, status);
    }

    /// <summary>What was typed, where it can be neither filed nor kept.</summary>
    public static IResult Typed(HttpContext context, ReportSubmission sent, string title, Func<Texts, string> why, int status, bool again = false) =>
        Pages.Show<TypedPage, TypedView>(context, new TypedView(title, why, sent) { CanSendAgain = again }, status);

    /// <summary>The same, where the link opens nothing any more.</summary>
    public static IResult Typed(HttpContext context, ReportSubmission sent, LinkRefused refused) =>
        Typed(context, sent, $"link.{refused.Why}.title", t => $"{t[$"link.{refused.Why}.text"]} {t["link.contact"]}", LinkEndpoints.Status(refused.Why));

    /// <summary>The session ended while somebody typed, or another began in this browser: shows what was typed, to be sent again.</summary>
    public static async Task EndedAsync(HttpContext context)
    {
        // Files of somebody without a session are not taken in.
        if (!context.Request.HasFormContentType || context.Request.ContentLength is null or > FormLimits.Bytes) return;
        try
        {
            var sent = ReportSubmission.Read(await context.Request.ReadFormAsync(context.RequestAborted));
            await Typed(context, sent, "form.ended.title", t => t["form.ended.text"], StatusCodes.Status403Forbidden, again: true).ExecuteAsync(context);
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException)
        {
            // Not even a form: the bare refusal.
        }
    }
}
