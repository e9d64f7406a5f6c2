using Directives.Access;
using Directives.Web;
using Directives.Web.History;
using Directives.Web.Office;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Directives.Reports;

/// <summary>Files and versions of reports, for their link holder and the office. A file is only ever saved, never shown in the page's place.</summary>
public static class AttachmentEndpoints
{
    /// <summary>Path below which a link holder finds the files of their report.</summary>
    public const string Path = "/report/files";

    /// <summary>The versions of a link holder's report.</summary>
    public const string VersionsPath = "/report/versions";

    /// <summary>The history of a link holder's report.</summary>
    public const string HistoryPath = "/report/history";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet($"{Path}/{{hash}}", OwnFileAsync).Allow(Who.LinkHolder);
        site.MapGet(VersionsPath, VersionsAsync).Allow(Who.LinkHolder);
        site.MapGet(HistoryPath, HistoryAsync).Allow(Who.LinkHolder);
        site.MapGet("/office/cycles/{cycle}/{area}/{part:int}/{seat}/files/{hash}", FileAsync).Allow(Who.Office);
    }

    private static async Task<IResult> OwnFileAsync(HttpContext context, IReportReading reading, string hash, CancellationToken cancel) =>
        FileAnswer.Send(context, await reading.OpenAsync(Session.Admitted<LinkSession>(context), hash, cancel));

    private static async Task<IResult> FileAsync(
        HttpContext context, IReportReading reading, [AsParameters] SeatPath path, string hash, CancellationToken cancel) =>
        FileAnswer.Send(context, await reading.OpenAsync(path, hash, cancel));

    private static async Task<IResult> VersionsAsync(HttpContext context, IReportReading reading, CancellationToken cancel)
    {
        if (await reading.VersionsAsync(Session.Admitted<LinkSession>(context), cancel) is not { } all) return Results.StatusCode(StatusCodes.Status404NotFound);
        var newer = Chosen("to") ?? (all.Versions.Count > 0 ? all.Versions[0] : null);
        var older = Chosen("from") ?? all.Versions.FirstOrDefault(v => v.Number < newer?.Number);
        if (older?.Number == newer?.Number) older = null;
        if (older?.Number > newer?.Number) (older, newer) = (newer, older);
        return Pages.Show<VersionsPage, VersionsView>(context, new VersionsView(all, older, newer));

        ReportVersion? Chosen(string name) =>
            int.TryParse(context.Request.Query[name], out var number) ? all.Versions.FirstOrDefault(v => v.Number == number) : null;
    }

    private static async Task<IResult> HistoryAsync(HttpContext context, IReportReading reading, CancellationToken cancel) =>
        await reading.HistoryAsync(Session.Admitted<LinkSession>(context), cancel) is { } history
            ? Pages.Show<ThingHistoryPage, ThingHistory>(context, history)
            : Results.StatusCode(StatusCodes.Status404NotFound);
}
