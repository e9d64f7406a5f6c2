using Directives.Access;
using Directives.Web.Admin;
using Directives.Web.Office;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Directives.Web.Rules;

/// <summary>The page that tries editions beside the present ones (R2); it changes nothing.</summary>
public static class WhatIfEndpoints
{
    public const string Path = "/rules/what-if";

    /// <summary>Where its chart is drawn.</summary>
    public const string ChartPath = $"{Path}/chart.svg";

    /// <summary>Where an administrator gets the form that proposes a candidate.</summary>
    public const string ProposePath = $"{Path}/propose";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet(Path, ShowAsync).Allow(May.Do(Deed.TryRules));
        site.MapPost(Path, CompareAsync).Allow(May.Do(Deed.TryRules));
        site.MapGet(ChartPath, Chart).Allow(May.Do(Deed.TryRules));
        site.MapPost(ProposePath, ProposeAsync).Allow(May.Do(Deed.ProposeChange));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromServices] WhatIfDesk desk, CancellationToken cancel) =>
        Show(context, await desk.ShowAsync(WhatIfForm.Read(name => context.Request.Query[name].FirstOrDefault(), []), cancel));

    private static async Task<IResult> CompareAsync(HttpContext context, [FromServices] WhatIfDesk desk, CancellationToken cancel)
    {
        var form = await WhatIfForm.ReadAsync(await context.Request.ReadFormAsync(cancel), cancel);
        // What fits into an address stands there, so that it can be looked at again.
        if (form is { Texts.Count: 0, IsEmpty: false }) return Pages.SeeOther(context, form.Address());
        var view = await desk.ShowAsync(form, cancel);
        return Show(context, form.IsEmpty ? view with { Problems = [new("candidates", "whatif.problem.none")] } : view);
    }

    private static IResult Chart(HttpContext context) =>
        WhatIfView.Chart(context.Request.Query["of"], LanguageChoice.Of(context), context.Request.Query.ContainsKey("narrow") ? OfficeCharts.Narrow : OfficeCharts.Wide) is { } svg
            ? Results.Text(svg, "image/svg+xml", System.Text.Encoding.UTF8)
            : Results.StatusCode(StatusCodes.Status404NotFound);

    /// <summary>The administrators' form, filled with a candidate: nothing is proposed yet.</summary>
    private static async Task<IResult> ProposeAsync(HttpContext context, CancellationToken cancel)
    {
        var text = (await context.Request.ReadFormAsync(cancel))["edition"].FirstOrDefault() ?? "";
        return Pages.Show<EditionPage, EditionView>(context, new EditionView(text.Length <= WhatIfForm.LongestText ? text : "", "", [], null));
    }

    private static IResult Show(HttpContext context, WhatIfView view) =>
        Pages.Show<WhatIfPage, WhatIfView>(context, view, view.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
