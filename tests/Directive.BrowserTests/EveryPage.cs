using Directives.Access;
using Directives.Assistants;
using Directives.Extensions;
using Directives.Reports;
using Directives.Web;
using Directives.Web.Below;
using Directives.Web.Demo;
using Directives.Web.Office;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.BrowserTests;

/// <summary>The patterns of all pages, from the same list of endpoints that the program maps: a new one cannot be forgotten.</summary>
internal sealed class EveryPage
{
    private readonly List<(string Pattern, TemplateMatcher Matcher)> _pages;

    public EveryPage()
    {
        // Nothing here answers a request: the framework asks only which parameters are services.
        var builder = WebApplication.CreateSlimBuilder();
        var keys = Directory.CreateTempSubdirectory("directive-pages-");
        builder.Services.AddDirectiveWeb(new SiteOptions { PublicAddress = new Uri("http://localhost"), IsSample = true }, keys);
        builder.Services.AddSingleton<IRoles, RegisterRoles>().AddSingleton<ILinkPages, LinkDesk>().AddSingleton<IReportPages, LinkDesk>();
        builder.Services.AddSingleton<IMoreTimePages, MoreTimeDesk>().AddSingleton<IOfficePages, OfficeDesk>().AddSingleton<IBelowPages, BelowDesk>();
        builder.Services.AddSingleton<IAssistantPages, AssistantPages>().AddSingleton<IExtensionPages, ExtensionPages>();
        builder.Services.AddSingleton<IDemoPages>(_ => throw new InvalidOperationException("Nothing is asked here."));
        using var app = builder.Build();
        app.MapDirective();
        _pages =
        [
            .. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
                .Select(e => (e.RoutePattern.RawText!, new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText!), [])))
                .OrderBy(p => p.Item1.Count(c => c == '{')),
        ];
        keys.Delete(recursive: true);
    }

    /// <summary>All patterns that are read with GET.</summary>
    public IReadOnlyList<string> Patterns => [.. _pages.Select(p => p.Pattern)];

    /// <summary>The pattern of an address, the one with the fewest gaps first; null for none.</summary>
    public string? PatternOf(string path)
    {
        foreach (var (pattern, matcher) in _pages)
        {
            if (matcher.TryMatch(path, [])) return pattern;
        }

        return null;
    }
}
