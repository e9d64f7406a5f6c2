using System.Text.Json;
using Directives.Access;
using Directives.Language;
using Directives.Web;
using Directives.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Reports;

/// <summary>The report as JSON, for whoever holds the link's key; refusals are problem documents (RFC 9457).</summary>
public static class ReportApi
{
    public static void Map(IEndpointRouteBuilder site) => site.MapPost("/api/reports/{key}", FileAsync)
        .Allow(Who.KeyHolder)
        // The key is in the address and no cookie is read, so no foreign page can file through a browser's session.
        .WithMetadata(NoFormToken.Instance, new RequestSizeLimitAttribute(ReportJson.MostBytes))
        .Describe<ReceiptJson>("report", "Files a report, or amends one; the same words again get the same receipt.", [400, 404, 409, 410, 413, 415, 422, 429], StatusCodes.Status201Created)
        .Takes<ReportBody>();

    private static async Task<IResult> FileAsync(
        HttpContext context, string key, ILinkPages links, IReportPages reports, CancellationToken cancel)
    {
        var texts = LanguageChoice.Of(context);
        var link = await links.LookAsync(key, cancel);
        if (link is { Session: { } former, Look: LinkRefused { Why: LinkRefusal.Over, Receipt: not null } over })
            return await RepeatedAsync(context, former, reports, cancel) ?? Refused(texts, over);
        var owed = link.Look as ReportOwed ?? (link.Look as ReportFiled)?.Amends;
        if (link.Session is not { } holder || owed is null) return Refused(texts, link.Look);
        if (!holder.MayFile) return Refused(texts, new LinkRefused(LinkRefusal.DraftOnly));
        if (!context.Request.HasJsonContentType()) return Problem(texts, 415, texts["api.content-type"]);
        if (await RequestBody.ReadAsync(context.Request, ReportJson.MostBytes, cancel) is not { } body)
            return Problem(texts, 413, texts["api.too-large", texts.Number(ReportJson.MostBytes)]);

        var (read, mistake) = Read(body);
        // In already: to replace it, a program names the version; else the same words get the same receipt.
        if (link.Look is ReportFiled filed && read is not ({ Amends: not null } or { Problems: [{ Field: ReportJson.Amends }, ..] }))
            return Repeated(filed, read) ?? Refused(texts, new LinkRefused(LinkRefusal.Over, filed.Receipt.Number));
        if (read is not { } reading) return Problem(texts, 400, mistake is null ? texts["api.not-text"] : NotJson(texts, body, mistake));
        var verdict = ReportRules.Check(reading.Form, owed.From, owed.To, owed.Today);
        IReadOnlyList<FieldProblem> problems = reading.Problems.Count > 0 ? reading.Problems : verdict.Problems;
        if (problems.Count > 0 || verdict.Content is not { } content) return Invalid(texts, problems);
        // Files come by the form only: whoever amends by a program keeps those that are there; recommendations that were filed keep theirs anyway.
        if (owed.LastVersion?.Attachments is { } files) content = content with { Attachments = files };
        return await reports.FileAsync(holder with { Use = LinkUse.Of(context) }, content, reading.Amends, cancel) switch
        {
            ReportFiled now => Created(now),
            var refused => Refused(texts, refused),
        };
    }

    /// <summary>What the body says; nothing where it is no JSON, or, without a mistake, where a string is not UTF-8 or half a surrogate pair.</summary>
    private static (ReportJsonReading? Reading, JsonException? Mistake) Read(byte[] body)
    {
        try
        {
            return (ReportJson.Read(body), null);
        }
        catch (JsonException mistake)
        {
            return (null, mistake);
        }
        catch (InvalidOperationException)
        {
            return (null, null);
        }
    }

    /// <summary>The answer to a filing was lost and it comes again: the same words get the same receipt, all else null.</summary>
    private static async Task<IResult?> RepeatedAsync(HttpContext context, LinkSession holder, IReportPages reports, CancellationToken cancel)
    {
        if (!holder.MayFile || !context.Request.HasJsonContentType() || await RequestBody.ReadAsync(context.Request, ReportJson.MostBytes, cancel) is not { } body) return null;
        return await reports.LookAsync(holder, cancel) is ReportFiled filed ? Repeated(filed, Read(body).Reading) : null;
    }

    private static IResult? Repeated(ReportFiled filed, ReportJsonReading? reading)
    {
        if (reading is not { Problems: [] }) return null;
        // Judged by the day on which it came in.
        var verdict = ReportRules.Check(reading.Form, filed.From, filed.To, DateOnly.FromDateTime(filed.Receipt.Received));
        return verdict.Content is { } content && content.Says(filed.Content.WithoutFiles()) ? Created(filed) : null;
    }

    private static IResult Created(ReportFiled filed) =>
        Results.Json(ReceiptJson.Of(filed.Receipt), SiteJson.Options, statusCode: StatusCodes.Status201Created);

    private static string NotJson(Texts texts, byte[] body, JsonException mistake)
    {
        if (mistake.LineNumber is not { } line) return texts["api.not-object"];
        var at = (int)(mistake.BytePositionInLine ?? 0);
        return IsTooDeep(body) ? texts["api.too-deep", ReportJson.MostLevels] : texts["api.not-json", line + 1, at + 1];
    }

    private static bool IsTooDeep(byte[] body)
    {
        // A reader without that limit: if it goes deeper before it fails, depth was the mistake.
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = ReportJson.MostLevels + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= ReportJson.MostLevels && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                    return true;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }

    private static IResult Invalid(Texts texts, IReadOnlyList<FieldProblem> problems) => ApiProblem.Of(
        StatusCodes.Status422UnprocessableEntity, texts["error.422.title"], texts["error.422.text"],
        problems.GroupBy(p => p.Field).ToDictionary(g => g.Key, g => g.Select(p => p.In(texts)).ToArray()));

    private static IResult Problem(Texts texts, int status, string detail) =>
        ApiProblem.Of(status, texts[$"error.{status}.title"], detail);

    private static IResult Refused(Texts texts, ReportLook look)
    {
        var refused = look as LinkRefused ?? new LinkRefused(LinkRefusal.Unknown);
        var detail = $"{texts[$"link.{refused.Why}.text"]} {texts["link.contact"]}";
        return ApiProblem.Of(LinkEndpoints.Status(refused.Why), texts[$"link.{refused.Why}.title"], detail, receipt: refused.Receipt);
    }
}
