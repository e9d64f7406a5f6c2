using Directives.Access;
using Directives.Reports;
using Directives.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Assistants;

/// <summary>The people around an official: who assists, and the word from who prepares that a report is ready to be filed.</summary>
public static class AssistantEndpoints
{
    /// <summary>The page of the official's assistant.</summary>
    public const string Path = $"{ReportEndpoints.Path}/assistant";

    /// <summary>Removes the assistant.</summary>
    public const string RemovePath = $"{Path}/remove";

    /// <summary>Asks the official to file.</summary>
    public const string ReadyPath = $"{ReportEndpoints.Path}/ready";

    public const string TitleField = "assistant-title";
    public const string AddressField = "assistant-address";
    public const string LanguageField = "assistant-language";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(Who.LinkHolder);
        site.MapPost(Path, NameAsync).Allow(Who.LinkHolder);
        site.MapPost(RemovePath, RemoveAsync).Allow(Who.LinkHolder);
        site.MapPost(ReadyPath, ReadyAsync).Allow(Who.LinkHolder);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IReportPages reports, IAssistantPages pages, CancellationToken cancel)
    {
        var holder = Session.Admitted<LinkSession>(context);
        if (await RefusedAsync(reports, holder, cancel) is { } refused) return LinkEndpoints.Refuse(context, refused);
        var now = await pages.FindAsync(holder, cancel);
        var done = (string?)context.Request.Query["done"] switch { "named" => "assistant.done.named", "removed" => "assistant.done.removed", _ => null };
        return Show(context, new AssistantView(now, new(now?.Title ?? "", now?.Address ?? "", now?.Language ?? "vi"), [], done));
    }

    private static async Task<IResult> NameAsync(HttpContext context, IReportPages reports, IAssistantPages pages, CancellationToken cancel)
    {
        var holder = Session.Admitted<LinkSession>(context);
        if (await RefusedAsync(reports, holder, cancel) is { } refused) return LinkEndpoints.Refuse(context, refused);
        var form = await context.Request.ReadFormAsync(cancel);
        var typed = new AssistantNaming(One(form, TitleField), One(form, AddressField), One(form, LanguageField));
        if (await pages.NameAsync(holder, typed, cancel) is not { } refusal) return Pages.SeeOther(context, $"{Path}?done=named");
        return Show(
            context, new AssistantView(await pages.FindAsync(holder, cancel), typed, Problems(refusal, typed)), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, IReportPages reports, IAssistantPages pages, CancellationToken cancel)
    {
        var holder = Session.Admitted<LinkSession>(context);
        if (await RefusedAsync(reports, holder, cancel) is { } refused) return LinkEndpoints.Refuse(context, refused);
        await pages.RemoveAsync(holder, cancel);
        return Pages.SeeOther(context, $"{Path}?done=removed");
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, IReportPages reports, IAssistantPages pages, CancellationToken cancel)
    {
        var holder = Session.Admitted<LinkSession>(context);
        if (await reports.LookAsync(holder, cancel) is LinkRefused refused) return LinkEndpoints.Refuse(context, refused);
        // The official needs nobody's word to file; whatever came of it, the report's page says how it stands.
        if (!holder.MayFile) await pages.AskToFileAsync(holder, cancel);
        return Pages.SeeOther(context, ReportEndpoints.Path);
    }

    /// <summary>Why not: the link is dead, or it only prepares.</summary>
    private static async ValueTask<LinkRefused?> RefusedAsync(IReportPages reports, LinkSession holder, CancellationToken cancel) =>
        await reports.LookAsync(holder, cancel) as LinkRefused ?? (holder.MayFile ? null : new LinkRefused(LinkRefusal.DraftOnly));

    // What the engine refused, and whatever else is wrong, each at its field.
    private static IReadOnlyList<FieldProblem> Problems(AssistantRefusal refusal, AssistantNaming typed) =>
        [.. AssistantRules.All(typed.Title.Trim(), typed.Address.Trim(), typed.Language).Prepend(refusal).Select(Problem).DistinctBy(p => p.Field)];

    private static FieldProblem Problem(AssistantRefusal refusal)
    {
        var field = refusal switch
        {
            AssistantRefusal.NotAnAddress or AssistantRefusal.KnownAddress => AddressField,
            AssistantRefusal.NotALanguage => LanguageField,
            _ => TitleField,
        };
        return refusal switch
        {
            AssistantRefusal.TitleTooLong => new FieldProblem(field, $"assistant.problem.{refusal}", AssistantRules.LongestTitle),
            AssistantRefusal.TooOften => new FieldProblem(field, $"assistant.problem.{refusal}", AssistantRules.MostOnDay),
            _ => new FieldProblem(field, $"assistant.problem.{refusal}"),
        };
    }

    private static string One(IFormCollection form, string name) => form[name].FirstOrDefault() ?? "";

    private static IResult Show(HttpContext context, AssistantView view, int status = StatusCodes.Status200OK) =>
        Pages.Show<AssistantPage, AssistantView>(context, view, status);
}
