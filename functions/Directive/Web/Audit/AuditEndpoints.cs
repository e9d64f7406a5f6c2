using System.Globalization;
using System.Text;
using Directives.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Audit;

/// <summary>The auditors' pages: read only, and without contents.</summary>
public static class AuditEndpoints
{
    public const string Path = "/audit";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, OverviewAsync).Allow(Who.Auditor);
        site.MapGet($"{Path}/days/{{day}}", DayAsync).Allow(Who.Auditor);
        site.MapGet($"{Path}/chain", ChainAsync).Allow(Who.Auditor);
        site.MapGet($"{Path}/checkpoints/{{month}}", CheckpointAsync).Allow(Who.Auditor);
    }

    /// <summary>Path of a day's page.</summary>
    public static string AddressOf(DateOnly day) => $"{Path}/days/{day:yyyy-MM-dd}";

    /// <summary>Path of a chain's page.</summary>
    public static string AddressOf(string dossier) => $"{Path}/chain?dossier={Uri.EscapeDataString(dossier)}";

    private static async Task<IResult> OverviewAsync(HttpContext context, [FromServices] IAuditPages audit, CancellationToken cancel) =>
        Pages.Show<AuditPage, AuditView>(context, await audit.OverviewAsync(context.Request.Query["month"], cancel));

    private static async Task<IResult> DayAsync(HttpContext context, [FromServices] IAuditPages audit, string day, CancellationToken cancel) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Pages.Show<AuditDayPage, AuditDayView>(context, await audit.DayAsync(date, PageOf(context), cancel))
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> ChainAsync(HttpContext context, [FromServices] IAuditPages audit, CancellationToken cancel) =>
        await audit.ChainAsync(context.Request.Query["dossier"].ToString(), PageOf(context), cancel) is { } view
            ? Pages.Show<AuditChainPage, AuditChainView>(context, view)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static async Task<IResult> CheckpointAsync([FromServices] IAuditPages audit, string month, CancellationToken cancel) =>
        await audit.CheckpointAsync(month, cancel) is { } file
            ? Results.File(Encoding.UTF8.GetBytes(file.Write() + "\n"), "application/json", $"checkpoint-{file.Authority}-{file.Seal}.json")
            : Results.StatusCode(StatusCodes.Status404NotFound);

    private static int PageOf(HttpContext context) =>
        int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
}
